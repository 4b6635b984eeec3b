package io.greenpark.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class AckLatencyTest {
    @Test
    void percentiles_are_exact_to_a_thousandth() {
        Histogram histogram = AckLatency.histogram();
        for (long i = 1; i <= 100_000; i++) {
            histogram.recordValue(i);
        }
        AckLatency latency = AckLatency.of(histogram);
        assertThat(latency.messages()).isEqualTo(100_000);
        assertThat((double) latency.p50Micros()).isCloseTo(50_000, within(50.0));
        assertThat((double) latency.p99Micros()).isCloseTo(99_000, within(99.0));
        assertThat((double) latency.maxMicros()).isCloseTo(100_000, within(100.0));
    }

    @Test
    void an_empty_histogram_says_zero() {
        assertThat(AckLatency.of(AckLatency.histogram())).isEqualTo(new AckLatency(0, 0, 0, 0));
    }

    @Property
    void a_single_value_is_found_again(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long value) {
        Histogram histogram = AckLatency.histogram();
        histogram.recordValue(value);
        assertThat(AckLatency.of(histogram).p50Micros()).isBetween(value - value / 1_000, value + value / 1_000);
    }
}
