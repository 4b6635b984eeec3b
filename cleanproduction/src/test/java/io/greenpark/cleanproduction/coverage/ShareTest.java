package io.greenpark.cleanproduction.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a share is written: never as all or nothing that it is not. */
class ShareTest {
    @ParameterizedTest
    @CsvSource({
        "249, 250, 99.6",
        "2499, 2500, 99.9",
        "9999, 10000, 99.9",
        "1, 2500, 0.1",
        "1, 100000, 0.1",
        "0, 120, 0.0",
        "120, 120, 100.0",
        "2, 3, 66.7",
        "1, 8, 12.5",
        "1, 80, 1.3"
    })
    void a_share_is_rounded_to_one_decimal_and_never_to_all_or_nothing(long part, long whole, String written) {
        assertThat(Share.percent(part, whole)).isEqualTo(new BigDecimal(written));
    }

    @Test
    void of_nobody_there_is_no_share() {
        assertThat(Share.percent(0, 0)).isNull();
    }

    @Test
    void all_is_written_of_all_alone_and_nothing_of_nothing_alone() {
        for (int whole = 1; whole < 3_000; whole++) {
            for (int part : new int[] {0, 1, whole / 2, whole - 1, whole}) {
                BigDecimal written = Share.percent(Math.min(part, whole), whole);
                assertThat(written.compareTo(new BigDecimal("100")) == 0).isEqualTo(part == whole);
                assertThat(written.signum() == 0).isEqualTo(part == 0);
            }
        }
    }

    @Test
    void more_than_all_is_a_mistake() {
        assertThatThrownBy(() -> Share.percent(3, 2)).hasMessageContaining("3 is no part of 2");
    }
}
