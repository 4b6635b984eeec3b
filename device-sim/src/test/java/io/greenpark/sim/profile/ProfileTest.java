package io.greenpark.sim.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void noise_is_the_same_whenever_it_is_asked_for() {
        Noise noise = new Noise("hardware-01-el", 7);
        assertThat(noise.correlated(1_000)).isEqualTo(new Noise("hardware-01-el", 7).correlated(1_000));
        assertThat(noise.correlated(1_000)).isNotEqualTo(new Noise("hardware-02-el", 7).correlated(1_000));
    }

    @Test
    void noise_has_mean_zero_and_deviation_one() {
        Noise noise = new Noise("x", 1);
        double mean =
                LongStream.range(0, 20_000).mapToDouble(noise::normal).average().orElseThrow();
        double square = LongStream.range(0, 20_000)
                .mapToDouble(noise::normal)
                .map(v -> v * v)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.05));
        assertThat(square).isCloseTo(1, within(0.05));
    }

    @Test
    void a_hardware_shop_rests_on_sundays_and_over_the_spring_festival() {
        LoadShape shape = LoadShape.of("hardware-tools").orElseThrow();
        double tuesday = shape.share(LocalDateTime.parse("2026-03-10T09:00"));
        assertThat(tuesday).isEqualTo(0.95);
        assertThat(shape.share(LocalDateTime.parse("2026-03-15T09:00"))).isCloseTo(tuesday * 0.15, within(1e-9));
        assertThat(shape.share(LocalDateTime.parse("2026-02-17T09:00"))).isCloseTo(tuesday * 0.1, within(1e-9));
    }

    @Test
    void carriers_share_standard_coal_as_the_table_says() {
        double gasPerKwh = CarrierSplit.perKwh("hardware-tools", "natural-gas");
        double gasShare = gasPerKwh * 1.2143 / (0.1229 + gasPerKwh * 1.2143);
        assertThat(gasShare).isCloseTo(0.25, within(0.001));
        assertThat(CarrierSplit.perKwh("hardware-tools", "raw-coal")).isZero();
    }
}
