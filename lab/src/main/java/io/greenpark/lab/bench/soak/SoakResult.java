package io.greenpark.lab.bench.soak;

import io.greenpark.lab.load.LoadResult;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a soak saw.
 *
 * @param conditions machine, versions and settings, a line each
 * @param sustained readings per second that calibration found; empty where the rate was given
 * @param rate readings per second asked
 * @param interval from one message of a device to its next
 * @param samples in the order of time, warm-up included
 * @param drained from the last message until no reader had a lag
 * @param kept store by store
 */
record SoakResult(
        SoakOptions options,
        List<String> conditions,
        OptionalDouble sustained,
        double rate,
        Duration interval,
        List<SoakSample> samples,
        LoadResult load,
        Duration drained,
        List<StoreCounts.StoreCount> kept) {
    SoakResult {
        conditions = List.copyOf(conditions);
        samples = List.copyOf(samples);
        kept = List.copyOf(kept);
    }

    /** The samples that count: after the warm-up, while messages were due. */
    List<SoakSample> judged() {
        double from = options.warmUp().toSeconds();
        double to = options.duration().toMillis() / 1e3;
        return samples.stream()
                .filter(s -> s.second() > from && s.second() <= to)
                .toList();
    }
}
