package io.greenpark.deploy.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.park.Await;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped Dockerfile and compose.yaml, followed through the manual by a newcomer: one installation, started once, that
 * goes through its life in the order of the tests.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("greenpark.checkout", ".."))
            .toAbsolutePath()
            .normalize();
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<String> SERVICES = List.of("grafana", "greenpark", "influxdb", "mosquitto");
    private static final String METER = "paint-shop-meter";
    /** The day of all readings, as the manual says it. */
    private static final LocalDate DAY = LocalDate.now(ZoneId.systemDefault()).minusDays(1);

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder;

    private static Installation installation;
    private static String started;

    @BeforeAll
    static void install() throws Exception {
        Map<String, String> engine = Engine.ready(CHECKOUT);
        try (DirectoryStream<Path> tarballs =
                Files.newDirectoryStream(CHECKOUT.resolve("deploy/target"), "greenpark-*.tar.gz")) {
            Path tarball = tarballs.iterator().next();
            Files.createSymbolicLink(folder.resolve(tarball.getFileName()), tarball);
        }
        installation = new Installation(folder, CHECKOUT.resolve("docs/operating.md"), engine);
        installation.follow("install");
        installation.writeEnvironment();
        started = installation.follow("start");
    }

    @AfterAll
    static void remove() throws Exception {
        if (installation != null) {
            installation.close();
        }
        new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }

    @Test
    @Order(1)
    void the_commands_of_the_manual_start_it_and_show_the_console_s_password() throws Exception {
        assertThat(installation.running()).isEqualTo(SERVICES);
        assertThat(started).contains("user=admin\npassword=");
        assertThat(installation.logs("greenpark"))
                .contains("Greenpark is ready: https://localhost:8080")
                .doesNotContain("//0.0.0.0", "takes passwords");
    }

    @Test
    @Order(2)
    void a_reading_through_each_door_is_in_the_accounts_and_in_influxdb() throws Exception {
        installation.follow("try");
        installation.sh("mosquitto_pub -V mqttv5 -h localhost -p " + installation.mqttPort + " -u " + METER + " -P '"
                + installation.credential(METER, 4) + "' -q 1 " + telemetry("00:30", "4.25"));
        String key = installation.credential(METER, 6).replaceAll("..", "\\\\x$0");
        installation.sh("coap-client-openssl -B 20 -m post -t application/json -u " + METER + " -k \"$(printf '" + key
                + "')\" -e '" + payload("00:45", "2.50") + "' coaps://127.0.0.1:" + installation.coapsPort
                + "/greenpark/" + METER + "/telemetry");
        installation.follow("account");
        publishThroughMosquitto("01:00", "3.00");
        awaitEnergy("12.92");
        Await.until("all four are in InfluxDB", LONGEST, () -> "4".equals(inInflux()));
        assertThat(installation.api("/api/v1/findings").toString()).doesNotContain(METER);
    }

    @Test
    @Order(3)
    void its_certificate_names_it_for_other_containers() throws Exception {
        installation.sh("podman exec -i " + installation.container("influxdb") + " sh -c 'cat >/tmp/ca.pem;"
                + " curl -sf --cacert /tmp/ca.pem https://greenpark:8080/api/v1/health/live' < "
                + installation.authority());
    }

    private static String payload(String time, String kwh) {
        return "{\"ts\": \"" + DAY + "T" + time + ":00+08:00\", \"values\": {\"kwh\": " + kwh + "}}";
    }

    private static String telemetry(String time, String kwh) {
        return "-t greenpark/" + METER + "/telemetry -m '" + payload(time, kwh) + "'";
    }

    private static void publishThroughMosquitto(String time, String kwh) throws Exception {
        installation.sh("mosquitto_pub -V mqttv5 -h localhost -p " + installation.mosquittoPort + " -u " + METER
                + " -P 'its password' -q 1 " + telemetry(time, kwh));
    }

    private static void awaitEnergy(String kwh) {
        Await.until(kwh + " kWh are booked", LONGEST, () -> new BigDecimal(kwh).compareTo(energy()) == 0);
    }

    /** What the accounts have of those days. */
    private static BigDecimal energy() {
        try {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode row : installation
                    .api("/api/v1/enterprises/paint-shop/energy?from=" + DAY.minusDays(1) + "&to=" + DAY.plusDays(3)
                            + "&step=day")
                    .get("rows")) {
                if (row.hasNonNull("electricityKwh")) {
                    sum = sum.add(new BigDecimal(row.get("electricityKwh").asText()));
                }
            }
            return sum;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** How many readings of the meter it holds. */
    private static String inInflux() {
        try {
            List<String> rows = installation
                    .influx("SELECT count(value) FROM electricity WHERE point = " + "'\\''" + METER + "-kwh'\\''")
                    .lines()
                    .toList();
            return rows.size() < 2 ? "0" : rows.get(1).replaceAll(".*,", "");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(4)
    void an_account_at_mosquitto_speaks_for_its_own_device_only() throws Exception {
        assertThatThrownBy(() -> installation.sh("mosquitto_pub -V mqttv5 -h localhost -p " + installation.mosquittoPort
                        + " -u " + METER
                        + " -P 'its password' -q 1 -t greenpark/tool-works-meter/telemetry -m '{}' 2>&1"
                        + " | tee /dev/stderr | grep -q . && exit 1"))
                .hasMessageContaining("ot authorized");
    }

    @Test
    @Order(5)
    void every_service_runs_read_only_without_capabilities_and_within_bounds() throws Exception {
        for (String service : SERVICES) {
            assertThat(installation.in(service, "grep -E '^(CapEff|NoNewPrivs)' /proc/1/status"))
                    .as(service)
                    .containsPattern("CapEff:\\s+0{16}\\n")
                    .containsPattern("NoNewPrivs:\\s+1\\n");
            assertThat(installation.inspect(service, "{{.HostConfig.ReadonlyRootfs}}"))
                    .as(service)
                    .isEqualTo("true");
            assertThat(Long.parseLong(installation.inspect(service, "{{.HostConfig.Memory}}")))
                    .as(service)
                    .isPositive();
            assertThat(installation.inspect(service, "{{.HostConfig.LogConfig.Size}}"))
                    .as(service)
                    .isEqualTo("10MB");
            // A volume without a name would be left behind at every down.
            assertThat(installation.inspect(service, "{{range .Mounts}}{{.Name}} {{end}}"))
                    .as(service)
                    .doesNotContainPattern("[0-9a-f]{64}");
        }
        assertThat(installation.inspect("greenpark", "{{.HostConfig.Memory}}")).isEqualTo("1073741824");
        assertThat(installation.logs("influxdb")).doesNotContain("POST /write");
    }

    @Test
    @Order(6)
    void every_health_check_passes() throws Exception {
        for (String service : SERVICES) {
            installation.sh("podman healthcheck run " + installation.container(service));
        }
        assertThat(installation.sh("podman image inspect --format '{{.HealthCheck}}' "
                        + installation.inspect("greenpark", "{{.Image}}")))
                .contains("health");
    }

    @Test
    @Order(7)
    void it_is_copied_while_it_runs() throws Exception {
        installation.follow("backup");
    }

    @Test
    @Order(8)
    void a_registry_file_that_an_editor_puts_in_place_of_the_old_one_is_taken_up() throws Exception {
        Path registry = installation.etc().resolve("config/registry.yaml");
        String text = Files.readString(registry);
        Path written = Files.writeString(
                registry.resolveSibling(".registry.yaml.new"),
                text
                        + "  - {id: new-meter, enterprise: paint-shop, points: [{key: kwh, quantity: electricity, unit: kWh,"
                        + " kind: interval, period: 15m, stamp: end, carrier: electricity, boundary: false}]}\n");
        Files.move(written, registry, StandardCopyOption.REPLACE_EXISTING);
        Await.until("the new meter has its credentials", LONGEST, () -> hasCredentials("new-meter"));
    }

    private static boolean hasCredentials(String device) {
        try {
            return !installation.credential(device, 4).isEmpty();
        } catch (AssertionError e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(9)
    void a_faulty_configuration_is_not_tried_again_until_it_is_mended() throws Exception {
        Path configuration = installation.etc().resolve("config/greenpark.yaml");
        String right = Files.readString(configuration);
        Files.writeString(configuration, right + "\nunknown-section: 1\n");
        installation.compose("restart greenpark");
        Await.until("it waits", LONGEST, () -> printed("greenpark", "it starts when one of these files changes"));
        assertThat(installation.inspect("greenpark", "{{.RestartCount}} {{.State.Status}}"))
                .isEqualTo("0 running");
        assertThat(installation.logs("greenpark")).contains("unknown-section");
        Files.writeString(configuration, right);
        installation.awaitReady();
    }

    @Test
    @Order(10)
    void without_a_configuration_the_image_ends_with_exit_code_2() throws Exception {
        assertThat(installation.sh("podman run --rm " + installation.imageName() + " || test $? = 2"))
                .contains("/etc/greenpark/greenpark.yaml");
    }

    private static boolean printed(String service, String words) {
        try {
            return installation.logs(service).contains(words);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(11)
    void a_service_without_its_password_does_not_start() throws Exception {
        Map<String, String> needs = Map.of(
                "mosquitto", "broker-password", "influxdb", "influx-admin-password", "grafana", "influx-password");
        for (String service : needs.keySet()) {
            Path file = installation.etc().resolve("secrets").resolve(needs.get(service));
            String password = Files.readString(file);
            Files.writeString(file, "");
            try {
                assertThatThrownBy(() -> installation.compose("run -T --rm --no-deps " + service))
                        .hasMessageContaining(needs.get(service) + " is missing or empty");
            } finally {
                Files.writeString(file, password);
            }
        }
    }

    @Test
    @Order(12)
    void down_and_up_lose_nothing() throws Exception {
        String password = installation.credential(METER, 4);
        installation.compose("down");
        installation.compose("up -d");
        installation.awaitReady();
        assertThat(installation.credential(METER, 4)).isEqualTo(password);
        publishThroughMosquitto("01:15", "1.00");
        awaitEnergy("13.92");
    }

    @Test
    @Order(13)
    void an_upgrade_to_the_next_image_keeps_what_there_was() throws Exception {
        String before = installation.image();
        nextRelease();
        installation.follow("upgrade");
        installation.awaitReady();
        assertThat(installation.image()).isNotEqualTo(before);
        assertThat(installation.in("greenpark", "cat /opt/greenpark/NEXT")).contains("next");
        publishThroughMosquitto("01:30", "1.00");
        awaitEnergy("14.92");
        installation.in("greenpark", "/opt/greenpark/bin/greenpark verify /var/lib/greenpark-backups/before-upgrade");
    }

    /** The same release with one file more, in place of the tarball it was installed from. */
    private static void nextRelease() throws Exception {
        installation.sh("""
                mkdir next
                tar xzf greenpark-*.tar.gz -C next
                rm greenpark-*.tar.gz
                echo next > "next/$(ls next)/NEXT"
                tar cf greenpark-next.tar.gz --use-compress-program='gzip -1' -C next "$(ls next)"
                """);
    }

    @Test
    @Order(14)
    void the_books_move_to_postgresql_and_stay_there() throws Exception {
        assertThat(installation.follow("postgres")).contains("every column of every row is equal", "books.db.migrated");
        installation.awaitReady();
        assertThat(installation.in("greenpark", "ls /var/lib/greenpark").lines())
                .contains("books.db.migrated")
                .doesNotContain("books.db");
        publishThroughMosquitto("01:45", "1.00");
        awaitEnergy("15.92");
        installation.sh("podman healthcheck run " + installation.container("postgres"));
        assertThat(installation.in("postgres", "grep -E '^CapEff' /proc/1/status"))
                .containsPattern("CapEff:\\s+0{16}\\n");
        assertThat(installation.inspect("postgres", "{{.HostConfig.ReadonlyRootfs}}"))
                .isEqualTo("true");
    }
}
