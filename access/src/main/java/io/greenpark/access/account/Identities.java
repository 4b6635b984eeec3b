package io.greenpark.access.account;

import io.greenpark.access.deputy.Deputies;
import io.greenpark.access.factor.SecondFactors;
import io.greenpark.access.openid.OpenIdConnect;
import io.greenpark.access.outside.OutsideSignIn;
import io.greenpark.config.secret.CredentialException;
import io.greenpark.config.secret.SecretFolder;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.Books;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who somebody is: people by accounts, programs by keys. The first of each is made at the first start and lies in the folder
 * {@code DIR/credentials}, with the key that session cookies are signed with.
 */
public final class Identities {
    private static final String SESSION_KEY = "session-key";
    private static final int SESSION_KEY_BYTES = 32;

    private final UserAccounts accounts;
    private final ApiKeys keys;
    private final SecondFactors factors;
    private final FirstAccount first;
    private final OutsideAccounts outside;
    private final InvitedAccounts invited;
    private final Deputies deputies;
    private final SignInConfig config;
    private final byte[] sessionKey;

    private Identities(
            UserAccounts accounts,
            ApiKeys keys,
            SecondFactors factors,
            FirstAccount first,
            OutsideAccounts outside,
            InvitedAccounts invited,
            Deputies deputies,
            SignInConfig config,
            byte[] sessionKey) {
        this.outside = outside;
        this.invited = invited;
        this.deputies = deputies;
        this.config = config;
        this.accounts = accounts;
        this.keys = keys;
        this.factors = factors;
        this.first = first;
        this.sessionKey = sessionKey;
    }

    /** Opens the accounts and keys of {@code dataDir} and makes the first ones where there are none. Blocks. */
    public static Identities open(Path dataDir, Books books, SignInConfig config, Clock clock) {
        return open(dataDir, books, PasswordHash.STANDARD, config, clock);
    }

    /** The same with another cost of guesses, for tests. */
    public static Identities open(Path dataDir, Books books, PasswordHash hashes, SignInConfig config, Clock clock) {
        SecretFolder folder = new SecretFolder(dataDir.resolve("credentials"));
        UserAccounts accounts = UserAccounts.open(books, hashes, clock);
        ApiKeys keys = ApiKeys.open(books, accounts, clock);
        SecondFactors factors = SecondFactors.open(books, folder, clock);
        FirstAccount first = new FirstAccount(folder, books, accounts, keys, factors, clock);
        first.bringUp();
        return new Identities(
                accounts,
                keys,
                factors,
                first,
                new OutsideAccounts(books, accounts, clock),
                new InvitedAccounts(books, accounts, config.invitationLifetime(), clock),
                new Deputies(books, clock),
                config,
                sessionKey(folder));
    }

    private static byte[] sessionKey(SecretFolder folder) {
        String hex = folder.read(SESSION_KEY);
        if (hex == null) {
            hex = Secrets.randomHex(SESSION_KEY_BYTES);
            folder.write(SESSION_KEY, hex + "\n");
        }
        if (!hex.strip().matches("([0-9a-f]{2}){" + SESSION_KEY_BYTES + "}")) {
            throw new CredentialException(folder.path(SESSION_KEY) + ": is not " + SESSION_KEY_BYTES
                    + " bytes in hexadecimal; delete it for a new one, then everyone signs in anew");
        }
        return HexFormat.of().parseHex(hex.strip());
    }

    public UserAccounts accounts() {
        return accounts;
    }

    public ApiKeys keys() {
        return keys;
    }

    public SecondFactors factors() {
        return factors;
    }

    /** Whose accounts are linked to somebody else's pages. */
    public OutsideAccounts outside() {
        return outside;
    }

    /** Whose people choose passwords by mailed links. */
    public InvitedAccounts invited() {
        return invited;
    }

    /** Who stands in for whom. */
    public Deputies deputies() {
        return deputies;
    }

    /** The page at which people may sign in as well; empty for none. */
    public Optional<OutsideSignIn> outsideSignIn(Clock clock) {
        return Optional.ofNullable(config.openIdConnect()).map(openId -> new OpenIdConnect(openId, clock));
    }

    /** Whether somebody has yet to set up the second factor that one of his roles asks for. */
    public boolean owesFactor(UserAccount account) {
        return !factors.isOn(account.userName()) && config.secondFactor().requires(account.grants());
    }

    /** Who asks with a bearer token; empty where it is nobody's. */
    public Optional<Viewer> bearer(String token) {
        return keys.viewer(token);
    }

    /** Learns the right password of the first account from its file, if that has it. Slow: off event loops. */
    public void learn() {
        first.learn();
    }

    /** A secret that session cookies are signed with, the same after a restart. */
    public byte[] sessionKey() {
        return sessionKey.clone();
    }
}
