package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.command.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestClockTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Clock RIGHT = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path data;

    private void says(String text) throws IOException {
        Files.writeString(data.resolve(TestClock.FILE), text);
    }

    @Test
    void with_file_and_variable_the_time_is_off_by_the_file() throws IOException {
        says("-PT30M\n");
        assertThat(TestClock.of(data, TestClock.VALUE, RIGHT).instant()).isEqualTo(NOW.minus(Duration.ofMinutes(30)));
    }

    @Test
    void with_the_file_alone_the_time_is_correct() throws IOException {
        says("PT5H");
        assertThat(TestClock.of(data, "", RIGHT)).isSameAs(RIGHT);
    }

    @Test
    void the_variable_alone_or_another_value_is_refused() throws IOException {
        assertThatThrownBy(() -> TestClock.of(data, TestClock.VALUE, RIGHT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unset it");
        says("PT5H");
        assertThatThrownBy(() -> TestClock.of(data, "true", RIGHT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("\"true\"");
    }

    @Test
    void a_file_without_a_duration_is_refused() throws IOException {
        says("soon");
        assertThatThrownBy(() -> TestClock.of(data, TestClock.VALUE, RIGHT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("PT-30M");
    }
}
