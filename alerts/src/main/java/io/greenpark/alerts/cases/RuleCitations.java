package io.greenpark.alerts.cases;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code alert_case_rule}: by which rule cases were raised. */
public final class RuleCitations {
    private RuleCitations() {}

    static void put(Handle handle, String caseId, CitedRule rule) {
        handle.execute(
                "INSERT INTO alert_case_rule (case_id, rule_id, version, says) VALUES (?, ?, ?, ?) ON CONFLICT (case_id)"
                        + " DO UPDATE SET rule_id = excluded.rule_id, version = excluded.version, says = excluded.says",
                caseId,
                rule.id(),
                rule.version(),
                rule.says());
    }

    /** Empty for a case of before rules were kept. */
    public static Optional<CitedRule> of(Handle handle, String caseId) {
        return handle.createQuery("SELECT rule_id, version, says FROM alert_case_rule WHERE case_id = :id")
                .bind("id", caseId)
                .map((row, context) ->
                        new CitedRule(row.getString("rule_id"), row.getLong("version"), row.getString("says")))
                .findOne();
    }

    /**
     * What a rule raised.
     *
     * @param all cases it raised
     * @param open those that are open
     * @param withdrawn those that late or corrected data made untrue
     */
    public record Raised(long all, long open, long withdrawn) {}

    /** What a version of a rule raised. */
    public static Raised raised(Handle handle, String ruleId, long version) {
        return handle.createQuery("SELECT count(*) AS n, SUM(CASE WHEN c.state = 'OPEN' THEN 1 ELSE 0 END) AS open,"
                        + " SUM(CASE WHEN c.state = 'WITHDRAWN' THEN 1 ELSE 0 END) AS withdrawn"
                        + " FROM alert_case_rule r JOIN alert_case c ON c.id = r.case_id"
                        + " WHERE r.rule_id = :rule AND r.version = :version")
                .bind("rule", ruleId)
                .bind("version", version)
                .map((row, context) -> new Raised(row.getLong("n"), row.getLong("open"), row.getLong("withdrawn")))
                .one();
    }
}
