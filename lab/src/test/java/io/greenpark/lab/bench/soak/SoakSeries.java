package io.greenpark.lab.bench.soak;

import io.greenpark.lab.load.AckLatency;
import io.greenpark.lab.load.LoadResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** A made-up soak of ten minutes at 10,000 readings/s, sampled every five seconds; flat by default. */
final class SoakSeries {
    private static final int SAMPLES = 120;
    private static final int RATE = 10_000;
    private static final long MB = 1 << 20;

    private IntToLongFunction residentMb = i -> 600 + i % 3;
    private IntToLongFunction heapMb = i -> 200;
    private IntToLongFunction keptMb = i -> 0;
    private IntToLongFunction lag = i -> 500;
    private long files = 100;
    private long filesPerSample;
    private long acknowledged = 6_000_000;
    private Duration drained = Duration.ofSeconds(1);
    private long found = acknowledged;

    SoakSeries residentMb(IntToLongFunction bySample) {
        residentMb = bySample;
        return this;
    }

    SoakSeries heapMb(IntToLongFunction bySample) {
        heapMb = bySample;
        return this;
    }

    SoakSeries keptMb(IntToLongFunction bySample) {
        keptMb = bySample;
        return this;
    }

    SoakSeries lag(IntToLongFunction bySample) {
        lag = bySample;
        return this;
    }

    SoakSeries filesPerSample(long more) {
        filesPerSample = more;
        return this;
    }

    SoakSeries acknowledged(long readings) {
        acknowledged = readings;
        return this;
    }

    SoakSeries drained(Duration time) {
        drained = time;
        return this;
    }

    SoakSeries found(long readings) {
        found = readings;
        return this;
    }

    private SoakSample sample(int i) {
        return new SoakSample(
                (i + 1) * 5.0,
                residentMb.applyAsLong(i) * MB,
                heapMb.applyAsLong(i) * MB,
                keptMb.applyAsLong(i) * MB,
                20 * MB,
                Map.of("accounting", lag.applyAsLong(i), "rules", 0L),
                new AckLatency(5 * RATE / 10, 800, 9_000, 20_000),
                RATE,
                0.7,
                i * 4 * MB,
                files + i * filesPerSample,
                40);
    }

    SoakResult result() {
        LoadResult load = new LoadResult(
                acknowledged,
                Duration.ofMinutes(10),
                new AckLatency(acknowledged / 10, 800, 9_000, 20_000),
                acknowledged / 10,
                acknowledged / 10,
                0);
        return new SoakResult(
                SoakOptions.ofMinutes(10, 0, 1_000, Path.of("nowhere")),
                List.of("machine: made up"),
                OptionalDouble.of(2 * RATE),
                RATE,
                Duration.ofSeconds(1),
                IntStream.range(0, SAMPLES).mapToObj(this::sample).toList(),
                load,
                drained,
                List.of(new StoreCounts.StoreCount("InfluxDB", "readings", 6_000_000, found)));
    }

    /** What was found wrong. */
    List<String> bad() {
        return SoakCriteria.of(result()).stream()
                .filter(v -> !v.good())
                .map(SoakCriteria.Criterion::what)
                .toList();
    }
}
