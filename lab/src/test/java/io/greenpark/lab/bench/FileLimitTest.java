package io.greenpark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileLimitTest {
    @Test
    void connections_within_the_limit_are_no_problem() {
        assertThat(FileLimit.problem(1_000, 1_500)).isNull();
        assertThat(FileLimit.problem(10_000, Long.MAX_VALUE)).isNull();
    }

    @Test
    void a_limit_that_is_too_low_is_named_with_what_is_needed_and_what_to_do() {
        assertThat(FileLimit.problem(10_000, 1_024))
                .startsWith("--connections \"10000\": a process may have 1024 files and sockets open here (ulimit -n)")
                .contains("10500 are needed")
                .contains("accepted are up to 524")
                .contains("ulimit -n 10500")
                .contains("LimitNOFILE=");
    }
}
