package io.greenpark.deploy.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.config.machine.FreePort;
import io.greenpark.deploy.readme.Shell;
import io.greenpark.deploy.readme.Snippet;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Greenpark in containers, as the manual's commands make it: {@code /opt/greenpark} and {@code /etc/greenpark} are folders of
 * the test, {@code docker} is podman, ports, names and the memory of Greenpark (1 GB) stand in {@code .env}.
 */
final class Installation implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_SECONDS = 300;

    final int mqttPort = FreePort.take();
    final int mqttsPort = FreePort.take();
    final int httpPort = FreePort.take();
    final int coapsPort = FreePort.take();
    final int mosquittoPort = FreePort.take();
    final int demoPort = FreePort.take();
    private final Map<String, Integer> demoPorts = Map.of(
            "http.port", demoPort,
            "mqtt.port", FreePort.take(),
            "coap.port", FreePort.take(),
            "coap.securePort", FreePort.take());
    private final String name =
            "greenpark-test-" + System.getenv().getOrDefault("GREENPARK_TEST_RUN", "alone") + "-" + httpPort;
    private final Path folder;
    private final Path manual;
    private final Map<String, String> environment;
    private final Set<String> images = new HashSet<>();
    private @Nullable String token;

    /** Beside the tarball of the checkout, nothing of it unpacked yet. */
    static Installation ofTarball(Path folder, Path checkout, Map<String, String> engine) throws IOException {
        try (DirectoryStream<Path> tarballs =
                Files.newDirectoryStream(checkout.resolve("deploy/target"), "greenpark-*.tar.gz")) {
            Path tarball = tarballs.iterator().next();
            Files.createSymbolicLink(folder.resolve(tarball.getFileName()), tarball);
        }
        return new Installation(folder, checkout.resolve("docs/operating.md"), engine);
    }

    /**
     * @param folder where the tarball lies, and where the manual is followed
     * @param engine the environment of the engine, with PODMAN_COMPOSE
     */
    private Installation(Path folder, Path manual, Map<String, String> engine) throws IOException {
        this.folder = folder;
        this.manual = manual;
        this.environment = new HashMap<>(engine);
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("BUILDAH_FORMAT", "docker");
        Path docker = Files.createDirectories(folder.resolve("bin")).resolve("docker");
        Files.writeString(docker, """
                #!/bin/sh
                [ "$1" = compose ] || exec podman "$@"
                shift
                exec "$PODMAN_COMPOSE" "$@"
                """);
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("etc"));
    }

    /** What the machine calls {@code /etc/greenpark}. */
    Path etc() {
        return folder.resolve("etc/greenpark");
    }

    /** What differs from an installation that has the machine for itself. */
    void writeEnvironment() throws IOException {
        Map<String, Object> values = Map.ofEntries(
                Map.entry("COMPOSE_PROJECT_NAME", name),
                Map.entry("GREENPARK_PROGRAM", folder.resolve("opt/greenpark")),
                Map.entry("GREENPARK_TAG", name),
                Map.entry("GREENPARK_MEMORY", "1g"),
                Map.entry("GREENPARK_HEAP", "512m"),
                Map.entry("GREENPARK_MQTT_PORT", mqttPort),
                Map.entry("GREENPARK_MQTTS_PORT", mqttsPort),
                Map.entry("GREENPARK_HTTP_PORT", httpPort),
                Map.entry("GREENPARK_COAPS_PORT", coapsPort),
                Map.entry("MOSQUITTO_PORT", mosquittoPort),
                Map.entry("GRAFANA_PORT", FreePort.take()));
        Files.write(
                etc().resolve(".env"),
                values.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .sorted()
                        .toList());
    }

    /** Runs a block of the manual as it is printed, and returns what it printed. */
    String follow(String what) throws Exception {
        return sh(printedAs(what));
    }

    /** Begins a block of the manual that goes on until it is closed. */
    Shell begin(String what, String readyText) throws IOException {
        return new Shell(folder, printedAs(what), environment, readyText);
    }

    private String printedAs(String what) throws IOException {
        Snippet snippet = Snippet.of(manual).stream()
                .filter(s -> s.mark().equals("run in containers: " + what))
                .findFirst()
                .orElseThrow();
        return snippet.commands().lines().map(this::here).collect(Collectors.joining("\n"));
    }

    /** With folders, ports and names of its own. In a line for compose the folders are the container's. */
    private String here(String line) {
        return line.contains("docker compose")
                ? line
                : line.replaceAll("(?<![\\w.])/(opt|etc)/greenpark", folder + "/$1/greenpark")
                        .replace("-p 8883 ", "-p " + mqttsPort + " ")
                        .replace("docker run --rm ", "docker run --rm --name " + demo() + " ")
                        .replace("greenpark:local ", imageName() + " ")
                        .replaceAll(" demo .*", "$0" + demoPorts());
    }

    private String demo() {
        return name + "-demo";
    }

    private String demoPorts() {
        return demoPorts.entrySet().stream()
                .map(e -> " --set " + e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining());
    }

    /** Whether there is a container of the demo, running or not. */
    boolean hasDemo() {
        try {
            return !sh("podman ps -aq --filter name=" + demo()).isBlank();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Runs shell commands beside the tarball, which must succeed; returns what they printed. */
    String sh(String commands) throws Exception {
        try (Shell shell = new Shell(folder, commands, environment, "\0")) {
            return shell.awaitSuccess(LONGEST_SECONDS);
        }
    }

    /** Runs compose with some words; returns what was printed, the engine's notes too. */
    String compose(String words) throws Exception {
        return sh("cd " + etc() + " && docker compose " + words);
    }

    /** Runs a command in a service's container; returns what it printed. */
    String in(String service, String command) throws Exception {
        return sh("podman exec " + container(service) + " " + command);
    }

    String container(String service) {
        return name + "_" + service + "_1";
    }

    /** A value of {@code podman inspect}. */
    String inspect(String service, String format) throws Exception {
        return sh("podman inspect --format '" + format + "' " + container(service))
                .strip();
    }

    List<String> running() throws Exception {
        return sh("podman ps --filter label=io.podman.compose.project=" + name
                        + " --format '{{index .Labels \"com.docker.compose.service\"}}'")
                .lines()
                .sorted()
                .toList();
    }

    /** The certificate of the installation's own authority, which the manual copies into its folder. */
    Path authority() {
        return etc().resolve("ca.pem");
    }

    /** An answer of the API, over HTTPS with the installation's own authority. */
    JsonNode api(String path) throws Exception {
        if (token == null) {
            token = in("greenpark", "cat /var/lib/greenpark/credentials/api-token")
                    .strip();
        }
        return JSON.readTree(sh("curl -sf --cacert " + authority() + " -H 'Authorization: Bearer " + token
                + "' 'https://localhost:" + httpPort + path + "'"));
    }

    /** The image that Greenpark runs on now. */
    String image() throws Exception {
        String id = inspect("greenpark", "{{.Image}}");
        images.add(id);
        return id;
    }

    /** As it is built by compose. */
    String imageName() {
        return "localhost/greenpark:" + name;
    }

    /** A column of a device's line in {@code devices.csv}, from 1. */
    String credential(String device, int column) throws Exception {
        for (String line : in("greenpark", "cat /var/lib/greenpark/credentials/devices.csv")
                .lines()
                .toList()) {
            String[] fields = line.split(",", -1);
            if (fields[1].equals(device)) {
                return fields[column - 1];
            }
        }
        throw new AssertionError("devices.csv has no line for " + device);
    }

    /** The rows of a query in InfluxDB, as its client prints them. */
    String influx(String query) throws Exception {
        String password =
                Files.readString(etc().resolve("secrets/influx-password")).strip();
        return in(
                "influxdb",
                "influx -username greenpark -password '" + password + "' -database greenpark -format csv -execute '"
                        + query + "'");
    }

    void awaitReady() throws Exception {
        sh("until podman exec " + container("greenpark")
                + " /opt/greenpark/bin/greenpark health --config /etc/greenpark/greenpark.yaml --data /var/lib/greenpark;"
                + " do sleep 1; done");
    }

    /** What a service has printed since its container was made. */
    String logs(String service) throws Exception {
        return sh("podman logs " + container(service) + " 2>&1");
    }

    /** Removes containers, volumes, images and the folder, whatever state they are in. */
    @Override
    public void close() throws Exception {
        String label = "label=io.podman.compose.project=" + name;
        images.add(imageName());
        sh("podman rm -f -v -t 1 " + demo() + " >/dev/null 2>&1 || true\n"
                + "podman pod rm -f -t 1 pod_" + name + " >/dev/null 2>&1 || true\n"
                + "podman ps -aq --filter " + label + " | xargs -r podman rm -f -v -t 1 >/dev/null\n"
                + "podman volume ls -q --filter " + label + " | xargs -r podman volume rm -f >/dev/null\n"
                + "podman network rm -f " + name + "_default >/dev/null 2>&1 || true\n"
                + "podman rmi -f " + String.join(" ", images) + " >/dev/null 2>&1 || true\n"
                // Files of containers belong to other users.
                + "rm -rf " + folder);
    }
}
