package io.greenpark.access.account;

import io.greenpark.access.account.GrantTable.Holder;
import io.greenpark.access.account.UserAccount.Created;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.Books;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The keys of programs, in memory and in the books. A key may what it was given as far as the person who answers for it still may
 * it, and nothing once that account is closed. Any thread may call.
 */
public final class ApiKeys {
    private static final int ID_CHARACTERS = 8;
    private static final int LONGEST_NAME = 100;
    private static final String SALTED = "salted:";

    private final Books books;
    private final UserAccounts accounts;
    private final Clock clock;
    private volatile Map<String, Kept> byHash;

    /** A key with the hash of its secret. */
    private record Kept(ApiKey key, String hash) {}

    /** A key that was just made, with the secret that nobody can look up afterwards. */
    public record Made(ApiKey key, String secret) {
        /** Names the key and nothing to attack. */
        @Override
        public String toString() {
            return "key " + key.id();
        }
    }

    private ApiKeys(Books books, UserAccounts accounts, Clock clock) {
        this.books = books;
        this.accounts = accounts;
        this.clock = clock;
        this.byHash = read(books);
    }

    /** Reads the keys from the books. Blocks. */
    public static ApiKeys open(Books books, UserAccounts accounts, Clock clock) {
        return new ApiKeys(books, accounts, clock);
    }

    private static Map<String, Kept> read(Books books) {
        return books.read(handle -> {
            Map<String, Set<Grant>> grants = GrantTable.read(handle, Holder.KEY);
            return handle.createQuery("SELECT * FROM api_key")
                    .map((row, context) -> new Kept(key(row, grants), row.getString("hash")))
                    .collect(Collectors.toMap(Kept::hash, kept -> kept));
        });
    }

    private static ApiKey key(ResultSet row, Map<String, Set<Grant>> grants) throws SQLException {
        Instant used = instant(row, "last_used_ms");
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                row.getString("user_name"),
                grants.getOrDefault(row.getString("id"), Set.of()),
                new Created(Instant.ofEpochMilli(row.getLong("created_ms")), row.getString("created_by")),
                instant(row, "expires_ms"),
                used == null ? null : LocalDate.ofInstant(used, ZoneOffset.UTC),
                instant(row, "ended_ms"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long ms = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(ms);
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
                .map(owner -> new Viewer(kept.key().id(), common(kept.key().grants(), owner.grants())))
                .map(viewer -> {
                    used(kept);
                    return viewer;
                });
    }

    private @Nullable Kept find(String secret) {
        Kept kept = byHash.get(Secrets.hash(secret));
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
        return Secrets.hash(HexFormat.of().parseHex(saltOf(salted)), secret);
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

    /** Notes the day, once. */
    private void used(Kept kept) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(kept.key().lastUsed())) {
            ApiKey key = kept.key();
            keep(
                    new Kept(
                            new ApiKey(
                                    key.id(),
                                    key.name(),
                                    key.userName(),
                                    key.grants(),
                                    key.created(),
                                    key.expiresAt(),
                                    today,
                                    key.endedAt()),
                            kept.hash()),
                    false);
        }
    }

    /**
     * Makes a key.
     *
     * @throws AccountProblem if nobody answers for it, or it is to do more than that one may
     */
    public Made create(String name, String userName, Set<Grant> grants, @Nullable Instant expiresAt, Viewer by) {
        UserAccount owner = accounts.find(userName).orElseThrow(() -> AccountProblem.unknown(userName));
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
        keep(new Kept(key, Secrets.hash(secret)), true);
        return new Made(key, secret);
    }

    /** Ends a key for good; one that has ended stays so. */
    public ApiKey end(String id) {
        Kept kept = byHash.values().stream()
                .filter(each -> each.key().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AccountProblem(
                        AccountProblem.Kind.UNKNOWN,
                        new Bilingual("没有密钥 \"" + id + "\"", "key \"" + id + "\" does not exist")));
        ApiKey key = kept.key();
        if (key.endedAt() != null) {
            return key;
        }
        ApiKey ended = new ApiKey(
                key.id(),
                key.name(),
                key.userName(),
                key.grants(),
                key.created(),
                key.expiresAt(),
                key.lastUsed(),
                clock.instant());
        keep(new Kept(ended, kept.hash()), false);
        return ended;
    }

    /** Keeps the token that the operator's file says, in place of the one before. */
    synchronized void putToken(ApiKey token, String hash) {
        Map<String, Kept> others = new TreeMap<>(byHash);
        others.values().removeIf(kept -> kept.key().id().equals(token.id()));
        byHash = Map.copyOf(others);
        keep(new Kept(token, hash), true);
    }

    /** Says who answers for the token: the first account, which may be another one by now. */
    synchronized void ownToken(String id, String userName) {
        for (Kept kept : byHash.values()) {
            ApiKey key = kept.key();
            if (key.id().equals(id) && !key.userName().equals(userName)) {
                keep(
                        new Kept(
                                new ApiKey(
                                        id,
                                        key.name(),
                                        userName,
                                        key.grants(),
                                        key.created(),
                                        key.expiresAt(),
                                        key.lastUsed(),
                                        key.endedAt()),
                                kept.hash()),
                        false);
            }
        }
    }

    /** The hash of a key's secret; null if there is no such key. */
    @Nullable
    String hashOf(String id) {
        return byHash.values().stream()
                .filter(kept -> kept.key().id().equals(id))
                .map(Kept::hash)
                .findFirst()
                .orElse(null);
    }

    private synchronized void keep(Kept kept, boolean grantsToo) {
        books.write(tx -> {
            put(tx.handle(), kept);
            if (grantsToo) {
                GrantTable.put(
                        tx.handle(), Holder.KEY, kept.key().id(), kept.key().grants());
            }
            return true;
        });
        Map<String, Kept> next = new TreeMap<>(byHash);
        next.put(kept.hash(), kept);
        byHash = Map.copyOf(next);
    }

    private static void put(Handle handle, Kept kept) {
        ApiKey key = kept.key();
        handle.createUpdate(
                        "INSERT INTO api_key (id, name, user_name, hash, created_ms, created_by, expires_ms, last_used_ms,"
                                + " ended_ms) VALUES (:id, :name, :userName, :hash, :createdMs, :createdBy, :expiresMs,"
                                + " :lastUsedMs, :endedMs) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                                + " user_name = excluded.user_name, hash = excluded.hash, expires_ms = excluded.expires_ms,"
                                + " last_used_ms = excluded.last_used_ms, ended_ms = excluded.ended_ms")
                .bind("id", key.id())
                .bind("name", key.name())
                .bind("userName", key.userName())
                .bind("hash", kept.hash())
                .bind("createdMs", key.created().at().toEpochMilli())
                .bind("createdBy", key.created().by())
                .bind("expiresMs", ms(key.expiresAt()))
                .bind(
                        "lastUsedMs",
                        key.lastUsed() == null
                                ? null
                                : ms(key.lastUsed().atStartOfDay(ZoneOffset.UTC).toInstant()))
                .bind("endedMs", ms(key.endedAt()))
                .execute();
    }

    private static @Nullable Long ms(@Nullable Instant at) {
        return at == null ? null : Long.valueOf(at.toEpochMilli());
    }
}
