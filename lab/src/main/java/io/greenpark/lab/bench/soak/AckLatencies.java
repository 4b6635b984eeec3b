package io.greenpark.lab.bench.soak;

import io.greenpark.lab.load.AckLatency;
import io.greenpark.lab.load.Ledger;
import org.HdrHistogram.Histogram;

/** Counts what each device was acknowledged, and keeps the latencies of one interval at a time. */
final class AckLatencies implements Ledger {
    private final long[] byDevice;
    private final Histogram micros = AckLatency.histogram();

    AckLatencies(int devices) {
        byDevice = new long[devices];
    }

    @Override
    public void acknowledged(int client, long sequence) {
        acknowledged(client, sequence, 0);
    }

    @Override
    public synchronized void acknowledged(int client, long sequence, long nanos) {
        byDevice[client]++;
        micros.recordValue(Math.max(0, nanos / 1_000));
    }

    /** Latencies since this was asked before. */
    synchronized AckLatency next() {
        AckLatency latency = AckLatency.of(micros);
        micros.reset();
        return latency;
    }

    /** Messages of each device so far. */
    synchronized long[] byDevice() {
        return byDevice.clone();
    }
}
