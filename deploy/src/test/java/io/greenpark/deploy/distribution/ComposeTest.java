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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code compose.yaml} and {@code Dockerfile} as far as they can be checked without running containers. */
@SuppressWarnings("unchecked")
class ComposeTest {
    private static final Path DEPLOY = Path.of("");
    private static final Map<String, Object> COMPOSE = load();

    @TempDir
    Path folder;

    private static Map<String, Object> load() {
        try {
            return (Map<String, Object>) new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(DEPLOY.resolve("compose.yaml")));
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
    void ports_are_published_on_loopback_only() {
        services()
                .forEach((name, service) ->
                        assertThat(texts(service, "ports")).as(name).allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    @Test
    void every_service_restarts_and_has_a_health_check() throws IOException {
        services().forEach((name, service) -> {
            assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped");
            assertThat(service.containsKey("healthcheck") || name.equals("greenpark"))
                    .as(name)
                    .isTrue();
        });
        assertThat(Files.readString(DEPLOY.resolve("Dockerfile"))).contains("HEALTHCHECK ", "USER greenpark\n");
    }

    @Test
    void volumes_and_secrets_are_declared_and_mounted_files_exist() {
        Set<String> volumes = new TreeSet<>();
        Set<String> secrets = new TreeSet<>();
        for (Map<String, Object> service : services().values()) {
            secrets.addAll(texts(service, "secrets"));
            for (String volume : texts(service, "volumes")) {
                String source = volume.substring(0, volume.indexOf(':'));
                if (source.startsWith("./")) {
                    assertThat(DEPLOY.resolve(source)).as(volume).exists();
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
        Matcher used = read.matcher(Files.readString(DEPLOY.resolve("container/greenpark.yaml")));
        while (used.find()) {
            assertThat(texts(services().get("greenpark"), "secrets")).contains(used.group(1));
        }
    }

    @Test
    void dollars_of_shells_are_escaped() throws IOException {
        assertThat(Files.readString(DEPLOY.resolve("compose.yaml")).replace("$$", ""))
                .doesNotContain("$");
    }

    @Test
    void the_containers_configuration_is_valid_and_names_the_other_services() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String text = Files.readString(DEPLOY.resolve("container/greenpark.yaml"))
                .replaceAll("/run/secrets/[a-z-]+", secret.toString())
                .replace(
                        "/opt/greenpark/conf",
                        DEPLOY.resolve("conf").toAbsolutePath().toString());
        Problems problems = new Problems();
        AppConfig config =
                AppConfig.read(Files.writeString(folder.resolve("greenpark.yaml"), text), List.of(), null, problems);
        assertThat(problems.list()).isEmpty();
        assertThat(text).contains("url: http://influxdb:8086", "url: tcp://mosquitto:1884");
        assertThat(services()).containsKeys("influxdb", "mosquitto");
        assertThat(config.http().signIn()).isTrue();
    }

    @Test
    void the_image_uses_the_paths_that_compose_mounts() throws IOException {
        String dockerfile = Files.readString(DEPLOY.resolve("Dockerfile"));
        assertThat(dockerfile).contains("COPY --chown=root:root . /opt/greenpark", "\"/opt/greenpark/bin/greenpark\"");
        assertThat(texts(services().get("greenpark"), "volumes"))
                .anyMatch(v -> v.endsWith(":/etc/greenpark/greenpark.yaml:ro"))
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
