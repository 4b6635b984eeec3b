package io.greenpark.access.account;

import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.invitation.Invitations;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Accounts whose people choose their passwords by a link that was mailed to them. Any thread may call; calls block. */
public final class InvitedAccounts {
    private final UserAccounts accounts;
    private final Invitations invitations;

    InvitedAccounts(Books books, UserAccounts accounts, Duration lifetime, Clock clock) {
        this.accounts = accounts;
        this.invitations = new Invitations(books, lifetime, clock);
    }

    /**
     * Invites the person of an account.
     *
     * @throws AccountProblem if it is closed, his own, the first one, or has no mail address
     */
    public Invitations.Made invite(UserAccount account, Viewer by) {
        AccountRules.requireAnother(account.userName(), by);
        String email = account.person().email();
        if (account.state() == State.CLOSED || account.first() || email == null) {
            throw AccountProblem.invalid(
                    "账号 \"" + account.userName() + "\" 不能邀请：须已启用、填有邮箱，且不是首个账号",
                    "account \"" + account.userName()
                            + "\" cannot be invited: it must be open, have a mail address, and not be the first one");
        }
        return invitations.make(account.userName(), email, by.person());
    }

    /**
     * Sets the password that whoever has a token has chosen; the token counts once, and a password that is too easy does not use it up.
     * Ends all sessions. Slow.
     *
     * @throws AccountProblem if the token is not good, or the password too easy
     */
    public UserAccount accept(String token, String password) {
        String userName = open(token)
                .orElseThrow(
                        () -> AccountProblem.invalid(
                                "邀请链接无效、已过期或已使用；请联系账号管理员重新发送",
                                "the invitation is unknown, has expired or was used; ask an administrator of accounts for another"));
        PasswordRules.require(userName, password);
        if (!invitations.use(token)) {
            throw AccountProblem.invalid("邀请链接已使用；请直接登录", "the invitation was used meanwhile; sign in");
        }
        return accounts.choose(userName, password);
    }

    private Optional<String> open(String token) {
        return invitations.accountOf(token).filter(name -> accounts.find(name)
                .filter(account -> account.state() == State.OPEN)
                .isPresent());
    }

    /** Ends what was sent before: somebody else has set the password, or closed the account. */
    public void end(String userName) {
        invitations.end(userName);
    }
}
