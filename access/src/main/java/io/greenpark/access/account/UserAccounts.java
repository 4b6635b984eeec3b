package io.greenpark.access.account;

import io.greenpark.access.account.UserAccount.Created;
import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of an installation, in memory and in the books. A change is durable before it counts, and counts from the next
 * request on. Any thread may call; changes are made one after the other.
 */
public final class UserAccounts {
    private static final int STAMP_CHARACTERS = 16;

    private final AccountTable table;
    private final PasswordHash hashes;
    private final Clock clock;
    private final KnownPasswords known = new KnownPasswords();
    /** Compared with where there is no such account, so that it takes the same time. */
    private final String nobody;

    private volatile Map<String, AccountRow> rows;

    private UserAccounts(AccountTable table, PasswordHash hashes, Clock clock) {
        this.table = table;
        this.hashes = hashes;
        this.nobody = hashes.of(Secrets.secret());
        this.clock = clock;
        this.rows = table.read();
    }

    /** Reads the accounts from the books. Blocks. */
    static UserAccounts open(Books books, PasswordHash hashes, Clock clock) {
        return new UserAccounts(new AccountTable(books), hashes, clock);
    }

    /** All accounts, in the order of their user names. */
    public List<UserAccount> all() {
        return rows.values().stream().map(AccountRow::account).toList();
    }

    public Optional<UserAccount> find(String userName) {
        return Optional.ofNullable(rows.get(userName)).map(AccountRow::account);
    }

    /** The person of an open account; of a closed one, or of one whose sessions have ended since, empty. */
    public Optional<Viewer> viewer(String userName, String stamp) {
        return Optional.ofNullable(rows.get(userName))
                .filter(row -> row.state() == State.OPEN && Secrets.same(row.stamp(), stamp))
                .map(row -> row.account().viewer());
    }

    /** What a session carries: another one ends it. Empty for no account. */
    public Optional<String> stamp(String userName) {
        return Optional.ofNullable(rows.get(userName)).map(AccountRow::stamp);
    }

    /**
     * Whether this is an open account and its password, where that can be told in no time: once the right one is known to this
     * process. Empty until then.
     */
    public Optional<Boolean> signInAtOnce(String userName, String password) {
        AccountRow row = rows.get(userName);
        return row == null || row.password() == null || row.state() == State.CLOSED
                ? Optional.empty()
                : known.matches(userName, row.password(), password);
    }

    /** The same, for which a slow hash may have to be computed, for unknown names too. */
    public boolean signIn(String userName, String password) {
        Optional<Boolean> atOnce = signInAtOnce(userName, password);
        if (atOnce.isPresent()) {
            return atOnce.get();
        }
        AccountRow row = rows.get(userName);
        String hash = row == null || row.password() == null || row.state() == State.CLOSED ? null : row.password();
        boolean right = PasswordHash.matches(hash == null ? nobody : hash, password);
        if (!right || hash == null) {
            return false;
        }
        known.learn(userName, hash, password);
        if (hashes.isOutdated(hash)) {
            renew(userName, hash, password);
        }
        return true;
    }

