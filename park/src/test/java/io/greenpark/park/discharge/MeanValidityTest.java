package io.greenpark.park.discharge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeanValidityTest {
    @Test
    void an_hour_is_valid_from_45_minutes_of_normal_data_on() {
        assertThat(MeanValidity.isValid(44 / 60.0, MeanValidity.DEFAULT_MIN_PERCENT))
                .isFalse();
        assertThat(MeanValidity.isValid(45 / 60.0, MeanValidity.DEFAULT_MIN_PERCENT))
                .isTrue();
    }
}
