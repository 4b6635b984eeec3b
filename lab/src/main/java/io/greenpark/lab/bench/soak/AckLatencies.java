package io.greenpark.lab.bench.soak;

import io.greenpark.lab.load.LatencyHistogram;
import io.greenpark.lab.load.Ledger;

/** Counts what each device was acknowledged, and keeps the times of one interval at a time. */
final class AckLatencies implements Ledger {
    /** Times of the messages acknowledged in an interval. */
    record Interval(long messages, long p50Micros, long p99Micros) {}

    private final long[] byDevice;
    private LatencyHistogram micros = new LatencyHistogram();
    private long messages;

    AckLatencies(int devices) {
        byDevice = new long[devices];
    }

    @Override
    public void acknowledged(int sender, long sequence) {
        acknowledged(sender, sequence, 0);
    }

    @Override
    public synchronized void acknowledged(int sender, long sequence, long nanos) {
        byDevice[sender]++;
        messages++;
        micros.add(nanos / 1_000);
    }

    /** What was acknowledged since this was asked before. */
    synchronized Interval next() {
        Interval interval = new Interval(messages, micros.percentile(0.5), micros.percentile(0.99));
        messages = 0;
        micros = new LatencyHistogram();
        return interval;
    }

    /** Messages of each device so far. */
    synchronized long[] byDevice() {
        return byDevice.clone();
    }
}
