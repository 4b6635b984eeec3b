package io.greenpark.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.deploy.app.AppConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The form of {@code compose.yaml} and {@code Dockerfile}; the container suite runs them. */
@SuppressWarnings("unchecked")
class ComposeTest {
    private static final Path DEPLOY = Path.of("");
    private static final String PROGRAM = "/opt/greenpark/";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:-([^}]+)}");
    private static final Map<String, Object> COMPOSE = load();

    @TempDir
    Path folder;

    private static Map<String, Object> load() {
        try {
            return (Map<String, Object>) new Load(LoadSettings.builder().build())
                    .loadFromString(VARIABLE.matcher(Files.readString(DEPLOY.resolve("compose.yaml")))
                            .replaceAll("$1"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) COMPOSE.get("services");
    }

    private static List<String> texts(Map<String, Object> service, String key) {
        Object value = service.getOrDefault(key, List.of());
        return new ArrayList<>((List<String>) value);
    }

    private static Set<String> names(String key) {
        return ((Map<String, Object>) COMPOSE.get(key)).keySet();
    }

    @Test
    void every_image_is_pinned_to_a_version() throws IOException {
        services().forEach((name, service) -> {
            if (!service.containsKey("build")) {
                assertThat((String) service.get("image")).as(name).matches("[a-z/-]+:\\d+\\.\\d+(\\.\\d+)?");
            }
        });
        assertThat(Files.readString(DEPLOY.resolve("Dockerfile")))
                .containsPattern("FROM eclipse-temurin:17\\.\\S+_\\d+-jre-\\w+\n");
    }

    @Test
    void ports_are_published_on_loopback_only_unless_told() {
        services()
                .forEach((name, service) ->
                        assertThat(texts(service, "ports")).as(name).allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    @Test
    void every_service_restarts_and_has_a_health_check() throws IOException {
        services().forEach((name, service) -> {
            assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped");
            assertThat(service).as(name).containsKey("healthcheck");
        });
        assertThat(Files.readString(DEPLOY.resolve("Dockerfile"))).contains("USER greenpark\n");
    }

    @Test
    void the_image_and_compose_ask_for_health_alike() throws IOException {
        Map<String, Object> check =
                (Map<String, Object>) services().get("greenpark").get("healthcheck");
        List<String> test = new ArrayList<>((List<String>) check.get("test"));
        test.remove(0);
        assertThat(Files.readString(DEPLOY.resolve("Dockerfile")))
                .contains(
                        "HEALTHCHECK --interval=" + check.get("interval") + " --timeout=" + check.get("timeout")
                                + " --start-period=" + check.get("start_period") + " --retries=" + check.get("retries"),
                        test.stream().map(w -> "\"" + w + "\"").collect(Collectors.joining(", ", "CMD [", "]")));
    }

    @Test
    void every_service_is_closed_and_bounded() {
        services().forEach((name, service) -> {
            assertThat(service.get("read_only")).as(name).isEqualTo(true);
            assertThat(texts(service, "cap_drop")).as(name).containsExactly("ALL");
            assertThat(texts(service, "security_opt")).as(name).containsExactly("no-new-privileges:true");
            assertThat(service).as(name).containsKeys("mem_limit", "tmpfs");
            assertThat((Map<String, Object>) service.get("logging")).as(name).containsKeys("driver", "options");
        });
    }

    /** A shell that goes on with an empty password makes a server that refuses everyone, or lets everyone in. */
    @Test
    void every_shell_ends_at_its_first_failure() {
        services().forEach((name, service) -> {
            List<String> entrypoint = texts(service, "entrypoint");
            if (!entrypoint.isEmpty()) {
                assertThat(entrypoint.get(2)).as(name).startsWith("set -eu\n").contains("is missing or empty");
            }
        });
    }

    @Test
    void volumes_and_secrets_are_declared_and_mounted_files_exist() {
        Set<String> volumes = new TreeSet<>();
        Set<String> secrets = new TreeSet<>();
        for (Map<String, Object> service : services().values()) {
            secrets.addAll(texts(service, "secrets"));
            for (String volume : texts(service, "volumes")) {
                String source = volume.substring(0, volume.indexOf(':'));
                if (source.startsWith("./") || source.startsWith(PROGRAM)) {
                    Path shipped = source.startsWith(PROGRAM)
                            ? DEPLOY.resolve(source.substring(PROGRAM.length()))
                            : DEPLOY.resolve("container").resolve(source);
                    assertThat(shipped)
                            .as("a folder: a file is replaced by editors")
                            .isDirectory();
                    assertThat(volume).endsWith(":ro");
                } else {
                    volumes.add(source);
                }
            }
        }
        assertThat(volumes).isEqualTo(new TreeSet<>(names("volumes")));
        assertThat(secrets).isEqualTo(new TreeSet<>(names("secrets")));
    }

    @Test
    void secrets_are_files_and_never_in_an_environment() throws IOException {
        ((Map<String, Map<String, String>>) COMPOSE.get("secrets"))
                .forEach((name, secret) -> assertThat(secret).containsOnlyKeys("file"));
        services().forEach((name, service) -> ((Map<String, String>) service.getOrDefault("environment", Map.of()))
                .forEach((key, value) -> {
                    if (key.contains("PASSWORD") || key.contains("TOKEN")) {
                        assertThat(key).endsWith("_FILE");
                        assertThat(value).startsWith("/run/secrets/");
                    }
                }));
        assertEverySecretReadIsGiven();
    }

    private static void assertEverySecretReadIsGiven() throws IOException {
        Pattern read = Pattern.compile("/run/secrets/([a-z-]+)");
        for (Map<String, Object> service : services().values()) {
            Matcher used = read.matcher(service.toString());
            while (used.find()) {
                assertThat(texts(service, "secrets")).contains(used.group(1));
            }
        }
        Matcher used = read.matcher(Files.readString(DEPLOY.resolve("container/config/greenpark.yaml")));
        while (used.find()) {
            assertThat(texts(services().get("greenpark"), "secrets")).contains(used.group(1));
        }
    }

    @Test
    void dollars_are_those_of_shells_escaped_or_of_variables_with_a_default() throws IOException {
        String text = Files.readString(DEPLOY.resolve("compose.yaml"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        assertThat(VARIABLE.matcher(text).replaceAll("").replace("$$", "")).doesNotContain("$");
    }

    @Test
    void the_containers_configuration_is_valid_and_names_the_other_services() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String text = Files.readString(DEPLOY.resolve("container/config/greenpark.yaml"))
                .replaceAll("/run/secrets/[a-z-]+", secret.toString());
        // As the manual has it.
        Files.copy(DEPLOY.resolve("conf/coefficients.yaml"), folder.resolve("coefficients.yaml"));
        Files.copy(DEPLOY.resolve("container/config/registry.yaml"), folder.resolve("registry.yaml"));
        Problems problems = new Problems();
        AppConfig config =
                AppConfig.read(Files.writeString(folder.resolve("greenpark.yaml"), text), List.of(), null, problems);
        assertThat(problems.list()).isEmpty();
        assertThat(text).contains("url: http://influxdb:8086", "url: tcp://mosquitto:1884");
        assertThat(services()).containsKeys("influxdb", "mosquitto");
        assertThat(config.http().signIn()).isTrue();
        assertThat(config.http().publicUrl()).isEqualTo("https://localhost:8080");
    }

    @Test
    void the_image_uses_the_paths_that_compose_mounts() throws IOException {
        String dockerfile = Files.readString(DEPLOY.resolve("Dockerfile"));
        assertThat(dockerfile)
                .contains("COPY --chown=root:root . /opt/greenpark", "\"/opt/greenpark/bin/greenpark-in-container\"");
        assertThat(texts(services().get("greenpark"), "volumes"))
                .anyMatch(v -> v.endsWith(":/etc/greenpark:ro"))
                .anyMatch(v -> v.endsWith(":/var/lib/greenpark-backups"))
                .anyMatch(v -> v.endsWith(":/var/lib/greenpark"));
        assertThat(dockerfile).contains("/etc/greenpark/greenpark.yaml", "/var/lib/greenpark");
    }

    @Test
    void grafana_gets_the_environment_it_reads() throws IOException {
        Pattern variable = Pattern.compile("\\$\\{(GREENPARK_[A-Z_]+)}");
        String grafana = services().get("grafana").toString();
        try (var files = Files.walk(DEPLOY.resolve("grafana/provisioning"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher used = variable.matcher(Files.readString(file));
                while (used.find()) {
                    assertThat(grafana).contains(used.group(1));
                }
            }
        }
    }
}
