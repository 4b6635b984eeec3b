package io.greenpark.alerts.rulebook;

/** Rules as people send them. */
public final class RuleDocuments {
    private RuleDocuments() {}

    /** One that raises a case of a limit only after some periods. */
    public static String exceeded(String scope, String target, int raiseAfter, String from) {
        return exceeded(scope, target, raiseAfter, from, "\"trial\": false");
    }

    /** @param more further fields as JSON */
    public static String exceeded(String scope, String target, int raiseAfter, String from, String more) {
        return "{\"kind\": \"limit-exceeded\", \"scope\": \"" + scope + "\", \"target\": \"" + target
                + "\", \"parameters\": {\"raiseAfter\": " + raiseAfter
                + ", \"clearAfter\": 2, \"worsenPercent\": 20, \"minCompletenessPercent\": 75, \"clearPercent\": 100},"
                + " \"from\": \"" + from + "\", \"bases\": [\"zj-air-17\"], \"confirmed\": true, " + more + "}";
    }
}
