package io.greenpark.park.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticalHourTest {
    /** Summer time in China, zones off the full hour, a change by half an hour, and a change within an hour (1901). */
    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 1990-04-13T00:00:00Z",
        "Asia/Shanghai, 1990-09-14T00:00:00Z",
        "Asia/Shanghai, 1900-12-31T00:00:00Z",
        "Asia/Kathmandu, 1985-12-30T00:00:00Z",
        "Australia/Lord_Howe, 2024-04-05T00:00:00Z",
        "Australia/Lord_Howe, 2024-10-04T00:00:00Z",
        "Europe/Berlin, 2024-10-26T00:00:00Z"
    })
    void an_hour_begins_where_the_calendar_of_the_zone_says(String zone, Instant from) {
        ZoneId id = ZoneId.of(zone);
        ParkTime time = new ParkTime(id);
        for (Instant at = from; at.isBefore(from.plus(3, ChronoUnit.DAYS)); at = at.plus(Duration.ofMillis(431_777))) {
            assertThat(time.hourOf(at))
                    .isEqualTo(at.atZone(id).truncatedTo(ChronoUnit.HOURS).toInstant());
        }
    }
}
