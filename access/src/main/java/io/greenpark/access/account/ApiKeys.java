package io.greenpark.access.account;

import io.greenpark.access.account.UserAccount.Created;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.config.digest.Sha256;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of programs, in memory and in the books. A key may what it was given as far as the person who answers for it still may
 * it, and nothing once that account is closed. Any thread may call.
 */
public final class ApiKeys {
    private static final int ID_CHARACTERS = 8;
    private static final int LONGEST_NAME = 100;
    private static final String SALTED = "salted:";

    private final KeyTable table;
    private final UserAccounts accounts;
    private final Clock clock;
    private volatile Map<String, Kept> byHash;

    /** A key with the hash of its secret. */
    record Kept(ApiKey key, String hash) {}

    /** A key that was just made, with the secret that nobody can look up afterwards. */
    public record Made(ApiKey key, String secret) {
        /** Names the key and nothing to attack. */
        @Override
        public String toString() {
            return "key " + key.id();
        }
    }

    private ApiKeys(KeyTable table, UserAccounts accounts, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.clock = clock;
        this.byHash = table.read();
    }

    /** Reads the keys from the books. Blocks. */
    public static ApiKeys open(Books books, UserAccounts accounts, Clock clock) {
        return new ApiKeys(new KeyTable(books), accounts, clock);
    }

