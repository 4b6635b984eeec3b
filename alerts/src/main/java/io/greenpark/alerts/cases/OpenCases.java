package io.greenpark.alerts.cases;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** Which cases are open, and how many. */
public final class OpenCases {
    private OpenCases() {}

    /** The open cases of a rule, by subject. */
    public static Map<String, OpenCase> of(Handle handle, Case.Rule rule) {
        return CaseTable.open(handle, rule).stream()
                .collect(Collectors.toMap(c -> c.key().subject(), Function.identity()));
    }

    /** Open cases by rule, those on trial excepted; every rule is present. */
    public static Map<Case.Rule, Long> count(Handle handle) {
        Map<Case.Rule, Long> open = new EnumMap<>(Case.Rule.class);
        for (Case.Rule rule : Case.Rule.values()) {
            open.put(rule, 0L);
        }
        open.putAll(handle.createQuery(
                        "SELECT rule, count(*) AS n FROM alert_case WHERE state = 'OPEN' AND NOT trial GROUP BY rule")
                .setMapKeyColumn("rule")
                .setMapValueColumn("n")
                .collectInto(new GenericType<Map<Case.Rule, Long>>() {}));
        return open;
    }
}
