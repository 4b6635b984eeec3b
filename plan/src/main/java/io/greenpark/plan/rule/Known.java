package io.greenpark.plan.rule;

/** Whether a condition holds: yes, no, or nobody can tell (Kleene's logic: what is known decides where it suffices). */
enum Known {
    NO,
    UNKNOWN,
    YES;

    static Known of(boolean holds) {
        return holds ? YES : NO;
    }

    Known and(Known other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Known or(Known other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Finding.Verdict verdict() {
        return switch (this) {
            case YES -> Finding.Verdict.LISTED;
            case NO -> Finding.Verdict.NOT_LISTED;
            case UNKNOWN -> Finding.Verdict.UNKNOWN;
        };
    }
}
