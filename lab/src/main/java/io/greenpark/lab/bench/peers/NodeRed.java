package io.greenpark.lab.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.lab.machine.Programs;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Node-RED and its nodes for InfluxDB, as {@code npm ci} installs them from the lock file. */
final class NodeRed implements Bridge {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path files;
    private final Path installed;
    private final String node;
    private final String version;

    private NodeRed(Path files, Path installed, String node, String version) {
        this.files = files;
        this.installed = installed;
        this.node = node;
        this.version = version;
    }

    /** Installs it where it is not yet; empty where Node.js or npm is missing, which is printed. */
    static Optional<Bridge> install(Path peers, PeerCache cache, PrintStream out)
            throws IOException, InterruptedException {
        Optional<Path> node = Programs.find("node");
        Optional<Path> npm = Programs.find("npm");
        if (node.isEmpty() || npm.isEmpty()) {
            out.println("node or npm was not found, so the rows of Node-RED are left out."
                    + " Install Node.js 18.5 or newer: apt-get install nodejs npm");
            return Optional.empty();
        }
        Path files = peers.resolve("node-red");
        Path manifest = files.resolve("package.json");
        Path lock = files.resolve("package-lock.json");
        Path installed = cache.get("node-red", List.of(manifest, lock), into -> {
            out.println("fetching Node-RED with npm, about 120 MB unpacked ...");
            Files.copy(manifest, into.resolve(manifest.getFileName()));
            Files.copy(lock, into.resolve(lock.getFileName()));
            PeerCache.fetch(into, List.of(npm.get().toString(), "ci", "--no-audit", "--no-fund"));
        });
        return Optional.of(new NodeRed(files, installed, node.get().toString(), version(manifest, node.get())));
    }

    private static String version(Path manifest, Path node) throws IOException, InterruptedException {
        JsonNode pinned = JSON.readTree(manifest.toFile()).path("dependencies");
        return "Node-RED " + pinned.path("node-red").asText() + " with node-red-contrib-influxdb "
                + pinned.path("node-red-contrib-influxdb").asText() + " on Node.js "
                + Programs.run(node.toString(), "--version");
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Command command(String settings, Path dir, int mqttPort, URI influx) {
        return new Command(
                List.of(
                        node,
                        installed.resolve("node_modules/node-red/red.js").toString(),
                        "--settings",
                        files.resolve("settings.js").toString(),
                        "--userDir",
                        dir.toString()),
                Map.of(
                        "FLOW_FILE", files.resolve(settings + ".json").toString(),
                        "MQTT_PORT", String.valueOf(mqttPort),
                        "INFLUX_PORT", String.valueOf(influx.getPort())));
    }
}
