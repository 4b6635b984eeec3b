package io.greenpark.accounting.check;

/**
 * The sum of the amounts that count at the boundary of an enterprise.
 *
 * @param amount in base units, each amount times its factor
 * @param coveredMs added up over points
 * @param estimated how many hours of points in it are ESTIMATED
 * @param corrected how many are CORRECTED
 */
record EnterpriseSum(long amount, long coveredMs, int estimated, int corrected) {
    EnterpriseSum plus(EnterpriseSum other) {
        return new EnterpriseSum(
                Math.addExact(amount, other.amount),
                coveredMs + other.coveredMs,
                estimated + other.estimated,
                corrected + other.corrected);
    }
}
