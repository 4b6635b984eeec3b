package io.greenpark.alerts.cases;

/**
 * How many cases there are.
 *
 * @param unacknowledged of the open ones, those that nobody has acknowledged
 */
public record CaseCounts(long open, long cleared, long withdrawn, long unacknowledged) {
    /**
     * The same of cases at hand.
     *
     * @param trials whether those on trial count, as they do where nothing else is asked for
     */
    public static CaseCounts of(Iterable<Case> cases, boolean trials) {
        CaseCounts counts = new CaseCounts(0, 0, 0, 0);
        for (Case c : cases) {
            if (trials || !c.trial()) {
                counts = counts.plus(c.state(), c.acknowledgedBy() != null, 1);
            }
        }
        return counts;
    }

    /** All of them. */
    public long all() {
        return open + cleared + withdrawn;
    }

    /** The same with {@code n} more. */
    CaseCounts plus(Case.State state, boolean acknowledged, long n) {
        return switch (state) {
            case OPEN -> new CaseCounts(open + n, cleared, withdrawn, unacknowledged + (acknowledged ? 0 : n));
            case CLEARED -> new CaseCounts(open, cleared + n, withdrawn, unacknowledged);
            case WITHDRAWN -> new CaseCounts(open, cleared, withdrawn + n, unacknowledged);
        };
    }
}
