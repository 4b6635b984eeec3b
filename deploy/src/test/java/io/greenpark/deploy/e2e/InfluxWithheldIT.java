package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.influx.InfluxServer;
import io.greenpark.park.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version wrote to InfluxDB is listed and removed while Greenpark runs, also by a command that was killed. */
class InfluxWithheldIT {
    private static final String DATABASE = "withheld_park";
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void value_added_of_an_earlier_version_is_removed_and_nothing_else() throws Exception {
        InfluxServer influx = InfluxServer.shared();
        try (GreenparkProcess greenpark = new GreenparkProcess(
                        GreenparkProcess.conf("real-plants.yaml"),
                        folder.resolve("data"),
                        List.of("influx.url=" + influx.url(), "influx.database=" + DATABASE, "canary.enabled=false"))
                .start()) {
            try (ReplayProcess replay = ReplayProcess.start(greenpark, "steel-plant", "--via", "mqtt", "--wait")) {
                replay.finish();
            }
            Await.until("everything is written", LONGEST, () -> idle(greenpark));
            assertThat(influx.rows(DATABASE, "SELECT iva_cny FROM intensity_month"))
                    .isEmpty();
            assertThat(influx.number(DATABASE, "SELECT COUNT(tce_per_10k_cny) FROM intensity_month"))
                    .isPositive();
            CommandResult clean = withheld(greenpark);
            assertThat(clean.exitCode()).as(clean.output()).isZero();
            assertThat(clean.output()).contains("nothing that may not be told");
            Map<String, String> original = content(influx);

            writeValueAdded(influx);
            CommandResult listed = withheld(greenpark);
            assertThat(listed.exitCode()).as(listed.output()).isEqualTo(1);
            assertThat(listed.output())
                    .contains("intensity_month, enterprise steel-plant: 12 points of 2018-01 to 2018-12: iva_cny");

            killRemoving(greenpark);
            CommandResult removed = withheld(greenpark, "--remove");
            assertThat(removed.exitCode()).as(removed.output()).isZero();
            assertThat(content(influx)).isEqualTo(original);
            assertThat(withheld(greenpark).exitCode()).isZero();

            writeValueAdded(influx);
            restrict(greenpark, "steel-plant:2018-03");
            Await.until("the running process removes it", LONGEST, () -> content(influx)
                    .get("tce_per_10k_cny")
                    .startsWith("11.0 "));
            assertThat(content(influx).get("iva_cny")).isEqualTo("[]");
            assertThat(content(influx).get("ytd_tce_per_10k_cny")).startsWith("2.0 ");
            Await.until("energy is written again", LONGEST, () -> content(influx)
                    .get("tce")
                    .equals(original.get("tce")));
            Await.until(
                    "nothing is left to say", LONGEST, () -> troubles(greenpark).isEmpty());
            assertThat(withheld(greenpark).exitCode()).isZero();
        }
    }

    private static void restrict(GreenparkProcess greenpark, String statistic) throws Exception {
        assertThat(greenpark
                        .post("/api/v1/registry/changes", """
                        {"reason": "the provider allows sums only", "edits": [{"kind": "statistic", "id": "%s",
                          "verb": "patch", "document": {"allowedUse": "aggregate-only"}}]}""".formatted(statistic))
                        .get("applied")
                        .asBoolean())
                .isTrue();
    }

    private static List<String> troubles(GreenparkProcess greenpark) {
        try {
            List<String> codes = new ArrayList<>();
            greenpark.api("/api/v1/operations").get("troubles").forEach(t -> codes.add(t.toString()));
            return codes;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static CommandResult withheld(GreenparkProcess greenpark, String... options) throws Exception {
        return CommandResult.run(command(greenpark, options));
    }

    private static ProcessBuilder command(GreenparkProcess greenpark, String... options) {
        List<String> words = new ArrayList<>(List.of("influx", "withheld"));
        words.addAll(greenpark.settings());
        words.addAll(List.of(options));
        return GreenparkProcess.command(words);
    }

    /** Wherever it is then: before the deleting, between it and the writing, or done. */
    private static void killRemoving(GreenparkProcess greenpark) throws Exception {
        Process removing = command(greenpark, "--remove")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        removing.waitFor(1_300, TimeUnit.MILLISECONDS);
        removing.descendants().forEach(ProcessHandle::destroyForcibly);
        removing.destroyForcibly().waitFor();
    }

    private static void writeValueAdded(InfluxServer influx) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (List<Object> row : influx.rows(
                DATABASE,
                "SELECT tce FROM intensity_month WHERE enterprise = 'steel-plant' AND time >= '2017-12-31'")) {
            long time = ((Number) row.get(0)).longValue();
            lines.append("intensity_month,enterprise=steel-plant,park=")
                    .append(influx.rows(DATABASE, "SHOW TAG VALUES FROM intensity_month WITH KEY = park")
                            .get(0)
                            .get(1))
                    .append(" iva_cny=262000 ")
                    .append(time)
                    .append('\n');
        }
        HttpRequest write = HttpRequest.newBuilder(URI.create(influx.url() + "/write?precision=ms&db=" + DATABASE))
                .POST(HttpRequest.BodyPublishers.ofString(lines.toString()))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(write, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(204);
    }

    private static boolean idle(GreenparkProcess greenpark) {
        try {
            for (var reader : greenpark.api("/api/v1/health").get("readers")) {
                if (reader.get("lag").asLong() > 0) {
                    return false;
                }
            }
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Count and sum of every field that stays. */
    private static Map<String, String> content(InfluxServer influx) {
        Map<String, String> content = new TreeMap<>();
        for (String field : List.of("tce", "tce_per_10k_cny", "completeness", "ytd_tce", "ytd_tce_per_10k_cny")) {
            String from = "(\"" + field + "\") FROM intensity_month";
            content.put(
                    field,
                    influx.number(DATABASE, "SELECT COUNT" + from)
                            + String.format(" %.6g", influx.number(DATABASE, "SELECT SUM" + from)));
        }
        content.put(
                "iva_cny",
                influx.rows(DATABASE, "SELECT iva_cny FROM intensity_month").toString());
        return content;
    }
}
