package io.greenpark.registry.credential;

import io.greenpark.config.secret.CredentialException;
import io.greenpark.config.secret.SecretFolder;
import io.greenpark.registry.credential.CredentialTable.HashedCredential;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The console's account, the API's token and the key of session cookies. The files {@code console} and
 * {@code api-token} are made at first start; a changed one takes effect at the next start, a deleted one leaves the
 * secret as it was.
 */
final class ConsoleAccount implements ConsoleCredentials {
    private static final String CONSOLE = "console";
    private static final String API_TOKEN = "api-token";
    private static final String SESSION_KEY = "session-key";
    private static final String FIRST_USER = "admin";
    private static final int SESSION_KEY_BYTES = 32;
    private static final int QUICK_KEY_BYTES = 32;

    private final SecretFolder folder;
    private final CredentialTable table;
    private final HashedCredential console;
    private final HashedCredential apiToken;
    private final byte[] sessionKey;
    /** Lives and dies with this process: what is made with it lies in no file. */
    private final byte[] quickKey = Hashes.randomBytes(QUICK_KEY_BYTES);
    /** The right password under that key; null until it is known. */
    private volatile byte @Nullable [] right;
    /** What the file says, until it has been compared with the hash; null if nothing has to be. */
    private @Nullable String unproved;

    ConsoleAccount(SecretFolder folder, CredentialTable table) {
        this.folder = folder;
        this.table = table;
        console = console();
        apiToken = apiToken();
        sessionKey = Hashes.keyed(readSessionKey(), console.id() + "\n" + console.salt() + "\n" + console.hash());
    }

    private HashedCredential console() {
        HashedCredential stored = only(CONSOLE);
        String text = folder.read(CONSOLE);
        if (text == null && stored != null) {
            return stored;
        }
        if (text == null) {
            text = "user=" + FIRST_USER + "\npassword=" + Hashes.secret() + "\n";
            folder.write(CONSOLE, text);
        }
        Map<String, String> entries = text.lines()
                .filter(line -> line.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')).strip(),
                        line -> line.substring(line.indexOf('=') + 1).strip(),
                        (a, b) -> b));
        long changedMs = folder.changedMs(CONSOLE);
        if (stored != null && stored.sourceMs() == changedMs) {
            unproved = entries.get("password");
            return stored;
        }
        String user = entries.getOrDefault("user", "");
        String password = entries.getOrDefault("password", "");
        if (user.isEmpty() || password.isEmpty()) {
            throw new CredentialException(folder.path(CONSOLE)
                    + ": needs a line user=NAME and a line password=PASSWORD; complete it, or delete it to keep the"
                    + " account as it was");
        }
        HashedCredential row = row(stored, user, password, changedMs);
        table.putOnly(row);
        right = quick(password);
        return row;
    }

    /** A file that was only touched or copied keeps the hash, and so ends no session. */
    private static HashedCredential row(
            @Nullable HashedCredential stored, String user, String password, long changedMs) {
        if (stored != null
                && stored.id().equals(user)
                && Hashes.same(String.valueOf(stored.hash()), Hashes.slow(stored.salt(), password))) {
            return new HashedCredential(CONSOLE, user, stored.salt(), stored.hash(), null, changedMs);
        }
        String salt = Hashes.salt();
        return new HashedCredential(CONSOLE, user, salt, Hashes.slow(salt, password), null, changedMs);
    }

    private HashedCredential apiToken() {
        HashedCredential stored = only(API_TOKEN);
        String text = folder.read(API_TOKEN);
        if (text == null && stored != null) {
            return stored;
        }
        String token = text == null ? Hashes.secret() : text.strip();
        if (text == null) {
            folder.write(API_TOKEN, token + "\n");
        }
        if (token.isEmpty()) {
            throw new CredentialException(
                    folder.path(API_TOKEN) + ": is empty; write a token into it, or delete it to keep the one before");
        }
        if (stored != null && stored.hash() != null && Hashes.same(stored.hash(), Hashes.quick(stored.salt(), token))) {
            return stored;
        }
        String salt = Hashes.salt();
        HashedCredential row = new HashedCredential(
                API_TOKEN, API_TOKEN, salt, Hashes.quick(salt, token), null, folder.changedMs(API_TOKEN));
        table.putOnly(row);
        return row;
    }

    private byte[] readSessionKey() {
        String hex = folder.read(SESSION_KEY);
        if (hex == null) {
            hex = Hashes.randomHex(SESSION_KEY_BYTES);
            folder.write(SESSION_KEY, hex + "\n");
        }
        if (!hex.strip().matches("([0-9a-f]{2}){" + SESSION_KEY_BYTES + "}")) {
            throw new CredentialException(folder.path(SESSION_KEY) + ": is not " + SESSION_KEY_BYTES
                    + " bytes in hexadecimal; delete it for a new one, then everyone signs in anew");
        }
        return HexFormat.of().parseHex(hex.strip());
    }

    private @Nullable HashedCredential only(String kind) {
        Collection<HashedCredential> all = table.of(kind).values();
        return all.isEmpty() ? null : all.iterator().next();
    }

    @Override
    public Optional<Boolean> signInAtOnce(String userName, String password) {
        byte[] known = right;
        return known == null
                ? Optional.empty()
                : Optional.of(Hashes.same(console.id(), userName) & MessageDigest.isEqual(known, quick(password)));
    }

    private byte[] quick(String password) {
        return Hashes.keyed(quickKey, password);
    }

    @Override
    public boolean signIn(String userName, String password) {
        learn();
        return signInAtOnce(userName, password).orElseGet(() -> {
            // The hash is computed for an unknown name too: the answer's time tells nothing.
            boolean correct = isRight(password);
            return Hashes.same(console.id(), userName) & correct;
        });
    }

    /** From its file: what that says counts only if the hash says the same. */
    @Override
    public synchronized void learn() {
        String password = unproved;
        unproved = null;
        if (password != null) {
            isRight(password);
        }
    }

    private boolean isRight(String password) {
        boolean correct = Hashes.same(String.valueOf(console.hash()), Hashes.slow(console.salt(), password));
        if (correct) {
            right = quick(password);
        }
        return correct;
    }

    @Override
    public boolean knows(String userName) {
        return Hashes.same(console.id(), userName);
    }

    @Override
    public boolean bearer(String token) {
        return Hashes.same(String.valueOf(apiToken.hash()), Hashes.quick(apiToken.salt(), token));
    }

    @Override
    public byte[] sessionKey() {
        return sessionKey.clone();
    }
}
