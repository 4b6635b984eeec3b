package io.greenpark.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    @Test
    void percentiles_are_within_three_percent() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (long i = 1; i <= 100_000; i++) {
            histogram.add(i);
        }
        assertThat((double) histogram.percentile(0.5)).isCloseTo(50_000, within(1_600.0));
        assertThat((double) histogram.percentile(0.99)).isCloseTo(99_000, within(3_200.0));
        assertThat(histogram.max()).isEqualTo(100_000);
    }

    @Test
    void an_empty_histogram_says_zero() {
        assertThat(new LatencyHistogram().percentile(0.99)).isZero();
    }

    @Property
    void a_single_value_is_found_again(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long value) {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.add(value);
        assertThat(histogram.percentile(0.5)).isLessThanOrEqualTo(value).isGreaterThanOrEqualTo(value - value / 32 - 1);
    }
}
