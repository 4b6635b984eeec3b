package io.greenpark.dashboards.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescriptorsTest {
    @Test
    void http_takes_no_more_than_a_third_of_what_is_free() {
        for (int limit : new int[] {500, 1_024, 4_096, 65_536}) {
            Descriptors some = new Descriptors(limit, 200);
            assertThat(some.connections(20_000) + some.closing()).isLessThanOrEqualTo((limit - 200) / 3);
        }
        assertThat(new Descriptors(500, 200).connections(1_000)).isEqualTo(67);
        assertThat(new Descriptors(65_536, 300).connections(1_000)).isEqualTo(1_000);
        assertThat(new Descriptors(1_024, 224).connections(50)).isEqualTo(50);
    }

    @Test
    void a_few_are_left_in_any_case() {
        assertThat(new Descriptors(200, 198).connections(1_000)).isEqualTo(8);
    }

    @Test
    void without_a_limit_the_settings_count() {
        assertThat(new Descriptors(Long.MAX_VALUE, 0).connections(1_000)).isEqualTo(1_000);
    }

    @Test
    void this_process_has_some_open() {
        assertThat(Descriptors.now().open()).isBetween(1L, Descriptors.now().limit());
    }
}
