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
 * written to {@code DIR/credentials/devices.csv} for the setting up of the devices; the books hold salted hashes. A line
 * whose password was changed takes effect at the next start or reload; removing a line leaves the password valid, though
 * it can no longer be looked up, and ends DTLS for that device, which needs the key itself. Credentials of a device whose
 * points have all ended are no longer valid. Answers come from memory.
 */
public final class CredentialStore implements DeviceCredentials, CredentialRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialStore.class);
    private static final String DEVICES = "devices.csv";
    private static final String INSTALLATION = "installation";
    private static final long UNREAD = -1;

    private final SecretFolder folder;
    private final CredentialTable table;
    private final Clock clock;
    private final Supplier<Map<String, GivenCredential>> given;
    private final String tokenSalt;

    /** Compared with where there is no such user, so that it takes the same time. */
    private final HashedCredential nobody;

    private final RegistrySource registry;
    private final RegistryFollower follower;
    private volatile SignInIndex index = SignInIndex.EMPTY;
    /** When the file had last been changed, as of the last time it was read or written here. */
    private long fileMs = UNREAD;

    private CredentialStore(
            Path dataDir,
            Books books,
            RegistrySource registry,
            Supplier<Map<String, GivenCredential>> given,
            Clock clock) {
        this.folder = new SecretFolder(dataDir.resolve("credentials"));
        this.table = new CredentialTable(books);
        this.given = given;
        this.registry = registry;
        this.clock = clock;
        tokenSalt = readTokenSalt();
        nobody = new HashedCredential(INSTALLATION, "nobody", Secrets.salt(), Secrets.randomHex(32), null, 0);
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
            stored = new HashedCredential(INSTALLATION, "token-salt", Secrets.salt(), null, null, clock.millis());
            table.put(List.of(stored));
        }
        return stored.salt();
    }

    private synchronized void refreshLater() {
        try {
            follower.follow(this::refresh);
        } catch (RuntimeException e) {
            fileMs = UNREAD;
            // The registry is in use already; devices it added cannot sign in until the files are in order.
            LOG.error("credentials not brought up to the new registry: {}", e.getMessage(), e);
        }
    }

    private void refresh(RegistryDifference difference) {
        Registry registry = difference.now();
        if (difference.whole() || folder.changedMs(DEVICES) != fileMs) {
            settleRenewals();
            index = bringUp(SignInIndex.EMPTY, List.of(), wanted(registry), stored());
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
                table.find(code(owner.kind()), owner.id()).ifPresent(row -> stored.put(owner, row));
            }
        }
        if (!come.isEmpty() || gone.stream().anyMatch(index::has)) {
            index = bringUp(index, gone, come, stored);
        }
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

    /** Makes, keeps and indexes the credentials of some owners. */
    private SignInIndex bringUp(
            SignInIndex before,
            Collection<Principal> gone,
            List<Principal> wanted,
            Map<Principal, HashedCredential> stored) {
        Map<Principal, DeviceSecrets> secrets = secrets();
        Map<String, GivenCredential> givenHashes = given.get();
        int made = fill(wanted, secrets, stored, givenHashes);
        if (made > 0) {
            folder.write(DEVICES, DeviceSecrets.write(secrets));
            fileMs = folder.changedMs(DEVICES);
            LOG.info("credentials: made secrets of {} devices and gateways in {}", made, folder.path(DEVICES));
        }
        Map<Principal, HashedCredential> rows = new LinkedHashMap<>();
        List<HashedCredential> changed = new ArrayList<>();
        for (Principal owner : wanted) {
            HashedCredential was = stored.get(owner);
            HashedCredential row = row(owner, secrets.get(owner), was, givenHashes.get(owner.id()));
            rows.put(owner, row);
            if (!row.equals(was)) {
                changed.add(row);
            }
        }
        table.put(changed);
        return before.with(gone, rows, secrets);
    }

    @Override
    public synchronized <T> T renew(Collection<Principal> owners, Function<Renewed, T> answer) {
        Registry now = registry.current();
        for (Principal owner : owners) {
            if (!wanted(now, owner)) {
                throw new IllegalArgumentException(code(owner.kind()) + " \"" + owner.id() + "\" has no credentials");
            }
        }
        settleRenewals();
        Map<String, GivenCredential> givenHashes = given.get();
        Map<Principal, DeviceSecrets> made = new LinkedHashMap<>();
        Map<Principal, HashedCredential> rows = new LinkedHashMap<>();
        List<HashedCredential> before = new ArrayList<>();
        Map<Principal, HashedCredential> stored = stored();
        for (Principal owner : owners) {
            GivenCredential givenHash = givenHashes.get(owner.id());
            DeviceSecrets line = new DeviceSecrets(owner, "", "", "").filled(givenHash != null);
            HashedCredential was = stored.get(owner);
            made.put(owner, line);
            rows.put(owner, row(owner, line, was, givenHash));
            if (was != null) {
                before.add(was);
            }
        }
        Set<Principal> withoutPassword = new HashSet<>(made.keySet());
        withoutPassword.removeIf(owner -> !givenHashes.containsKey(owner.id()));
        T answered = answer.apply(new Renewed(DeviceSecrets.write(made), withoutPassword));
        String fileBefore = folder.read(DEVICES);
        Map<Principal, DeviceSecrets> secrets = secrets();
        secrets.putAll(made);
        // The file is what counts at a start, so it comes last: killed before it, the next start goes by the old lines,
        // or by the rows
        // that are kept of those who have none.
        fileMs = UNREAD;
        table.renew(before, List.copyOf(rows.values()));
        try {
            folder.write(DEVICES, DeviceSecrets.write(secrets));
        } catch (RuntimeException e) {
            takeBack(fileBefore, e);
            throw e;
        }
        index = index.with(List.of(), rows, secrets);
        LOG.info("credentials: made new secrets of {} devices and gateways", made.size());
        try {
            table.settle(List.of());
        } catch (RuntimeException e) {
            LOG.warn("credentials: the end of a renewal is noted later: {}", e.getMessage(), e);
        }
        return answered;
    }

    /** The new file may be there although writing it failed; what cannot be taken back now is before the next change or start. */
    private void takeBack(@Nullable String fileBefore, RuntimeException failed) {
        try {
            if (fileBefore != null && !fileBefore.equals(folder.read(DEVICES))) {
                folder.write(DEVICES, fileBefore);
            }
            settleRenewals();
        } catch (RuntimeException e) {
            failed.addSuppressed(e);
        }
    }

    /** Renewals that broke off behind the table: those whose lines the file does not have never came into force, and do not now. */
    private void settleRenewals() {
        Map<Principal, DeviceSecrets> lines = null;
        List<HashedCredential> back = new ArrayList<>();
        boolean any = false;
        for (Kind kind : Kind.values()) {
            for (HashedCredential before : table.before(code(kind)).values()) {
                any = true;
                lines = lines == null ? secrets() : lines;
                Principal owner = new Principal(kind, before.id());
                HashedCredential renewed = table.find(code(kind), before.id()).orElse(null);
                DeviceSecrets line = lines.get(owner);
                boolean inForce = renewed != null
                        && line != null
                        && Secrets.hash(tokenSalt, line.token()).equals(renewed.tokenHash());
                if (!inForce) {
                    back.add(before);
                }
            }
        }
        if (any) {
            table.settle(back);
        }
    }

    private Map<Principal, DeviceSecrets> secrets() {
        // Looked at first: what is written while it is read is read again.
        fileMs = folder.changedMs(DEVICES);
        String text = folder.read(DEVICES);
        return text == null ? new LinkedHashMap<>() : DeviceSecrets.parse(text, folder.path(DEVICES));
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
                line != null ? Secrets.hash(tokenSalt, line.token()) : before == null ? null : before.tokenHash();
        String salt = before == null ? Secrets.salt() : before.salt();
        String hash = before == null ? null : before.hash();
        if (givenHash != null) {
            salt = givenHash.salt();
            hash = givenHash.sha256().toLowerCase(Locale.ROOT);
        } else if (line != null
                && !line.password().isEmpty()
                && (hash == null || !Secrets.same(hash, Secrets.hash(salt, line.password())))) {
            salt = Secrets.salt();
            hash = Secrets.hash(salt, line.password());
        }
        long sourceMs = before == null ? clock.millis() : before.sourceMs();
        return new HashedCredential(code(owner.kind()), owner.id(), salt, hash, tokenHash, sourceMs);
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

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
