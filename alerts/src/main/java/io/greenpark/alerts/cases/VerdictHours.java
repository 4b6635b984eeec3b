package io.greenpark.alerts.cases;

import io.greenpark.accounting.hour.HourColumn;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableSql;
import io.greenpark.alerts.rule.Verdict.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The verdicts of the limits, exceeded and warned of, rows of {@code alert_verdict} and folded closed days. Those of the other
 * rules are few, and stay rows.
 */
final class VerdictHours extends HourTable<StoredVerdict> {
    private static final String NAME = "alert_verdict";
    private static final Set<Case.Rule> RULES = Set.of(Case.Rule.LIMIT_EXCEEDED, Case.Rule.LIMIT_WARNING);

    static final VerdictHours TABLE = new VerdictHours(RULES);
    /** The same, of one rule, to be read only. */
    private static final Map<Case.Rule, VerdictHours> BY_RULE =
            RULES.stream().collect(Collectors.toUnmodifiableMap(rule -> rule, rule -> new VerdictHours(Set.of(rule))));
    /**
     * Exceeded limits, to be read only, and only to find those: of what is folded nothing else is unpacked, of rows all verdicts
     * of the rule are given.
     */
    static final VerdictHours EXCEEDED = new VerdictHours(
            Set.of(Case.Rule.LIMIT_EXCEEDED),
            kind -> kind.rule() == Case.Rule.LIMIT_EXCEEDED && kind.outcome() == Outcome.RAISES);

    private VerdictHours(Set<Case.Rule> rules) {
        this(rules, kind -> rules.contains(kind.rule()));
    }

    private VerdictHours(Set<Case.Rule> rules, Predicate<VerdictKind> read) {
        super(
                new HourTableSql(
                        NAME,
                        "subject",
                        false,
                        columns(),
                        new HourTableSql.Kept(
                                "rule",
                                rules.stream().map(Case.Rule::name).sorted().toList())),
                new VerdictCodec(NAME, read));
    }

    private static List<HourColumn> columns() {
        return List.of(
                HourColumn.whole("start_ms"),
                HourColumn.text("rule"),
                HourColumn.text("phase"),
                HourColumn.whole("end_ms"),
                HourColumn.text("outcome"),
                HourColumn.text("figure"),
                HourColumn.text("bound"),
                HourColumn.text("unit"),
                HourColumn.text("severity"),
                HourColumn.real("completeness"),
                HourColumn.real("measured"),
                HourColumn.truth("evidence"),
                HourColumn.truth("confirmed"),
                HourColumn.text("source"),
                HourColumn.text("reason"),
                HourColumn.whole("judged_ms"));
    }

    /** Whether the verdicts of a rule are folded. */
    static boolean has(Case.Rule rule) {
        return RULES.contains(rule);
    }

    /** Those of one of these rules, to be read: neither to be folded nor to be removed from. */
    static VerdictHours of(Case.Rule rule) {
        return Objects.requireNonNull(BY_RULE.get(rule));
    }

    @Override
    protected StoredVerdict hour(ResultSet row, int first) throws SQLException {
        return new StoredVerdict(
                Case.Rule.valueOf(row.getString("rule")), VerdictTable.verdict(row), row.getLong("judged_ms"));
    }

    @Override
    protected long startMs(StoredVerdict stored) {
        return stored.startMs();
    }

    @Override
    protected Comparator<StoredVerdict> order() {
        return Comparator.comparingLong(StoredVerdict::startMs)
                .thenComparing(v -> v.verdict().phase())
                .thenComparing(StoredVerdict::rule);
    }
}
