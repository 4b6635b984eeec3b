package io.greenpark.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.config.tls.KeyAlgorithm;
import io.greenpark.config.tls.TlsSetup;
import io.greenpark.park.Await;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.registry.Canary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations and metrics of a whole process, from outside. */
class OperationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OWN_METRIC = Pattern.compile("\\bgreenpark_[a-z_]+");

    @TempDir
    static Path folder;

    private static RunningApp app;

    @BeforeAll
    static void open() throws Exception {
        new TlsSetup(folder, Clock.systemUTC())
                .make(KeyAlgorithm.EC, List.of("localhost"), "localhost", Duration.ofDays(365));
        app = RunningApp.open(folder, "tls.http=false", "mqtt.tlsPort=0");
        Await.until(
                "the first canary has arrived", () -> canary().get("arrived").asInt() > 0);
    }

    @AfterAll
    static void close() {
        if (app != null) {
            app.close();
        }
    }

    private static JsonNode json(String path) throws Exception {
        return JSON.readTree(app.get(path).body());
    }

    private static JsonNode canary() {
        try {
            return json("/api/v1/operations").get("canary");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static PrometheusText scrape() throws Exception {
        return PrometheusText.parse(app.get("/metrics").body());
    }

    @Test
    void a_probe_reaches_every_stage() {
        assertThat(canary().get("missing").asInt()).isZero();
        assertThat(canary().get("problem").isNull()).isTrue();
        assertThat(canary().get("stagesMs").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("acknowledged", "stored", "heard");
    }

    @Test
    void the_canary_is_in_no_list_and_no_account() throws Exception {
        for (String list : new String[] {"/parks", "/enterprises", "/devices", "/alerts", "/dead-letters"}) {
            assertThat(app.get("/api/v1" + list).body()).as(list).doesNotContain(Canary.DEVICE, Canary.OWNER);
        }
        assertThat(app.get("/api/v1/points/" + Canary.POINT + "/series?from=2026-01-01&to=2026-01-02")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Files.readString(folder.resolve("credentials/devices.csv"))).doesNotContain(Canary.DEVICE);
    }

    @Test
    void a_running_platform_is_live_and_ready() throws Exception {
        assertThat(json("/api/v1/health/live").get("status").asText()).isEqualTo("live");
        assertThat(json("/api/v1/health/ready").get("status").asText()).isEqualTo("ready");
        assertThat(json("/api/v1/health").get("status").asText()).isEqualTo("ok");
    }

    @Test
    void metrics_have_every_refusal_reason_of_every_door() throws Exception {
        PrometheusText metrics = scrape();
        for (String door : new String[] {"mqtt", "coap", "broker"}) {
            for (RejectReason reason : RejectReason.values()) {
                assertThat(metrics.value("greenpark_refusals_total", Map.of("door", door, "reason", reason.code())))
                        .as(door + " " + reason)
                        .isZero();
            }
        }
        assertThat(metrics.value("greenpark_readings_total", Map.of("door", "mqtt")))
                .isPositive();
        assertThat(metrics.value("greenpark_reader_lag", Map.of("reader", "accounting")))
                .isNotNull();
        assertThat(metrics.value("greenpark_log_commit_seconds_count", Map.of()))
                .isPositive();
        assertThat(metrics.value("greenpark_store_used_bytes", Map.of("store", "books")))
                .isPositive();
        assertThat(metrics.value("greenpark_store_free_bytes", Map.of("store", "log")))
                .isPositive();
        assertThat(metrics.value("greenpark_ready", Map.of())).isOne();
        assertThat(metrics.value("greenpark_certificate_expiry_timestamp_seconds", Map.of("used_by", "mqtt")))
                .isBetween((double) Instant.now().plus(Duration.ofDays(364)).getEpochSecond(), (double)
                        Instant.now().plus(Duration.ofDays(366)).getEpochSecond());
        assertThat(metrics.names()).contains("jvm_memory_used_bytes", "jvm_threads_live_threads");
    }

    @Test
    void every_metric_has_a_help_text_and_a_base_unit() throws Exception {
        PrometheusText metrics = scrape();
        for (String family : metrics.families()) {
            assertThat(metrics.help(family)).as(family).isNotBlank();
            assertThat(family).doesNotContain("_ms", "_millis", "_kb", "_minutes");
        }
    }

    @Test
    void what_devices_send_never_becomes_a_label() throws Exception {
        assertThat(scrape().labelNames()).allSatisfy(label -> assertThat(Set.of(
                        "door", "reason", "name", "reader", "store", "rule", "stage", "version", "java", "le", "area",
                        "id", "state", "action", "cause", "gc", "used_by", "kind", "result"))
                .contains(label));
    }

    @Test
    void every_documented_metric_exists() throws Exception {
        Set<String> known = new TreeSet<>(scrape().names());
        for (Path file : new Path[] {
            Path.of("prometheus/greenpark-rules.yml"),
            Path.of("prometheus/greenpark.yml"),
            Path.of("../README.md"),
            Path.of("../README.zh-CN.md"),
            Path.of("../docs/architecture.md"),
            Path.of("../docs/decisions/006-being-watched.md")
        }) {
            Matcher named = OWN_METRIC.matcher(Files.readString(file));
            while (named.find()) {
                assertThat(known).as(file.toString()).contains(named.group());
            }
        }
    }

    @Test
    void operations_show_store_sizes_and_growth_per_point() throws Exception {
        JsonNode disk = json("/api/v1/operations").get("disk");
        assertThat(disk.get("stores"))
                .extracting(store -> store.get("name").asText())
                .containsExactly("log", "books", "dead-letters", "documents");
        assertThat(disk.get("disks").get(0).get("freeBytes").asLong()).isPositive();
        assertThat(disk.get("readingsPerDay").get("measured").isNull()).isTrue();
        assertThat(disk.get("readingsPerDay").get("expected").asLong()).isPositive();
        assertThat(disk.get("points")).isNotEmpty().allSatisfy(each -> assertThat(
                        each.get("bytesPerPointAndYear").asLong())
                .isPositive());
    }
}
