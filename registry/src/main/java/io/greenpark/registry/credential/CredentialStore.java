package io.greenpark.registry.credential;

import io.greenpark.config.secret.SecretFolder;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.DeviceCredentials.Principal.Kind;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryDifference;
import io.greenpark.park.registry.RegistryFollower;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.registry.GivenCredential;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.credential.CredentialTable.HashedCredential;
import io.greenpark.store.books.Books;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The credentials of devices and gateways. Secrets of devices and gateways are made when the registry first names them and
 * written to {@code DIR/credentials/devices.csv} for the setting up of the devices; the books hold salted hashes, and keys of DTLS
 * encrypted. What counts is what the books hold, whichever process wrote it: {@link #step} takes up what others did. A line
 * that was changed by hand takes effect at the next start or reload; removing a line leaves the password valid, though
 * it can no longer be looked up, and ends DTLS for that device. Credentials of a device whose
 * points have all ended are no longer valid. Answers come from memory, so they go on while the books are away.
 */
public final class CredentialStore implements DeviceCredentials, CredentialRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialStore.class);
    private static final String INSTALLATION = "installation";

    private final SecretsFile file;
    private final CredentialTable table;
    private final Clock clock;
    private final Supplier<Map<String, GivenCredential>> given;
    private final String tokenSalt;
    private final LineComparison comparison;
    private final KeptCredentials kept;
    private final HandedSecrets handed;

    /** Compared with where there is no such user, so that it takes the same time. */
    private final HashedCredential nobody;

    private final RegistrySource registry;
    private final RegistryFollower follower;
    private volatile SignInIndex index = SignInIndex.EMPTY;

    /** The newest write of credentials that the index has. */
    private long seen;

    private CredentialStore(
            Path dataDir,
            Books books,
            RegistrySource registry,
            Supplier<Map<String, GivenCredential>> given,
            Clock clock) {
        SecretFolder folder = new SecretFolder(dataDir.resolve("credentials"));
        this.table = new CredentialTable(books);
        this.given = given;
        this.registry = registry;
        this.clock = clock;
        tokenSalt = readTokenSalt();
        file = new SecretsFile(folder, tokenSalt);
        comparison = new LineComparison(file, DtlsKeys.open(folder), tokenSalt, clock);
        kept = new KeptCredentials(file, table, comparison, given);
        handed = new HandedSecrets(file, table, comparison, given);
        nobody = new HashedCredential(INSTALLATION, "nobody", Secrets.salt(), Secrets.randomHex(32), null, 0, null, 0);
        handed.settleFormer();
        follower = new RegistryFollower(registry);
        follower.follow(this::refresh);
        registry.onChange(change -> refreshLater());
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
            stored = new HashedCredential(
                    INSTALLATION, "token-salt", Secrets.salt(), null, null, clock.millis(), null, 0);
            // Where another process was faster, its own counts.
            stored = table.put(List.of(stored)).get(0);
        }
        return stored.salt();
    }

    /**
     * Takes up what other processes made, renewed or changed since the last time, and what could not be looked at then. Where the books are
     * away it fails, and what was valid is so still.
     *
     * @return whether there is more to do at once, which there never is
     */
    public synchronized boolean step() {
        handed.settle();
        if (follower.pending()) {
            follower.follow(this::refresh);
        }
        long newest = table.newest();
        if (newest != seen) {
            Registry now = registry.current();
            Map<Principal, HashedCredential> come = new LinkedHashMap<>();
            table.changedAfter(newest < seen ? 0 : seen).stream()
                    .filter(HashedCredential::isOfSender)
                    .filter(row -> wanted(now, row.owner()))
                    .forEach(row -> come.put(row.owner(), row));
            index = index.with(List.of(), come, kept.keys(come));
            seen = newest;
        }
        return false;
    }

    private synchronized void refreshLater() {
        try {
            follower.follow(this::refresh);
        } catch (RuntimeException e) {
            file.forget();
            // The registry is in use already; devices it added cannot sign in until the files are in order.
            LOG.error("credentials not brought up to the new registry: {}", e.getMessage(), e);
        }
    }

    private void refresh(RegistryDifference difference) {
        Registry registry = difference.now();
        if (difference.whole() || file.isOther()) {
            handed.settle();
            long newest = table.newest();
            index = bringUp(SignInIndex.EMPTY, List.of(), wanted(registry), kept.stored());
            seen = newest;
            return;
        }
        Set<Principal> gone = new HashSet<>();
        Map<Principal, HashedCredential> stored = new HashMap<>();
        List<Principal> come = new ArrayList<>();
        for (Principal owner : affected(difference)) {
            boolean wanted = wanted(registry, owner);
            if (!wanted) {
                gone.add(owner);
            } else if (!index.has(owner) || given.get().containsKey(owner.id())) {
                come.add(owner);
                table.find(CredentialTable.code(owner.kind()), owner.id()).ifPresent(row -> stored.put(owner, row));
            }
        }
        if (!come.isEmpty() || gone.stream().anyMatch(index::has)) {
            index = bringUp(index, gone, come, stored);
        }
    }

    private SignInIndex bringUp(
            SignInIndex before,
            Collection<Principal> gone,
            List<Principal> wanted,
            Map<Principal, HashedCredential> stored) {
        Map<Principal, HashedCredential> rows = kept.bringUp(wanted, stored);
        return before.with(gone, rows, kept.keys(rows));
    }

    /** The devices and gateways that may have come, gone or fallen out of use with changed documents. */
    private static Set<Principal> affected(RegistryDifference difference) {
        Set<Principal> affected = new LinkedHashSet<>();
        difference.ids(DocumentKind.DEVICE).forEach(id -> affected.add(new Principal(Kind.DEVICE, id)));
        difference.ids(DocumentKind.GATEWAY).forEach(id -> affected.add(new Principal(Kind.GATEWAY, id)));
        for (Registry registry : difference.both()) {
            for (String point : difference.ids(DocumentKind.POINT)) {
                registry.point(point).ifPresent(p -> affected.add(new Principal(Kind.DEVICE, p.deviceId())));
            }
        }
        return affected;
    }

    @Override
    public synchronized <T> T renew(Collection<Principal> owners, Function<Renewed, T> answer) {
        Registry now = registry.current();
        for (Principal owner : owners) {
            if (!wanted(now, owner)) {
                throw new IllegalArgumentException(
                        CredentialTable.code(owner.kind()) + " \"" + owner.id() + "\" has no credentials");
            }
        }
        handed.settle();
        Map<String, GivenCredential> givenHashes = given.get();
        Map<Principal, DeviceSecrets> made = new LinkedHashMap<>();
        List<HashedCredential> rows = new ArrayList<>();
        List<HashedCredential> before = new ArrayList<>();
        Map<Principal, HashedCredential> stored = kept.stored();
        for (Principal owner : owners) {
            GivenCredential givenHash = givenHashes.get(owner.id());
            DeviceSecrets line = new DeviceSecrets(owner, "", "", "").filled(givenHash != null);
            HashedCredential was = stored.get(owner);
            made.put(owner, line);
            rows.add(comparison.row(owner, line, was, givenHash, false));
            if (was != null) {
                before.add(was);
            }
        }
        Set<Principal> withoutPassword = new HashSet<>(made.keySet());
        withoutPassword.removeIf(owner -> !givenHashes.containsKey(owner.id()));
        T answered = answer.apply(new Renewed(DeviceSecrets.write(made), withoutPassword));
        Map<Principal, HashedCredential> renewed = new LinkedHashMap<>();
        handed.putInForce(made, rows, before).forEach(row -> renewed.put(row.owner(), row));
        index = index.with(List.of(), renewed, kept.keys(renewed));
        LOG.info("credentials: made new secrets of {} devices and gateways", made.size());
        return answered;
    }

    private List<Principal> wanted(Registry registry) {
        List<Principal> wanted = new ArrayList<>();
        for (Device device : registry.facts().devices()) {
            Principal owner = new Principal(Kind.DEVICE, device.id());
            if (wanted(registry, owner)) {
                wanted.add(owner);
            }
        }
        for (Gateway gateway : registry.facts().gateways()) {
            wanted.add(new Principal(Kind.GATEWAY, gateway.id()));
        }
        return wanted;
    }

    /** A device whose points all have ended is not. */
    private boolean wanted(Registry registry, Principal owner) {
        if (owner.kind() == Kind.GATEWAY) {
            return registry.gateway(owner.id()).isPresent();
        }
        boolean pointless = registry.pointsOfDevice(owner.id()).isEmpty();
        return registry.device(owner.id()).isPresent() && (pointless || registry.inUse(owner.id(), clock.instant()));
    }

    @Override
    public @Nullable Principal authenticate(String userName, String password) {
        HashedCredential known = index.user(userName);
        HashedCredential row = known == null ? nobody : known;
        boolean right = Secrets.same(String.valueOf(row.hash()), Secrets.hash(row.salt(), password));
        return right && row != nobody
                ? new Principal(Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)), row.id())
                : null;
    }

    @Override
    public @Nullable Principal byToken(String token) {
        return index.token(Secrets.hash(tokenSalt, token));
    }

    @Override
    public byte @Nullable [] preSharedKey(String identity) {
        byte[] key = index.key(identity);
        return key == null ? null : key.clone();
    }
}