    /** All keys, those that ended too, by id. */
    public List<ApiKey> all() {
        return byHash.values().stream()
                .map(Kept::key)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    /** Who asks with a secret; empty where it is no key's, or that of one that may no longer be asked with. */
    public Optional<Viewer> viewer(String secret) {
        Kept kept = find(secret);
        if (kept == null || !kept.key().isGood(clock.instant())) {
            return Optional.empty();
        }
        return accounts.find(kept.key().userName())
                .filter(owner -> owner.state() == State.OPEN)
                .map(owner -> new Viewer(kept.key().id(), owner.userName(), rightsOf(kept.key())));
    }

    /** What a key may: what it was given, as far as the account that answers for it still may it. */
    public Set<Grant> rightsOf(ApiKey key) {
        return accounts.find(key.userName())
                .map(owner -> common(key.grants(), owner.grants()))
                .orElse(Set.of());
    }

    private @Nullable Kept find(String secret) {
        Kept kept = byHash.get(Sha256.hex(secret));
        return kept != null
                ? kept
                : byHash.values().stream()
                        .filter(each -> each.hash().startsWith(SALTED))
                        .filter(each -> each.hash().equals(salted(saltOf(each.hash()), hashWith(each.hash(), secret))))
                        .findFirst()
                        .orElse(null);
    }

    /** A hash of an earlier version, which salted it. */
    static String salted(String saltHex, String hashHex) {
        return SALTED + saltHex + ":" + hashHex;
    }

    private static String saltOf(String salted) {
        return salted.substring(SALTED.length(), salted.lastIndexOf(':'));
    }

    private static String hashWith(String salted, String secret) {
        return Secrets.hash(saltOf(salted), secret);
    }

    /** What both may; of a role for parts of the district the parts that both have by name, or one has with all of it. */
    private static Set<Grant> common(Set<Grant> some, Set<Grant> others) {
        return some.stream()
                .flatMap(mine -> others.stream()
                        .filter(theirs -> theirs.role() == mine.role())
                        .map(theirs -> new Grant(mine.role(), mine.scope().within(theirs.scope()))))
                .filter(grant -> !grant.scope().isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether it is on record that a key was used today. */
    public boolean isUseNoted(String id) {
        Kept kept = byId(id);
        return kept == null || today().equals(kept.key().lastUsed());
    }

    /** Notes that a key was used today, where that is not on record yet. Blocks: off event loops. */
    public synchronized void noteUse(String id) {
        Kept kept = byId(id);
        if (kept != null && !isUseNoted(id)) {
            keep(new Kept(kept.key().usedOn(today()), kept.hash()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private @Nullable Kept byId(String id) {
        return byHash.values().stream()
                .filter(kept -> kept.key().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /**
     * Makes a key.
     *
     * @throws AccountProblem if nobody answers for it, or it is to do more than that one may
     */
    public synchronized Made create(
            String name, String userName, Set<Grant> grants, @Nullable Instant expiresAt, Viewer by) {
        UserAccount owner = accounts.find(userName).orElseThrow(() -> AccountProblem.unknown(userName));
        if (owner.state() == State.CLOSED) {
            throw AccountProblem.invalid(
                    "账号 \"" + userName + "\" 已停用，不能负责密钥；请另选一个启用的账号",
                    "account \"" + userName + "\" is closed and answers for no key; choose an open one");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw AccountProblem.invalid(
                    "密钥名称须为 1 至 " + LONGEST_NAME + " 个字符",
                    "the key's name must have 1 to " + LONGEST_NAME + " characters");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw AccountProblem.invalid("到期时间 " + expiresAt + " 已过", "the end " + expiresAt + " has passed already");
        }
        if (!common(grants, owner.grants()).equals(grants)) {
            throw AccountProblem.invalid(
                    "密钥的权限超出账号 \"" + userName + "\" 的权限；请只选该账号已有的角色和范围",
                    "the key would do more than account \"" + userName
                            + "\" may; give it roles and scopes of that account");
        }
        String secret = Secrets.secret();
        ApiKey key = new ApiKey(
                "key-" + Secrets.random(ID_CHARACTERS),
                name.strip(),
                userName,
                grants,
                new Created(clock.instant(), by.person()),
                expiresAt,
                null,
                null);
        keep(new Kept(key, Sha256.hex(secret)));
        return new Made(key, secret);
    }

    /** Ends a key for good; one that has ended stays so. */
    public synchronized ApiKey end(String id) {
        Kept kept = byId(id);
        if (kept == null) {
            throw new AccountProblem(
                    AccountProblem.Kind.UNKNOWN,
                    new Bilingual("没有密钥 \"" + id + "\"", "key \"" + id + "\" does not exist"));
        }
        return kept.key().endedAt() != null
                ? kept.key()
                : keep(new Kept(kept.key().endedAt(clock.instant()), kept.hash()));
    }

    /** The keys that an account answers for and that have not ended, by id. */
    public List<ApiKey> of(String userName) {
        return all().stream()
                .filter(key -> key.userName().equals(userName) && key.endedAt() == null)
                .toList();
    }

    /**
     * Has other accounts answer for keys, which may no more than those from then on and get other secrets, and ends the rest of the leaver's.
     *
     * @param write writes what it is given, together with what else there is to write
     * @return the keys that go on, with their secrets
     * @throws AccountProblem if the leaver answers for other keys by now
     */
    synchronized List<Made> handOver(HandedOver what, Consumer<Consumer<BooksTx>> write) {
        Set<String> known = new HashSet<>(what.keys().keySet());
        known.addAll(what.ended());
        if (!known.equals(of(what.userName()).stream().map(ApiKey::id).collect(Collectors.toSet()))) {
            throw new AccountProblem(
                    AccountProblem.Kind.CONFLICT,
                    new Bilingual(
                            "交接期间账号 \"" + what.userName() + "\" 的接口密钥有变化；请重新查看后再交接，未作任何更改",
                            "the keys of account \"" + what.userName()
                                    + "\" changed meanwhile; look again, then hand over. Nothing was changed"));
        }
        Map<String, Kept> next = new TreeMap<>(byHash);
        next.values().removeIf(kept -> known.contains(kept.key().id()));
        List<Kept> changed = new ArrayList<>();
        List<Made> renewed = new ArrayList<>();
        what.keys().forEach((id, to) -> {
            if (accounts.find(to).isEmpty()) {
                throw AccountProblem.unknown(to);
            }
            String secret = Secrets.secret();
            ApiKey key = Objects.requireNonNull(byId(id)).key().ownedBy(to);
            changed.add(new Kept(key, Sha256.hex(secret)));
            renewed.add(new Made(key, secret));
        });
        what.ended().stream()
                .map(id -> Objects.requireNonNull(byId(id)))
                .forEach(kept -> changed.add(new Kept(kept.key().endedAt(clock.instant()), kept.hash())));
        write.accept(tx -> changed.forEach(kept -> KeyTable.putIn(tx.handle(), kept)));
        changed.forEach(kept -> next.put(kept.hash(), kept));
        byHash = Map.copyOf(next);
        return renewed;
    }

    /** Keeps the token that the operator's file says, in place of the one before. */
    synchronized void putToken(ApiKey token, String hash) {
        Map<String, Kept> others = new TreeMap<>(byHash);
        others.values().removeIf(kept -> kept.key().id().equals(token.id()));
        byHash = Map.copyOf(others);
        keep(new Kept(token, hash));
    }

    /** Says who answers for the token: the first account, which may be another one by now. */
    synchronized void ownToken(String id, String userName) {
        Kept kept = byId(id);
        if (kept != null && !kept.key().userName().equals(userName)) {
            keep(new Kept(kept.key().ownedBy(userName), kept.hash()));
        }
    }

    /** The hash of a key's secret; null if there is no such key. */
    @Nullable
    String hashOf(String id) {
        Kept kept = byId(id);
        return kept == null ? null : kept.hash();
    }

    private synchronized ApiKey keep(Kept kept) {
        table.put(kept);
        Map<String, Kept> next = new TreeMap<>(byHash);
        next.put(kept.hash(), kept);
        byHash = Map.copyOf(next);
        return kept.key();
    }
}