    /** Hashes a password that was right as today's are; ends no session. */
    private synchronized void renew(String userName, String outdated, String password) {
        AccountRow row = rows.get(userName);
        if (row != null && outdated.equals(row.password())) {
            String hash = hashes.of(password);
            keep(row.hashed(hash, row.mustChangePassword(), clock.instant()));
            known.learn(userName, hash, password);
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
        String taken = rows.keySet().stream()
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
                        null,
                        false,
                        stamp(),
                        1,
                        new Created(clock.instant(), by.person()),
                        null,
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
                AccountRules.requireAdministrator(rows.values(), row, grants, state);
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
        AccountRow row = row(userName);
        String password = Secrets.secret();
        keep(row.hashed(hashes.of(password), true, clock.instant()).stamped(stamp()));
        return password;
    }

    /**
     * Ends all sessions of an account, whose password stays.
     *
     * @throws AccountProblem if there is no such account
     */
    public synchronized UserAccount endSessions(String userName) {
        return keep(row(userName).stamped(stamp())).account();
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
        String hash = hashes.of(password);
        synchronized (this) {
            AccountRow kept =
                    keep(row(userName).hashed(hash, false, clock.instant()).stamped(stamp()));
            known.learn(userName, hash, password);
            return kept.account();
        }
    }

    /**
     * What is asked of whoever takes another one's second factor away.
     *
     * @throws AccountProblem if it is his own
     */
    public void requireAnothers(String userName, Viewer by) {
        AccountRules.requireAnother(row(userName).userName(), by);
    }

    private synchronized UserAccount change(String userName, long version, UnaryOperator<AccountRow> change) {
        AccountRow row = row(userName);
        requireVersion(row, version);
        return keep(change.apply(row)).account();
    }

    private static void requireVersion(AccountRow row, long version) {
        String userName = row.userName();
        if (row.version() != version) {
            throw new AccountProblem(
                    AccountProblem.Kind.CONFLICT,
                    new Bilingual(
                            "账号 \"" + userName + "\" 已被他人修改（版本 " + row.version() + "，您看到的是 " + version + "）；请重新载入后再改",
                            "account \"" + userName + "\" was changed meanwhile (version " + row.version()
                                    + ", yours is " + version + "); load it again"));
        }
    }

    /**
     * Closes an account and has others answer for what it did, all at once or not at all. Sessions of the closed one end.
     *
     * @param keys of programs, whose owners change in the same transaction
     * @param others what else is written in it
     * @throws AccountProblem as {@link #change} does, also where somebody who gets something is another one by now, or the keys are
     */
    public synchronized HandedOver.Done handOver(HandedOver what, ApiKeys keys, Viewer by, Consumer<BooksTx> others) {
        AccountRow row = row(what.userName());
        requireVersion(row, what.version());
        AccountRules.requireAnother(row.userName(), by);
        AccountRules.requireAdministrator(rows.values(), row, row.grants(), State.CLOSED);
        List<AccountRow> changed = new ArrayList<>();
        AccountRow closed = row.state() == State.CLOSED
                ? row
                : row.with(row.person(), row.grants(), State.CLOSED).stamped(stamp());
        changed.add(closed);
        what.seen().forEach((name, version) -> requireVersion(row(name), version));
        what.grants().forEach((name, grants) -> {
            AccountRow receiver = row(name);
            requireVersion(receiver, what.seen().getOrDefault(name, 0L));
            AccountRules.requireAnother(name, by);
            AccountRules.requireGrants(grants, receiver.fileMs() != null);
            changed.add(receiver.with(receiver.person(), grants, receiver.state()));
        });
        List<ApiKeys.Made> renewed = keys.handOver(what, writeKeys -> {
            table.put(changed, tx -> {
                writeKeys.accept(tx);
                others.accept(tx);
            });
            // While keys are held: whoever makes one next finds the account closed.
            changed.forEach(this::show);
        });
        return new HandedOver.Done(closed.account(), renewed);
    }

    private AccountRow row(String userName) {
        AccountRow row = rows.get(userName);
        if (row == null) {
            throw AccountProblem.unknown(userName);
        }
        return row;
    }

    /** The first account, if there is one. */
    @Nullable
    AccountRow first() {
        return rows.values().stream()
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
        return hashes.of(password);
    }

    /** A password that lies in the operator's file, if it is the right one. Slow. */
    void learn(String userName, String password) {
        signIn(userName, password);
    }

    private synchronized AccountRow keep(AccountRow row) {
        table.put(row);
        return show(row);
    }

    /** What is in the books counts from now on. */
    private AccountRow show(AccountRow row) {
        Map<String, AccountRow> next = new TreeMap<>(rows);
        next.put(row.userName(), row);
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(next));
        return row;
    }

    static String stamp() {
        return Secrets.random(STAMP_CHARACTERS);
    }
}
