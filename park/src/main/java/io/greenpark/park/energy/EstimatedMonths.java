package io.greenpark.park.energy;

/**
 * The estimated time of a period of several months. What readings bound within the period is measured, though it was spread
 * over its months: of the months that have estimated time, those count that hang together with an end of the period beyond
 * which there is estimated time too. A rise that crosses that end lies in these.
 */
public final class EstimatedMonths {
    private EstimatedMonths() {}

    /**
     * Milliseconds, added up over points as the arguments are.
     *
     * @param beforeMs estimated time of the month before the period
     * @param months estimated time of each month of the period, seen from the month
     * @param afterMs estimated time of the month after it; 0 while nothing is known of that
     */
    public static long estimatedMs(long beforeMs, long[] months, long afterMs) {
        if (months.length == 1) {
            return months[0];
        }
        int first = beforeMs > 0 ? run(months, 0, 1) : 0;
        int last = afterMs > 0 ? Math.max(first, months.length - run(months, months.length - 1, -1)) : months.length;
        long estimated = 0;
        for (int i = 0; i < months.length; i++) {
            estimated += i < first || i >= last ? months[i] : 0;
        }
        return estimated;
    }

    /** How many months with estimated time follow each other from one on, in a direction. */
    private static int run(long[] months, int from, int direction) {
        int run = 0;
        for (int i = from; i >= 0 && i < months.length && months[i] > 0; i += direction) {
            run++;
        }
        return run;
    }
}
