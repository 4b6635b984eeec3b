package io.greenpark.plan.desk;

import io.greenpark.plan.light.Lights.Listed;
import io.greenpark.plan.rule.EnterpriseYears;
import io.greenpark.plan.rule.Finding;
import io.greenpark.plan.rule.Finding.Verdict;
import io.greenpark.plan.rule.ListRule;
import java.util.Collection;
import java.util.List;

/** What a rule says of many enterprises. */
final class Lists {
    private Lists() {}

    static List<Finding> of(ListRule rule, int year, Collection<EnterpriseYears> enterprises) {
        return enterprises.stream().map(one -> rule.of(one, year)).toList();
    }

    static Listed count(List<Finding> findings) {
        int listed = count(findings, Verdict.LISTED);
        return new Listed(listed, count(findings, Verdict.UNKNOWN), listed + count(findings, Verdict.NOT_LISTED));
    }

    private static int count(List<Finding> findings, Verdict verdict) {
        return (int) findings.stream().filter(f -> f.verdict() == verdict).count();
    }
}
