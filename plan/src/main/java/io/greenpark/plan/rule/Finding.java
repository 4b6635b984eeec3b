package io.greenpark.plan.rule;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule says of an enterprise.
 *
 * @param lacks what is not known of it, by year where a rule looks at several; also where the rest decides
 * @param facts what figures it was made of, by name: {@code taxPerMuCny}, {@code landPercent} ...
 * @param checks all that was looked at with its threshold, in the rule's order; none of a year without figures
 */
public record Finding(
        String enterpriseId, Verdict verdict, List<YearLack> lacks, Map<String, BigDecimal> facts, List<Check> checks) {
    public Finding {
        checks = List.copyOf(checks);
        lacks = List.copyOf(lacks);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** What a rule can say. */
    public enum Verdict {
        LISTED,
        NOT_LISTED,
        /** It could be either, as far as is known. */
        UNKNOWN
    }

    /** Something that is not known of a year. */
    public record YearLack(int year, Lack lack) {}
}
