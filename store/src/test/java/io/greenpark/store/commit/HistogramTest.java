package io.greenpark.store.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void a_figure_falls_into_the_first_bucket_whose_bound_it_does_not_exceed() {
        Histogram tally = Histogram.of(10L, 100L);
        for (long figure : new long[] {0, 10, 11, 100, 101}) {
            tally.record(figure);
        }
        assertThat(tally.distribution()).isEqualTo(new Distribution(List.of(10L, 100L), List.of(2L, 2L, 1L), 222));
        assertThat(tally.distribution().atMost(0.4)).isEqualTo(10);
        assertThat(tally.distribution().atMost(0.8)).isEqualTo(100);
        assertThat(tally.distribution().atMost(0.9)).isNull();
    }

    @Test
    void an_empty_histogram_has_no_percentiles() {
        assertThat(Histogram.sizes().distribution().atMost(0.5)).isNull();
    }

    @Property
    void counts_and_sum_are_those_of_the_figures(@ForAll @Size(max = 200) List<@IntRange(max = 100_000) Integer> all) {
        Histogram tally = Histogram.sizes();
        all.forEach(tally::record);
        Distribution seen = tally.distribution();
        assertThat(seen.count()).isEqualTo(all.size());
        assertThat(seen.sum())
                .isEqualTo(all.stream().mapToLong(Integer::longValue).sum());
        for (double share : new double[] {0.5, 0.99}) {
            Long bound = seen.atMost(share);
            if (bound != null) {
                assertThat(all.stream().filter(f -> f <= bound).count())
                        .isGreaterThanOrEqualTo((long) Math.ceil(share * all.size()));
            }
        }
    }
}
