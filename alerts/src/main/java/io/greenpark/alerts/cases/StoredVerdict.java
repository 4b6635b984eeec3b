package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Verdict;

/**
 * A verdict in the books.
 *
 * @param judgedMs when it was given, to the second
 */
public record StoredVerdict(Case.Rule rule, Verdict verdict, long judgedMs) {
    private static final long SECOND_MS = 1_000;

    public StoredVerdict {
        judgedMs = Math.floorDiv(judgedMs, SECOND_MS) * SECOND_MS;
    }

    long startMs() {
        return verdict.from().toEpochMilli();
    }

    long endMs() {
        return verdict.to().toEpochMilli();
    }
}
