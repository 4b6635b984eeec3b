package io.greenpark.registry.credential;

import io.greenpark.config.secret.SecretFolder;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.DeviceCredentials.Principal.Kind;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.registry.GivenCredential;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.credential.CredentialTable.HashedCredential;
import io.greenpark.store.books.Books;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All credentials of an installation. Secrets of devices and gateways are made when the registry first names them and
 * written to {@code DIR/credentials/devices.csv} for the setting up of the devices; the books hold salted hashes. A line
 * whose password was changed takes effect at the next start or reload; removing a line leaves the password valid, though
 * it can no longer be looked up, and ends DTLS for that device, which needs the key itself. Credentials of a device whose
 * points have all ended are no longer valid. Answers come from memory.
 */
public final class CredentialStore implements DeviceCredentials, ConsoleCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialStore.class);
    private static final String DEVICES = "devices.csv";
    private static final String INSTALLATION = "installation";

    private final SecretFolder folder;
    private final CredentialTable table;
    private final Clock clock;
    private final Supplier<Map<String, GivenCredential>> given;
    private final ConsoleAccount console;
    private final String tokenSalt;

    /** Compared with where there is no such user, so that it takes the same time. */
    private final HashedCredential nobody;

    private volatile SignInIndex index = new SignInIndex(Map.of(), Map.of(), Map.of());

    /** What is asked for, by user name, token hash and identity. Replaced as a whole. */
    private record SignInIndex(
            Map<String, HashedCredential> byUser, Map<String, Principal> byToken, Map<String, byte[]> keys) {}

    private CredentialStore(
            Path dataDir,
            Books books,
            RegistrySource registry,
            Supplier<Map<String, GivenCredential>> given,
            Clock clock) {
        this.folder = new SecretFolder(dataDir.resolve("credentials"));
        this.table = new CredentialTable(books);
        this.given = given;
        this.clock = clock;
        console = new ConsoleAccount(folder, table);
        tokenSalt = readTokenSalt();
        nobody = new HashedCredential(INSTALLATION, "nobody", Hashes.salt(), Hashes.randomHex(32), null, 0);
        refresh(registry.current());
        registry.onChange(change -> {
            // A device whose points have all ended can no longer sign in.
            if (change.touches(DocumentKind.DEVICE, DocumentKind.GATEWAY, DocumentKind.POINT)) {
                refreshLater(registry.current());
            }
        });
    }

    /** Opens the credentials of {@code dataDir} and makes those that are missing. */
    public static CredentialStore open(Path dataDir, Books books, RegistrySource registry, Clock clock) {
        Supplier<Map<String, GivenCredential>> given =
                registry instanceof RegistryService service ? service::credentials : Map::of;
        return new CredentialStore(dataDir, books, registry, given, clock);
    }

    private String readTokenSalt() {
        HashedCredential stored = table.of(INSTALLATION).get("token-salt");
        if (stored == null) {
            stored = new HashedCredential(INSTALLATION, "token-salt", Hashes.salt(), null, null, clock.millis());
            table.put(List.of(stored));
        }
        return stored.salt();
    }

    private void refreshLater(Registry registry) {
        try {
            refresh(registry);
        } catch (RuntimeException e) {
            // The registry is in use already; devices it added cannot sign in until the files are in order.
            LOG.error("credentials not brought up to the new registry: {}", e.getMessage(), e);
        }
    }

    private synchronized void refresh(Registry registry) {
        String text = folder.read(DEVICES);
        Map<Principal, DeviceSecrets> secrets =
                text == null ? new LinkedHashMap<>() : DeviceSecrets.parse(text, folder.path(DEVICES));
        Map<String, GivenCredential> givenHashes = given.get();
        Map<Principal, HashedCredential> stored = stored();
        List<Principal> wanted = wanted(registry);
        int made = fill(wanted, secrets, stored, givenHashes);
        if (made > 0) {
            folder.write(DEVICES, DeviceSecrets.write(secrets));
            LOG.info("credentials: made secrets of {} devices and gateways in {}", made, folder.path(DEVICES));
        }
        List<HashedCredential> changed = new ArrayList<>();
        for (Principal owner : wanted) {
            HashedCredential before = stored.get(owner);
            HashedCredential row = row(owner, secrets.get(owner), before, givenHashes.get(owner.id()));
            if (!row.equals(before)) {
                stored.put(owner, row);
                changed.add(row);
            }
        }
        table.put(changed);
        index = index(wanted, stored, secrets);
    }

    private Map<Principal, HashedCredential> stored() {
        Map<Principal, HashedCredential> stored = new HashMap<>();
        for (Kind kind : Kind.values()) {
            table.of(code(kind)).forEach((id, row) -> stored.put(new Principal(kind, id), row));
        }
        return stored;
    }

    private List<Principal> wanted(Registry registry) {
        List<Principal> wanted = new ArrayList<>();
        for (Device device : registry.facts().devices()) {
            boolean pointless = registry.pointsOfDevice(device.id()).isEmpty();
            if (pointless || registry.inUse(device.id(), clock.instant())) {
                wanted.add(new Principal(Kind.DEVICE, device.id()));
            }
        }
        for (Gateway gateway : registry.facts().gateways()) {
            wanted.add(new Principal(Kind.GATEWAY, gateway.id()));
        }
        return wanted;
    }

    /** Makes the secrets that are missing; returns for how many. */
    private static int fill(
            List<Principal> wanted,
            Map<Principal, DeviceSecrets> secrets,
            Map<Principal, HashedCredential> stored,
            Map<String, GivenCredential> givenHashes) {
        int made = 0;
        for (Principal owner : wanted) {
            DeviceSecrets line = secrets.get(owner);
            if (line == null && stored.containsKey(owner)) {
                continue;
            }
            DeviceSecrets full = (line == null ? new DeviceSecrets(owner, "", "", "") : line)
                    .filled(givenHashes.containsKey(owner.id()));
            if (!full.equals(line)) {
                secrets.put(owner, full);
                made++;
            }
        }
        return made;
    }

    /** The hashes an owner should have; its present ones where they still fit. */
    private HashedCredential row(
            Principal owner,
            @Nullable DeviceSecrets line,
            @Nullable HashedCredential before,
            @Nullable GivenCredential givenHash) {
        String tokenHash =
                line != null ? Hashes.quick(tokenSalt, line.token()) : before == null ? null : before.tokenHash();
        String salt = before == null ? Hashes.salt() : before.salt();
        String hash = before == null ? null : before.hash();
        if (givenHash != null) {
            salt = givenHash.salt();
            hash = givenHash.sha256().toLowerCase(Locale.ROOT);
        } else if (line != null
                && !line.password().isEmpty()
                && (hash == null || !Hashes.same(hash, Hashes.quick(salt, line.password())))) {
            salt = Hashes.salt();
            hash = Hashes.quick(salt, line.password());
        }
        long sourceMs = before == null ? clock.millis() : before.sourceMs();
        return new HashedCredential(code(owner.kind()), owner.id(), salt, hash, tokenHash, sourceMs);
    }

    private static SignInIndex index(
            List<Principal> wanted, Map<Principal, HashedCredential> stored, Map<Principal, DeviceSecrets> secrets) {
        Map<String, HashedCredential> byUser = new HashMap<>();
        Map<String, Principal> byToken = new HashMap<>();
        Map<String, byte[]> keys = new HashMap<>();
        for (Principal owner : wanted) {
            HashedCredential row = stored.get(owner);
            if (row != null) {
                byUser.put(owner.id(), row);
                if (row.tokenHash() != null) {
                    byToken.put(row.tokenHash(), owner);
                }
            }
            DeviceSecrets line = secrets.get(owner);
            if (line != null && !line.pskHex().isEmpty()) {
                keys.put(owner.id(), HexFormat.of().parseHex(line.pskHex()));
            }
        }
        return new SignInIndex(byUser, byToken, keys);
    }

    @Override
    public @Nullable Principal authenticate(String userName, String password) {
        HashedCredential row = index.byUser().getOrDefault(userName, nobody);
        boolean right = Hashes.same(String.valueOf(row.hash()), Hashes.quick(row.salt(), password));
        return right && row != nobody
                ? new Principal(Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)), row.id())
                : null;
    }

    @Override
    public @Nullable Principal byToken(String token) {
        return index.byToken().get(Hashes.quick(tokenSalt, token));
    }

    @Override
    public byte @Nullable [] preSharedKey(String identity) {
        byte[] key = index.keys().get(identity);
        return key == null ? null : key.clone();
    }

    @Override
    public boolean signIn(String userName, String password) {
        return console.signIn(userName, password);
    }

    @Override
    public boolean bearer(String token) {
        return console.bearer(token);
    }

    @Override
    public byte[] sessionKey() {
        return console.sessionKey();
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
