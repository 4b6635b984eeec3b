package io.greenpark.access.account;

import io.greenpark.access.account.AccountRow.KeptPassword;
import io.greenpark.access.account.UserAccount.Created;
import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of an installation, in memory and in the books. A change is durable before it counts, and counts from the next
 * request on. Any thread may call; changes are made one after the other.
 */
public final class UserAccounts {
    private static final int STAMP_CHARACTERS = 16;

    private final AccountRows rows;
    private final PasswordCheck passwords;
    private final Clock clock;

    private UserAccounts(AccountRows rows, PasswordHash hashes, Clock clock) {
        this.rows = rows;
        this.passwords = new PasswordCheck(hashes);
        this.clock = clock;
    }

    /** Reads the accounts from the books. Blocks. */
    static UserAccounts open(Books books, PasswordHash hashes, Clock clock) {
        return new UserAccounts(new AccountRows(new AccountTable(books)), hashes, clock);
    }

    /** All accounts, in the order of their user names. */
    public List<UserAccount> all() {
        return rows.all().stream().map(AccountRow::account).toList();
    }

    public Optional<UserAccount> find(String userName) {
        return rows.find(userName).map(AccountRow::account);
    }

    /** The person of an open account; of a closed one, or of one whose sessions have ended since, empty. */
    public Optional<Viewer> viewer(String userName, String stamp) {
        return rows.find(userName)
                .filter(row -> row.state() == State.OPEN && Secrets.same(row.stamp(), stamp))
                .map(row -> row.account().viewer());
    }

    /** What a session carries: another one ends it. Empty for no account. */
    public Optional<String> stamp(String userName) {
        return rows.find(userName).map(AccountRow::stamp);
    }

    /**
     * Whether this is an open account and its password, where that can be told in no time: once the right one is known to this
     * process. Empty until then.
     */
    public Optional<Boolean> signInAtOnce(String userName, String password) {
        return passwords.atOnce(rows.find(userName), password);
    }

    /** The same, for which a slow hash may have to be computed, for unknown names too. */
    public boolean signIn(String userName, String password) {
        Optional<AccountRow> row = rows.find(userName);
        Optional<Boolean> atOnce = passwords.atOnce(row, password);
        if (atOnce.isPresent()) {
            return atOnce.get();
        }
        Optional<String> right = passwords.slowly(row, password);
        right.filter(passwords::isOutdated).ifPresent(hash -> renew(userName, hash, password));
        return right.isPresent();
    }

    /** Hashes a password that was right as today's are; ends no session. */
    private synchronized void renew(String userName, String outdated, String password) {
        AccountRow row = rows.find(userName).orElse(null);
        if (row != null && outdated.equals(row.password())) {
            String hash = passwords.hash(password);
            keep(row.hashed(hash, row.mustChangePassword(), clock.instant()));
            passwords.learn(userName, hash, password);
        }
    }

    /**
     * Makes an account, without a password until the person chooses one by an invitation, or {@link #reset} gives one.
     *
     * @throws AccountProblem if there is one of the name already, or what it is to be is not allowed
     */
    public synchronized UserAccount create(String userName, Person person, Set<Grant> grants, Viewer by) {
        AccountRules.requireUserName(userName);
        AccountRules.requirePerson(person);
        AccountRules.requireGrants(grants, false);
        String taken = rows.all().stream()
                .map(AccountRow::userName)
                .filter(name -> name.equalsIgnoreCase(userName))
                .findFirst()
                .orElse(null);
        if (taken != null) {
            throw AccountProblem.invalid(
                    "用户名 \"" + taken + "\" 已有账号；请另选一个，已停用的账号也不再分配给他人",
                    "user name \"" + taken
                            + "\" has an account already; choose another, closed accounts are not given to"
                            + " others either");
        }
        return keep(new AccountRow(
                        userName,
                        person,
                        State.OPEN,
                        grants,
                        KeptPassword.NONE,
                        stamp(),
                        1,
                        new Created(clock.instant(), by.person()),
                        null))
                .account();
    }

    /**
     * Says anew who a person is, what that one may do, and whether the account is open. Closing ends all sessions; one that is opened
     * again has the password it had.
     *
     * @param version the one that was seen
     * @throws AccountProblem if it is another one by now, or what is asked for is not allowed; nobody changes what his own account may do
     */
    public UserAccount change(String userName, Person person, Set<Grant> grants, State state, long version, Viewer by) {
        AccountRules.requirePerson(person);
        return change(userName, version, row -> {
            if (!grants.equals(row.grants()) || state != row.state()) {
                AccountRules.requireAnother(userName, by);
                AccountRules.requireGrants(grants, row.fileMs() != null);
                AccountRules.requireAdministrator(rows.all(), row, grants, state);
            }
            AccountRow changed = row.with(person, grants, state);
            return state == State.CLOSED && row.state() == State.OPEN ? changed.stamped(stamp()) : changed;
        });
    }

