package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.influx.InfluxServer;
import io.greenpark.park.Await;
import io.greenpark.park.registry.Canary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real InfluxDB behind the real process: what Grafana shows is what was measured, even after an outage. */
class InfluxIT {
    private static final String DATABASE = "park";
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String OF_2018 =
            " WHERE enterprise = 'steel-plant' AND time >= '2017-12-31T16:00:00Z' AND time <= '2018-12-31T16:00:00Z'";

    @TempDir
    Path folder;

    @Test
    void an_influxdb_outage_leaves_no_gap() throws Exception {
        try (InfluxServer influx = InfluxServer.open();
                GreenparkProcess greenpark = greenpark(influx).start();
                ReplayProcess replay = ReplayProcess.start(greenpark, "steel-plant", "--via", "mqtt", "--wait")) {
            Await.until("a third is acknowledged", LONGEST, () -> replay.acknowledgedPercent() >= 30);
            influx.stop();
            Await.until("the outage is noticed", LONGEST, () -> influxFails(greenpark));
            Await.until("intake goes on all the same", LONGEST, () -> replay.acknowledgedPercent() >= 60);
            influx.start();
            replay.finish();
            assertEveryPointOnce(influx);
            assertDerivedSeries(influx);
            SteelYear.assertBooked(greenpark, "steel-plant");
            assertThat(influxFails(greenpark)).isFalse();
            assertThat(influx.number(DATABASE, "SELECT COUNT(value) FROM " + Canary.QUANTITY))
                    .isPositive();
        }
    }

    private GreenparkProcess greenpark(InfluxServer influx) throws Exception {
        return new GreenparkProcess(
                GreenparkProcess.conf("real-plants.yaml"),
                folder.resolve("data"),
                List.of("influx.url=" + influx.url(), "influx.database=" + DATABASE));
    }

    /** Whether health says that InfluxDB cannot be written. */
    private static boolean influxFails(GreenparkProcess greenpark) {
        try {
            for (JsonNode reader : greenpark.api("/api/v1/health").get("readers")) {
                if (reader.get("name").asText().equals("influx")) {
                    return reader.hasNonNull("failure");
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("health names no reader \"influx\"");
    }

    private static void assertEveryPointOnce(InfluxServer influx) {
        assertThat(influx.number(DATABASE, "SELECT COUNT(value) FROM electricity"))
                .isEqualTo(SteelYear.QUARTER_HOURS);
        assertThat(influx.number(DATABASE, "SELECT SUM(value) FROM electricity"))
                .isCloseTo(SteelYear.KWH.doubleValue(), within(1e-6));
    }

    private static void assertDerivedSeries(InfluxServer influx) {
        assertThat(influx.number(DATABASE, "SELECT COUNT(electricity_kwh) FROM energy_hour" + OF_2018))
                .isEqualTo(365 * 24);
        assertThat(influx.number(DATABASE, "SELECT COUNT(electricity_kwh) FROM energy_day" + OF_2018))
                .isEqualTo(365);
        for (String series : List.of("energy_hour", "energy_day")) {
            assertThat(influx.number(DATABASE, "SELECT SUM(electricity_kwh) FROM " + series + OF_2018))
                    .as(series)
                    .isCloseTo(SteelYear.KWH.doubleValue(), within(1e-6));
        }
        assertThat(influx.number(DATABASE, "SELECT COUNT(tce) FROM intensity_month" + OF_2018))
                .isEqualTo(12);
        assertThat(influx.number(DATABASE, "SELECT SUM(tce) FROM intensity_month" + OF_2018))
                .isCloseTo(117.939351659, within(1e-6));
    }
}
