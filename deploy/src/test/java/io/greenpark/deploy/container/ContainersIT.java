package io.greenpark.deploy.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.deploy.readme.Shell;
import io.greenpark.park.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
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

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder;

    private static Installation installation;
    private static PaintShopMeter meter;
    private static String started;

    @BeforeAll
    static void install() throws Exception {
        Map<String, String> engine = Engine.ready(CHECKOUT);
        installation = Installation.ofTarball(folder, CHECKOUT, engine);
        meter = new PaintShopMeter(installation);
        installation.follow("install");
        installation.writeEnvironment();
        started = installation.follow("start");
    }

    @AfterAll
    static void remove() throws Exception {
        if (installation != null) {
            installation.close();
        }
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
        meter.publish("00:30", "4.25");
        meter.post("00:45", "2.50");
        installation.follow("account");
        meter.publishThroughMosquitto("01:00", "3.00");
        meter.awaitEnergy("12.92");
        meter.awaitInInflux(4);
        assertThat(installation.api("/api/v1/findings").toString()).doesNotContain(PaintShopMeter.ID);
    }

    @Test
    @Order(3)
    void its_certificate_names_it_for_other_containers() throws Exception {
        installation.sh("podman exec -i " + installation.container("influxdb") + " sh -c 'cat >/tmp/ca.pem;"
                + " curl -sf --cacert /tmp/ca.pem https://greenpark:8080/api/v1/health/live' < "
                + installation.authority());
    }

    @Test
    @Order(4)
    void an_account_at_mosquitto_speaks_for_its_own_device_only() throws Exception {
        assertThatThrownBy(() -> installation.sh("mosquitto_pub -V mqttv5 -h localhost -p " + installation.mosquittoPort
                        + " -u " + PaintShopMeter.ID
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

    @Test
    @Order(11)
    void what_the_books_sort_needs_no_room_in_memory() throws Exception {
        assertThat(installation.sh(largeSort(""))).contains("300000 rows are sorted");
        assertThatThrownBy(() -> installation.sh(largeSort("-e SQLITE_TMPDIR=/tmp")))
                .as("the sort does not fit into /tmp")
                .hasMessageContaining("database or disk is full");
    }

    /** In the image as compose runs it, read-only, with {@code /tmp} too small for the sort. */
    private static String largeSort(String options) {
        return "podman run --rm --network none --read-only --read-only-tmpfs=false --cap-drop ALL"
                + " --tmpfs /tmp:exec,mode=1777,size=16m -v " + CHECKOUT.resolve("deploy/target/test-classes")
                + ":/classes:ro " + options
                + " --entrypoint sh " + installation.imageName() + " -c '\"$JAVA_HOME/bin/java\" -cp"
                + " \"/opt/greenpark/lib/*:/classes\" " + LargeSort.class.getName() + "'";
    }

    @Test
    @Order(12)
    void the_demo_of_the_manual_starts_and_leaves_nothing() throws Exception {
        try (Shell demo = installation.begin("demo", "Greenpark is ready: http://localhost:" + installation.demoPort)) {
            demo.awaitReady(180);
            installation.sh("curl -sf http://localhost:" + installation.demoPort + "/api/v1/health/ready");
        }
        Await.until("its container is gone", LONGEST, () -> !installation.hasDemo());
    }

    private static boolean printed(String service, String words) {
        try {
            return installation.logs(service).contains(words);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(13)
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
    @Order(14)
    void down_and_up_lose_nothing() throws Exception {
        String password = meter.password();
        installation.compose("down");
        installation.compose("up -d");
        installation.awaitReady();
        assertThat(meter.password()).isEqualTo(password);
        meter.publishThroughMosquitto("01:15", "1.00");
        meter.awaitEnergy("13.92");
    }

    @Test
    @Order(15)
    void an_upgrade_to_the_next_image_keeps_what_there_was() throws Exception {
        String before = installation.image();
        nextRelease();
        installation.follow("upgrade");
        installation.awaitReady();
        assertThat(installation.image()).isNotEqualTo(before);
        assertThat(installation.in("greenpark", "cat /opt/greenpark/NEXT")).contains("next");
        meter.publishThroughMosquitto("01:30", "1.00");
        meter.awaitEnergy("14.92");
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
    @Order(16)
    void the_books_move_to_postgresql_and_stay_there() throws Exception {
        assertThat(installation.follow("postgres")).contains("every column of every row is equal", "books.db.migrated");
        installation.awaitReady();
        assertThat(installation.in("greenpark", "ls /var/lib/greenpark").lines())
                .contains("books.db.migrated")
                .doesNotContain("books.db");
        meter.publishThroughMosquitto("01:45", "1.00");
        meter.awaitEnergy("15.92");
        installation.sh("podman healthcheck run " + installation.container("postgres"));
        assertThat(installation.in("postgres", "grep -E '^CapEff' /proc/1/status"))
                .containsPattern("CapEff:\\s+0{16}\\n");
        assertThat(installation.inspect("postgres", "{{.HostConfig.ReadonlyRootfs}}"))
                .isEqualTo("true");
    }
}
