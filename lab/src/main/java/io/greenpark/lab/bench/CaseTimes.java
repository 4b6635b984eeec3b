package io.greenpark.lab.bench;

/**
 * From reading to case.
 *
 * @param sortedMicros from when a reading was due to be published until the API listed its case
 * @param lagAtFirst readings the writer had before it when the first one was due
 * @param lagAtLast and when the last case was there
 */
record CaseTimes(long[] sortedMicros, long lagAtFirst, long lagAtLast) {
    long percentile(double share) {
        return sortedMicros[(int) Math.ceil(share * sortedMicros.length) - 1];
    }
}
