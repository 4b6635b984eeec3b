package io.greenpark.park.discharge;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeanValidityTest {
    @Test
    void an_hour_is_valid_from_45_minutes_of_normal_data_on() {
        assertThat(MeanValidity.isValid(44 / 60.0, MeanValidity.DEFAULT_MIN_PERCENT))
                .isFalse();
        assertThat(MeanValidity.isValid(45 / 60.0, MeanValidity.DEFAULT_MIN_PERCENT))
                .isTrue();
    }

    @Test
    void only_samples_flagged_normal_are_valid() {
        assertThat(Arrays.stream(Flag.values()).filter(f -> MeanValidity.isValid(new Sample(0, 1, f, 0))))
                .containsExactly(Flag.NORMAL);
    }
}
