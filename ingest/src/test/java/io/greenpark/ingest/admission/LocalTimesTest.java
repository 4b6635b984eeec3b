package io.greenpark.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 25 October 2026: Berlin has the hour from two to three twice, at 00:00Z and at 01:00Z. */
class LocalTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long LATER = Instant.parse("2026-11-25T00:00:00Z").toEpochMilli();
    private static final long QUARTER = Duration.ofMinutes(15).toMillis();

    private static Stream<String> read(long dueMs, long arrivalMs, String... times) {
        LocalTimes locals = new LocalTimes();
        return Stream.of(times)
                .map(t -> locals.instantMs(LocalDateTime.parse("2026-10-25T" + t), BERLIN, dueMs, arrivalMs))
                .map(ms -> Instant.ofEpochMilli(ms).toString().substring(11, 16));
    }

    @Test
    void a_message_that_goes_on_in_time_goes_on_into_the_second_hour() {
        assertThat(read(
                        QUARTER, LATER, "01:45", "02:00", "02:15", "02:30", "02:45", "02:00", "02:15", "02:30", "02:45",
                        "03:00"))
                .containsExactly(
                        "23:45", "00:00", "00:15", "00:30", "00:45", "01:00", "01:15", "01:30", "01:45", "02:00");
    }

    @Test
    void the_hour_is_there_twice_for_a_point_of_hours() {
        long hour = 4 * QUARTER;
        assertThat(read(hour, LATER, "01:00", "02:00", "02:00", "03:00"))
                .containsExactly("23:00", "00:00", "01:00", "02:00");
    }

    @Test
    void a_time_sent_twice_is_one_time() {
        assertThat(read(QUARTER, LATER, "01:45", "02:00", "02:00", "02:15"))
                .containsExactly("23:45", "00:00", "00:00", "00:15");
    }

    @Test
    void a_message_that_goes_back_in_time_stays_in_the_first() {
        assertThat(read(QUARTER, LATER, "03:00", "02:45", "02:30")).containsExactly("02:00", "00:45", "00:30");
    }

    @Test
    void a_time_alone_is_the_first_unless_it_arrives_right_after_the_second() {
        assertThat(read(QUARTER, LATER, "02:15")).containsExactly("00:15");
        assertThat(read(QUARTER, Instant.parse("2026-10-25T00:15:02Z").toEpochMilli(), "02:15"))
                .containsExactly("00:15");
        assertThat(read(QUARTER, Instant.parse("2026-10-25T01:15:02Z").toEpochMilli(), "02:15"))
                .containsExactly("01:15");
    }

    @Test
    void half_an_hour_may_be_there_twice() {
        ZoneId island = ZoneId.of("Australia/Lord_Howe");
        LocalTimes locals = new LocalTimes();
        assertThat(Stream.of("01:15", "01:30", "01:45", "01:30", "01:45", "02:00")
                        .map(t -> locals.instantMs(LocalDateTime.parse("2026-04-05T" + t), island, QUARTER, LATER))
                        .map(ms -> Instant.ofEpochMilli(ms).toString().substring(11, 16)))
                .containsExactly("14:15", "14:30", "14:45", "15:00", "15:15", "15:30");
    }
}
