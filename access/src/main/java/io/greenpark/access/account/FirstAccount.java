package io.greenpark.access.account;

import io.greenpark.access.account.AccountRow.KeptPassword;
import io.greenpark.access.account.UserAccount.Created;
import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.factor.SecondFactors;
import io.greenpark.config.digest.Sha256;
import io.greenpark.config.secret.CredentialException;
import io.greenpark.config.secret.SecretFolder;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What whoever installs begins with: the account of {@code credentials/console} and the token of {@code credentials/api-token}. A
 * changed file takes effect at the next start, which is also the way back in for who forgot the password; a deleted one leaves
 * things as they were.
 */
final class FirstAccount {
    private static final String CONSOLE = "console";
    private static final String API_TOKEN = "api-token";
    private static final String FIRST_USER = "admin";
    private static final String INSTALLATION = "installation";

    private static final Set<Grant> ACCOUNT_GRANTS = Set.of(
            Grant.everywhere(Role.OFFICER),
            Grant.everywhere(Role.OPERATOR),
            Grant.everywhere(Role.ACCOUNT_ADMINISTRATOR));

    /** Programs make no accounts. */
    private static final Set<Grant> TOKEN_GRANTS =
            Set.of(Grant.everywhere(Role.OFFICER), Grant.everywhere(Role.OPERATOR));

    private final SecretFolder folder;
    private final Books books;
    private final UserAccounts accounts;
    private final ApiKeys keys;
    private final SecondFactors factors;
    private final Clock clock;
    /** What the file says, until it has been compared with the hash; null if nothing has to be. */
    private @Nullable FileText unproved;

    private record FileText(String user, String password) {}

    /** A hash of an earlier version, which had one account and one token. */
    private record Former(String id, String salt, String hash, long sourceMs) {}

    FirstAccount(
            SecretFolder folder, Books books, UserAccounts accounts, ApiKeys keys, SecondFactors factors, Clock clock) {
        this.folder = folder;
        this.books = books;
        this.accounts = accounts;
        this.keys = keys;
        this.factors = factors;
        this.clock = clock;
    }

    /** Makes what is missing and takes over what the files say. */
    void bringUp() {
        AccountRow first = accounts.first();
        if (first == null) {
            first = former(CONSOLE).map(this::upgraded).orElse(null);
        }
        String text = folder.read(CONSOLE);
        if (text == null && first == null) {
            text = "user=" + FIRST_USER + "\npassword=" + Secrets.secret() + "\n";
            folder.write(CONSOLE, text);
        }
        AccountRow kept = text == null ? first : filed(first, parse(text), folder.changedMs(CONSOLE));
        token(Objects.requireNonNull(kept).userName());
    }

    /** The one account that earlier versions had. */
    private AccountRow upgraded(Former former) {
        AccountRow row = row(former.id(), PasswordHash.ofPbkdf2(former.salt(), former.hash()), former.sourceMs());
        accounts.putFirst(row);
        return row;
    }

    private AccountRow row(String userName, String hash, long fileMs) {
        return new AccountRow(
                userName,
                new Person(userName, null, null),
                State.OPEN,
                ACCOUNT_GRANTS,
                new KeptPassword(hash, false, clock.instant()),
                UserAccounts.stamp(),
                1,
                new Created(clock.instant(), INSTALLATION),
                fileMs);
    }

    private FileText parse(String text) {
        Map<String, String> entries = text.lines()
                .filter(line -> line.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')).strip(),
                        line -> line.substring(line.indexOf('=') + 1).strip(),
                        (a, b) -> b));
        String user = entries.getOrDefault("user", "");
        String password = entries.getOrDefault("password", "");
        if (user.isEmpty() || password.isEmpty()) {
            throw new CredentialException(folder.path(CONSOLE)
                    + ": needs a line user=NAME and a line password=PASSWORD; complete it, or delete it to keep the"
                    + " account as it was");
        }
        return new FileText(user, password);
    }

    /** What the file says counts where it was changed; one that was only touched or copied ends no session. */
    private AccountRow filed(@Nullable AccountRow first, FileText file, long changedMs) {
        if (first != null && Objects.equals(first.fileMs(), changedMs)) {
            unproved = file;
            return first;
        }
        if (first != null && says(file, first)) {
            AccountRow touched = first.filed(changedMs);
            accounts.putFirst(touched);
            unproved = file;
            return touched;
        }
        return taken(first, file, changedMs);
    }

    /** Whether the file says what is kept already. */
    private static boolean says(FileText file, AccountRow first) {
        String hash = first.password();
        return first.userName().equals(file.user()) && hash != null && PasswordHash.matches(hash, file.password());
    }

    private AccountRow taken(@Nullable AccountRow first, FileText file, long changedMs) {
        String hash = accounts.hash(file.password());
        AccountRow row = first != null && first.userName().equals(file.user())
                ? first.hashed(hash, false, clock.instant())
                        .with(first.person(), ACCOUNT_GRANTS, State.OPEN)
                        .stamped(UserAccounts.stamp())
                        .filed(changedMs)
                : row(file.user(), hash, changedMs);
        accounts.replaceFirst(row);
        // Who can write this file is let in, also without the phone.
        factors.remove(row.userName());
        unproved = file;
        return row;
    }

    private void token(String owner) {
        String text = folder.read(API_TOKEN);
        String kept = keys.hashOf(API_TOKEN);
        if (text == null && kept != null) {
            keys.ownToken(API_TOKEN, owner);
            return;
        }
        Former former = kept == null ? former(API_TOKEN).orElse(null) : null;
        if (text == null && former != null) {
            keys.putToken(key(owner), ApiKeys.salted(former.salt(), former.hash()));
            return;
        }
        String token = text == null ? Secrets.secret() : text.strip();
        if (text == null) {
            folder.write(API_TOKEN, token + "\n");
        }
        if (token.isEmpty()) {
            throw new CredentialException(
                    folder.path(API_TOKEN) + ": is empty; write a token into it, or delete it to keep the one before");
        }
        if (Sha256.hex(token).equals(kept)) {
            keys.ownToken(API_TOKEN, owner);
        } else {
            keys.putToken(key(owner), Sha256.hex(token));
        }
    }

    private ApiKey key(String owner) {
        return new ApiKey(
                API_TOKEN,
                API_TOKEN,
                owner,
                TOKEN_GRANTS,
                new Created(clock.instant(), INSTALLATION),
                null,
                null,
                null);
    }

    private Optional<Former> former(String kind) {
        return books.read(handle -> handle.createQuery(
                        "SELECT id, salt, hash, source_ms FROM credential WHERE kind = :kind AND hash IS NOT NULL")
                .bind("kind", kind)
                .map((row, context) -> new Former(
                        row.getString("id"), row.getString("salt"), row.getString("hash"), row.getLong("source_ms")))
                .findFirst());
    }

    /** What the file says counts only if the hash says the same. */
    synchronized void learn() {
        FileText file = unproved;
        unproved = null;
        if (file != null) {
            accounts.learn(file.user(), file.password());
        }
    }
}
