package io.greenpark.accounting.finding;

import io.greenpark.park.finding.FindingKind;
import io.greenpark.store.books.ReasonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code account_finding} in a settled order, newest first. Each select of a union goes along an index. */
final class FindingSelect {
    static final Set<FindingKind> LASTING = Arrays.stream(FindingKind.values())
            .filter(FindingKind::eachByItself)
            .collect(Collectors.toSet());

    private static final String COLUMNS = "point, kind, begin_ms, from_ms, to_ms, found, reason";
    private static final String FROM = " FROM account_finding f WHERE kind IN ";
    private static final String IS_DECLINED = "EXISTS (SELECT 1 FROM account_declined d WHERE d.point = f.point"
            + " AND d.at_ms >= f.from_ms AND d.last_old_ms < f.to_ms)";
    private static final String ONCE = " AND (kind = 'FALL_THAT_STAYED' OR NOT EXISTS (SELECT 1 FROM account_finding o"
            + " WHERE o.point = f.point AND o.kind = 'FALL_THAT_STAYED' AND o.begin_ms = f.begin_ms))";
    private static final String AFTER = " AND (to_ms < :afterTo OR to_ms = :afterTo"
            + " AND (point, kind, begin_ms) > (:afterPoint, :afterKind, :afterBegin))";
    private static final String ORDER = " ORDER BY to_ms DESC, point, kind, begin_ms LIMIT :max";

    /** More points are not named in a statement, but picked from what it finds. */
    private static final int NAMED = 5_000;

    private static final int PAGE = 1_000;

    /** What of the kinds that ask for a decision. */
    enum Decision {
        OPEN(" AND NOT " + IS_DECLINED),
        DECLINED(" AND " + IS_DECLINED),
        ANY("");

        private final String sql;

        Decision(String sql) {
            this.sql = sql;
        }
    }

    private final FindingQuery query;
    private final @Nullable Set<String> named;
    private final List<String> passing;
    private final List<String> lasting;
    private final String deciding;

    private FindingSelect(FindingQuery query, String deciding) {
        this.query = query;
        Set<String> points = query.points();
        this.named = points != null && points.size() <= NAMED ? points : null;
        this.passing = names(query.kinds(), false);
        this.lasting = names(query.kinds(), true);
        this.deciding = deciding;
    }

    private static List<String> names(Set<FindingKind> kinds, boolean lasting) {
        return kinds.stream()
                .filter(kind -> kind.eachByItself() == lasting)
                .map(FindingKind::name)
                .toList();
    }

    /** What is noticed; what was declined no longer is. */
    static FindingSelect of(FindingQuery query) {
        return new FindingSelect(query, Decision.OPEN.sql);
    }

    /** Falls of registers, each once. */
    static FindingSelect falls(FindingQuery query, Decision decision) {
        return new FindingSelect(query, decision.sql + ONCE);
    }

    /** The fall of a point's register that ended at a time. */
    static Optional<KeptFinding> fall(Handle handle, String pointId, long atMs) {
        return handle.createQuery("SELECT " + COLUMNS + FROM + "(<lasting>) AND point = :point AND begin_ms = :at"
                        + " ORDER BY kind LIMIT 1")
                .bindList("lasting", names(LASTING, true))
                .bind("point", pointId)
                .bind("at", atMs)
                .map((row, context) -> finding(row))
                .findOne();
    }

    /** The next ones, as many as allowed. */
    List<KeptFinding> page(Handle handle, @Nullable FindingCursor after, int limit) {
        List<KeptFinding> page = new ArrayList<>();
        FindingCursor from = after;
        int max = picking() ? Math.max(PAGE, limit) : limit;
        while (!nothing() && page.size() < limit) {
            List<KeptFinding> read = read(handle, from, max);
            read.stream().filter(f -> asked(f.pointId())).forEach(page::add);
            if (read.size() < max) {
                break;
            }
            from = FindingCursor.of(read.get(read.size() - 1));
        }
        return page.size() > limit ? page.subList(0, limit) : page;
    }

    private boolean nothing() {
        return query.points() != null && query.points().isEmpty()
                || query.kinds().isEmpty();
    }

    /** Whether there are more points than a statement should name. */
    private boolean picking() {
        return query.points() != null && named == null;
    }

    private boolean asked(String point) {
        return query.points() == null || query.points().contains(point);
    }

    private List<KeptFinding> read(Handle handle, @Nullable FindingCursor after, int max) {
        Query sql = query(handle, union(COLUMNS, after == null ? "" : AFTER) + ORDER)
                .bind("max", max);
        if (after != null) {
            sql.bind("afterTo", after.toMs())
                    .bind("afterPoint", after.pointId())
                    .bind("afterKind", after.kind().name())
                    .bind("afterBegin", after.beginMs());
        }
        return sql.map((row, context) -> finding(row)).list();
    }

    /** How many rows there are of each kind. */
    Map<FindingKind, Long> rows(Handle handle) {
        return counts(handle, "count(*)");
    }

    /** How many points there are with something of each kind. */
    Map<FindingKind, Long> points(Handle handle) {
        return counts(handle, "count(DISTINCT point)");
    }

    private Map<FindingKind, Long> counts(Handle handle, String count) {
        Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
        if (nothing()) {
            return counts;
        }
        if (!picking()) {
            String sql = "SELECT kind, " + count + " AS n FROM (" + union("kind, point", "") + ") found GROUP BY kind";
            query(handle, sql)
                    .map((row, context) -> counts.merge(kind(row), row.getLong("n"), Long::sum))
                    .list();
        } else {
            String sql = "SELECT kind, point, " + count + " AS n FROM (" + union("kind, point", "")
                    + ") found GROUP BY kind, point";
            query(handle, sql)
                    .map((row, context) -> asked(row.getString("point"))
                            ? counts.merge(kind(row), row.getLong("n"), Long::sum)
                            : Long.valueOf(0))
                    .list();
        }
        return counts;
    }

    private String union(String columns, String rest) {
        String points = named == null ? "" : " AND point IN (<points>)";
        List<String> selects = new ArrayList<>();
        if (!passing.isEmpty()) {
            selects.add("SELECT " + columns + FROM + "(<passing>) AND to_ms >= :since" + points + rest);
        }
        if (!lasting.isEmpty()) {
            selects.add("SELECT " + columns + FROM + "(<lasting>)" + deciding + points + rest);
        }
        return String.join(" UNION ALL ", selects);
    }

    private Query query(Handle handle, String text) {
        Query sql = handle.createQuery(text);
        if (named != null) {
            sql.bindList("points", List.copyOf(named));
        }
        if (!passing.isEmpty()) {
            sql.bindList("passing", passing).bind("since", query.since().toEpochMilli());
        }
        if (!lasting.isEmpty()) {
            sql.bindList("lasting", lasting);
        }
        return sql;
    }

    private static FindingKind kind(ResultSet row) throws SQLException {
        return FindingKind.valueOf(row.getString("kind"));
    }

    private static KeptFinding finding(ResultSet row) throws SQLException {
        return new KeptFinding(
                row.getString("point"),
                kind(row),
                row.getLong("begin_ms"),
                row.getLong("from_ms"),
                row.getLong("to_ms"),
                row.getInt("found"),
                Objects.requireNonNull(ReasonColumn.read(row.getString("reason"))));
    }
}