    /**
     * Gives an account a password that is made here, and that its person has to change at the next sign-in. Ends all sessions.
     *
     * @return the password, which is kept nowhere
     */
    public synchronized String reset(String userName, Viewer by) {
        AccountRules.requireAnother(userName, by);
        AccountRow row = rows.required(userName);
        String password = Secrets.secret();
        keep(row.hashed(passwords.hash(password), true, clock.instant()).stamped(stamp()));
        return password;
    }

    /**
     * Ends all sessions of an account, whose password stays.
     *
     * @throws AccountProblem if there is no such account
     */
    public synchronized UserAccount endSessions(String userName) {
        return keep(rows.required(userName).stamped(stamp())).account();
    }

    /**
     * The password that a person chooses. Ends all sessions, also that of whoever chose it, who gets another one. Slow.
     *
     * @param present the password so far
     * @throws AccountProblem if that is wrong, or the other one too easy
     */
    public UserAccount changePassword(String userName, String present, String other) {
        if (!signIn(userName, present)) {
            throw AccountProblem.wrongPassword();
        }
        if (present.equals(other)) {
            throw AccountProblem.invalid("新密码与当前密码相同；请另选一个", "the new password is the present one; choose another");
        }
        return choose(userName, other);
    }

    /** The password that a person chooses who has proved by other means who it is. */
    public UserAccount choose(String userName, String password) {
        PasswordRules.require(userName, password);
        String hash = passwords.hash(password);
        synchronized (this) {
            AccountRow kept = keep(
                    rows.required(userName).hashed(hash, false, clock.instant()).stamped(stamp()));
            passwords.learn(userName, hash, password);
            return kept.account();
        }
    }

    /**
     * What is asked of whoever takes another one's second factor away.
     *
     * @throws AccountProblem if it is his own
     */
    public void requireAnothers(String userName, Viewer by) {
        AccountRules.requireAnother(rows.required(userName).userName(), by);
    }

    private synchronized UserAccount change(String userName, long version, UnaryOperator<AccountRow> change) {
        return keep(change.apply(rows.seen(userName, version))).account();
    }

    /**
     * Closes an account and has others answer for what it did, all at once or not at all. Sessions of the closed one end.
     *
     * @param keys of programs, whose owners change in the same transaction
     * @param others what else is written in it
     * @throws AccountProblem as {@link #change} does, also where somebody who gets something is another one by now, or the keys are
     */
    public synchronized HandedOver.Done handOver(HandedOver what, ApiKeys keys, Viewer by, Consumer<BooksTx> others) {
        AccountRow row = rows.seen(what.userName(), what.version());
        AccountRules.requireAnother(row.userName(), by);
        AccountRules.requireAdministrator(rows.all(), row, row.grants(), State.CLOSED);
        List<AccountRow> changed = new ArrayList<>();
        AccountRow closed = row.state() == State.CLOSED
                ? row
                : row.with(row.person(), row.grants(), State.CLOSED).stamped(stamp());
        changed.add(closed);
        what.seen().forEach(rows::seen);
        what.grants().forEach((name, grants) -> {
            AccountRow receiver = rows.seen(name, what.seen().getOrDefault(name, 0L));
            AccountRules.requireAnother(name, by);
            AccountRules.requireGrants(grants, receiver.fileMs() != null);
            changed.add(receiver.with(receiver.person(), grants, receiver.state()));
        });
        List<ApiKeys.Made> renewed = keys.handOver(what, writeKeys -> {
            // While keys are held: whoever makes one next finds the account closed.
            rows.keep(changed, tx -> {
                writeKeys.accept(tx);
                others.accept(tx);
            });
        });
        return new HandedOver.Done(closed.account(), renewed);
    }

    /** The first account, if there is one. */
    @Nullable
    AccountRow first() {
        return rows.all().stream()
                .filter(row -> row.fileMs() != null)
                .findFirst()
                .orElse(null);
    }

    /** Keeps what the operator's file says of the first account. */
    synchronized void putFirst(AccountRow row) {
        keep(row);
    }

    /** The same, where the file names another account: the one before is one like any other from then on. */
    synchronized void replaceFirst(AccountRow row) {
        AccountRow before = first();
        if (before != null && !before.userName().equals(row.userName())) {
            keep(before.filed(null)
                    .with(before.person(), before.grants(), State.CLOSED)
                    .stamped(stamp()));
        }
        keep(row);
    }

    /** A hash as accounts have it. Slow. */
    String hash(String password) {
        return passwords.hash(password);
    }

    /** A password that lies in the operator's file, if it is the right one. Slow. */
    void learn(String userName, String password) {
        signIn(userName, password);
    }

    private synchronized AccountRow keep(AccountRow row) {
        return rows.keep(row);
    }

    static String stamp() {
        return Secrets.random(STAMP_CHARACTERS);
    }
}
