package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.config.setting.Problems;
import io.greenpark.deploy.app.App;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.Role;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.RegistryService;
import io.greenpark.sim.client.ApiClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code reload} and {@code health} beside a Greenpark that runs. */
class ReloadCommandTest {
    private static final String SITE = """
            registry:
              parks: [{id: p}]
              enterprises: [{id: e, park: p, industry: food-processing}]
              devices:
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int port;
    private App app;

    @BeforeEach
    void open() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        write(SITE + meter("a", "kWh") + meter("b", "kWh"));
        Problems problems = new Problems();
        AppConfig config = AppConfig.read(file(), List.of("http.port=" + port), data(), problems);
        assertThat(problems.list()).isEmpty();
        app = App.start(
                config, RegistryService.Start.STRICT, data(), EnumSet.allOf(Role.class), Clock.systemUTC(), null);
    }

    @AfterEach
    void close() {
        if (app != null) {
            app.close();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path file() {
        return folder.resolve("my.yaml");
    }

    /** Files are read when asked only, so that nobody else is first. */
    private void write(String registry) throws IOException {
        Files.writeString(file(), """
                mqtt: {port: 0}
                coap: {port: 0, securePort: 0}
                canary: {enabled: false}
                reload: {watch: false}
                """ + registry);
    }

    private static String meter(String id, String unit) {
        return "    - {id: " + id + ", enterprise: e, points: [{key: kwh, quantity: q, unit: " + unit
                + ", kind: register, carrier: electricity}]}\n";
    }

    private int run(String command, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = GreenparkCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(
                command, "--config", file().toString(), "--set", "http.port=" + port, "--data", data().toString()));
        all.addAll(List.of(words));
        return line.execute(all.toArray(String[]::new));
    }

    private ApiClient api() throws IOException {
        return new ApiClient(URI.create("http://localhost:" + port), data(), null, Duration.ofSeconds(30));
    }

    private JsonNode ask(String path) throws Exception {
        return api().ask("/api/v1/registry" + path).json();
    }

    private String waiting() throws Exception {
        return ask("/files").at("/waiting/id").asText();
    }

    private Registry registry() {
        return app.registry().current();
    }

    @Test
    void what_the_files_say_is_taken_over_and_told() throws Exception {
        assertThat(run("reload")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("in force; the files say nothing new since change 1");
        write(SITE + meter("a", "kWh") + meter("b", "kWh") + meter("c", "kWh"));
        assertThat(run("reload")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("taken over as change 2: added 1 device, 1 point");
        assertThat(registry().device("c")).isPresent();
        assertThat(run("health")).isZero();
        assertThat(out.toString()).startsWith("ok");
    }

    @Test
    void faults_are_told_with_their_lines_by_reload_and_by_health() throws Exception {
        write(SITE + meter("a", "kWh") + meter("b", "mWh"));
        assertThat(run("reload")).isEqualTo(1);
        String place = file() + ":10: devices[b].points[0].unit: \"mWh\" is not allowed";
        assertThat(out.toString())
                .startsWith("1 fault(s); nothing was taken over, the registry of before stays:")
                .contains(place);
        assertThat(run("health")).isZero();
        assertThat(out.toString()).startsWith("degraded").contains("the registry's files have faults: " + place);
        write(SITE + meter("a", "kWh") + meter("b", "kWh"));
        assertThat(run("reload")).isZero();
        assertThat(run("health")).isZero();
        assertThat(out.toString()).startsWith("ok");
    }

    @Test
    void files_that_take_away_much_wait_until_confirmed() throws Exception {
        write(SITE + meter("a", "kWh"));
        assertThat(run("reload")).isEqualTo(1);
        assertThat(out.toString())
                .contains("waiting: the files no longer have 1 of 2 devices, 1 of 2 points in use")
                .contains("confirm it by its id: greenpark reload --confirm " + waiting());
        assertThat(run("health")).isZero();
        assertThat(out.toString()).contains("the registry's files wait for confirmation: since");
        assertThat(registry().point("b-kwh").orElseThrow().endedAt()).isNull();

        assertThat(run("reload", "--confirm")).isEqualTo(1);
        assertThat(out.toString()).contains("nothing was taken over", "--confirm " + waiting());
        String shown = waiting();
        write(SITE + meter("b", "kWh"));
        assertThat(run("reload", "--confirm", shown)).isEqualTo(1);
        assertThat(err.toString())
                .contains("\"" + shown + "\" is not what the files say now; nothing was taken over", waiting());
        assertThat(run("reload", "--confirm", "yes")).isEqualTo(2);
        assertThat(registry().point("b-kwh").orElseThrow().endedAt()).isNull();

        write(SITE + meter("a", "kWh"));
        assertThat(run("check-config")).isEqualTo(1);
        assertThat(out.toString()).contains("would wait for confirmation", "--confirm " + shown, "ended 1 point");
        assertThat(run("reload", "--confirm", shown)).isZero();
        assertThat(out.toString()).contains("taken over as change 2: ended 1 point");
        assertThat(registry().point("b-kwh").orElseThrow().endedAt()).isNotNull();
        assertThat(ask("/changes/2").path("who").asText()).isEqualTo("api (" + System.getProperty("user.name") + ")");
    }

    @Test
    void what_a_reload_would_come_to_is_told_before_it_beside_the_running_process() throws Exception {
        write(SITE + meter("a", "kWh") + meter("b", "kWh") + meter("c", "kWh"));
        assertThat(run("check-config")).isZero();
        assertThat(out.toString())
                .contains("a reload would take the files over: added 1 device, 1 point", "would add point \"c-kwh\"");
        write(SITE + meter("a", "kWh") + meter("b", "kWh").replace("key: kwh", "key: kwh, id: a-kwh"));
        assertThat(run("check-config")).isEqualTo(2);
        write(SITE.replace("id: e,", "id: g,") + (meter("a", "kWh") + meter("b", "kWh")).replace("se: e,", "se: g,"));
        assertThat(run("check-config")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("a reload of these files would be refused", "my.yaml:")
                .contains("device \"a\".enterprise: \"g\" differs from \"e\"");
        assertThat(registry().enterprise("g")).isEmpty();
    }

    @Test
    void a_start_is_not_confirmed_without_an_id() {
        app.close();
        app = null;
        assertThat(run("run", "--confirm")).isEqualTo(2);
        assertThat(err.toString()).contains("--confirm: no id is given", "check-config");
    }

    @Test
    void what_people_changed_beside_the_files_is_listed() throws Exception {
        String change = """
                {"reason": "r", "edits": [{"kind": "park", "id": "p", "verb": "patch",
                  "document": {"name": {"en": "East"}}}]}""";
        assertThat(api().post("/api/v1/registry/changes", change).status()).isEqualTo(200);
        assertThat(run("reload")).isZero();
        assertThat(out.toString()).contains("people changed 1 field(s)", "park \"p\" name/en: a person changed it");
    }

    @Test
    void a_wrong_command_line_is_told_from_a_server_that_does_not_answer() {
        app.close();
        app = null;
        assertThat(run("reload")).isEqualTo(1);
        assertThat(err.toString()).contains("/api/v1/registry/files/reload does not answer");
        assertThat(run("reload", "--force")).isEqualTo(2);
        assertThat(run("reload", "--set", "mqtt.port=x")).isEqualTo(2);
    }

    @Test
    void the_token_of_another_installation_is_told() throws Exception {
        Files.createDirectories(folder.resolve("other/credentials"));
        Files.writeString(folder.resolve("other/credentials/api-token"), "none");
        CommandLine line = GreenparkCommand.commandLine();
        line.setErr(new PrintWriter(err, true));
        assertThat(line.execute(
                        "reload",
                        "--config",
                        file().toString(),
                        "--set",
                        "http.port=" + port,
                        "--data",
                        folder.resolve("other").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("does not know the token in the data folder");
    }
}
