package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.store.bytes.DamagedBytesException;

/**
 * What a folded verdict says, as one number.
 *
 * @param same whether its period, figure, coverage and time are those of the other rule's verdict of the period
 */
record VerdictKind(Case.Rule rule, Phase phase, Outcome outcome, boolean same) {
    private static final int RULES = 2;
    private static final int PHASES = 2;
    private static final int OUTCOMES = 4;

    static VerdictKind of(StoredVerdict v, boolean same) {
        return new VerdictKind(v.rule(), v.verdict().phase(), v.verdict().outcome(), same);
    }

    static VerdictKind of(long code) throws DamagedBytesException {
        if (code < 0 || code >= 2L * RULES * PHASES * OUTCOMES) {
            throw new DamagedBytesException("there is no kind of verdict of code " + code);
        }
        int rest = (int) code;
        boolean same = rest % 2 == 1;
        rest /= 2;
        Case.Rule rule = rest % RULES == 0 ? Case.Rule.LIMIT_EXCEEDED : Case.Rule.LIMIT_WARNING;
        rest /= RULES;
        Phase phase = rest % PHASES == 0 ? Phase.CLOSED : Phase.RUNNING;
        return new VerdictKind(rule, phase, outcome(rest / PHASES), same);
    }

    long code() {
        int rules = code(rule);
        int phases = phase == Phase.CLOSED ? 0 : 1;
        return ((code(outcome) * PHASES + phases) * RULES + rules) * 2L + (same ? 1 : 0);
    }

    private static int code(Case.Rule rule) {
        return switch (rule) {
            case LIMIT_EXCEEDED -> 0;
            case LIMIT_WARNING -> 1;
            default -> throw new IllegalArgumentException("verdicts of " + rule + " are not folded");
        };
    }

    private static int code(Outcome outcome) {
        return switch (outcome) {
            case CLEARS -> 0;
            case HOLDS -> 1;
            case RAISES -> 2;
            case UNJUDGED -> 3;
        };
    }

    private static Outcome outcome(int code) {
        return switch (code) {
            case 0 -> Outcome.CLEARS;
            case 1 -> Outcome.HOLDS;
            case 2 -> Outcome.RAISES;
            default -> Outcome.UNJUDGED;
        };
    }
}
