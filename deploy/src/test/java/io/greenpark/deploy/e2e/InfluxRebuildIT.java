package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.influx.InfluxServer;
import io.greenpark.park.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An InfluxDB that has lost everything is filled again, by a running process or by the command, without the log. */
class InfluxRebuildIT {
    private static final String DATABASE = "rebuilt_park";
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void a_rebuilt_influxdb_equals_the_original() throws Exception {
        InfluxServer influx = InfluxServer.shared();
        try (GreenparkProcess greenpark = new GreenparkProcess(
                        GreenparkProcess.conf("real-plants.yaml"),
                        folder.resolve("data"),
                        List.of("influx.url=" + influx.url(), "influx.database=" + DATABASE, "canary.enabled=false"))
                .start()) {
            for (String plant : List.of("steel-plant", "waste-water")) {
                try (ReplayProcess replay = ReplayProcess.start(greenpark, plant, "--via", "mqtt", "--wait")) {
                    replay.finish();
                }
            }
            Await.until("everything is written", LONGEST, () -> idle(greenpark));
            Map<String, String> original = content(influx);
            assertThat(original)
                    .containsKeys(
                            "electricity", "energy_hour", "energy_day", "intensity_month", "discharge_day", "limit");

            drop(influx);
            assertThat(rebuild(greenpark)).contains("by the running process", "InfluxDB is filled");
            Await.until("nothing is left to do", LONGEST, () -> idle(greenpark));
            assertThat(content(influx)).isEqualTo(original);

            greenpark.close();
            drop(influx);
            forgetLog();
            assertThat(rebuild(greenpark)).contains("by this command", "InfluxDB is filled");
            assertThat(content(influx)).isEqualTo(original);
        }
    }

    /**
     * Counts and sums of every field of every measurement; sums rounded, as their order of adding may differ. Counts of cases by the hour are only
     * there, since another hour may begin meanwhile; the platform's health is of the process that runs.
     */
    private static Map<String, String> content(InfluxServer influx) {
        Map<String, String> content = new TreeMap<>();
        for (List<Object> row : influx.rows(DATABASE, "SHOW MEASUREMENTS")) {
            if (row.get(0).toString().startsWith("health")) {
                continue;
            }
            if (row.get(0).equals("case_hour")) {
                content.put("case_hour", "there");
                continue;
            }
            String from = "(*) FROM \"" + row.get(0) + "\"";
            List<String> sums = influx.rows(DATABASE, "SELECT SUM" + from).stream()
                    .flatMap(List::stream)
                    .map(v -> String.format("%.6g", ((Number) v).doubleValue()))
                    .toList();
            content.put(row.get(0).toString(), influx.rows(DATABASE, "SELECT COUNT" + from) + " " + sums);
        }
        return content;
    }

    private static boolean idle(GreenparkProcess greenpark) {
        try {
            for (JsonNode reader : greenpark.api("/api/v1/health").get("readers")) {
                if (reader.get("lag").asLong() > 0) {
                    return false;
                }
            }
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void drop(InfluxServer influx) {
        influx.rows(DATABASE, "DROP DATABASE " + DATABASE);
    }

    private String rebuild(GreenparkProcess greenpark) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("influx", "rebuild"));
        words.addAll(greenpark.settings());
        Process process =
                GreenparkProcess.command(words).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    /** As if retention had taken every file of the log. */
    private void forgetLog() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/log"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
