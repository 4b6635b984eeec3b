package io.greenpark.accounting.check;

/**
 * The sum of the amounts that count at the boundary of an enterprise.
 *
 * @param amount in base units, each amount times its factor
 * @param coveredMs added up over points
 * @param estimated how many hours of points in it are ESTIMATED
 * @param corrected how many are CORRECTED
 * @param share of it that is estimated, seen from the period
 */
record EnterpriseSum(long amount, long coveredMs, int estimated, int corrected, EstimatedShare share) {
    EnterpriseSum plus(EnterpriseSum other) {
        return new EnterpriseSum(
                plus(amount, other.amount),
                coveredMs + other.coveredMs,
                estimated + other.estimated,
                corrected + other.corrected,
                share.plus(other.share));
    }

    /** A sum beyond 64 bits is the largest that there is. */
    static long plus(long a, long b) {
        long sum = a + b;
        boolean over = a >= 0 == b >= 0 && a >= 0 != sum >= 0;
        return over ? (a >= 0 ? Long.MAX_VALUE : -Long.MAX_VALUE) : sum;
    }
}
