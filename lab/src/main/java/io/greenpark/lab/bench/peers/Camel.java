package io.greenpark.lab.bench.peers;

import io.greenpark.lab.machine.Programs;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Apache Camel with its components for MQTT and InfluxDB, as Maven resolves them from a POM of their own. */
final class Camel implements Bridge {
    private static final Pattern VERSION = Pattern.compile("<camel\\.version>([^<]+)<");

    private final Path files;
    private final Path libraries;
    private final String version;

    private Camel(Path files, Path libraries, String version) {
        this.files = files;
        this.libraries = libraries;
        this.version = version;
    }

    /** Fetches it where it is not yet; empty where Maven is missing, which is printed. */
    static Optional<Bridge> install(Path peers, PeerCache cache, PrintStream out)
            throws IOException, InterruptedException {
        Optional<Path> mvn = Programs.find("mvn");
        if (mvn.isEmpty()) {
            out.println(
                    "mvn was not found, so the rows of Apache Camel are left out. Install it: apt-get install maven");
            return Optional.empty();
        }
        Path files = peers.resolve("camel");
        Path pom = files.resolve("pom.xml");
        Path libraries = cache.get("camel", List.of(pom), into -> {
            out.println("fetching Apache Camel with Maven, about 21 MB ...");
            PeerCache.fetch(
                    into,
                    List.of(
                            mvn.get().toString(),
                            "-q",
                            "-B",
                            "-ntp",
                            "-f",
                            pom.toAbsolutePath().toString(),
                            "dependency:copy-dependencies",
                            "-DoutputDirectory=" + into));
        });
        return Optional.of(new Camel(files, libraries, version(pom)));
    }

    private static String version(Path pom) throws IOException {
        Matcher pinned = VERSION.matcher(Files.readString(pom));
        if (!pinned.find()) {
            throw new IOException(pom + " pins no camel.version");
        }
        return "Apache Camel " + pinned.group(1) + " on Java " + System.getProperty("java.version");
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Command command(String settings, Path dir, int mqttPort, URI influx) {
        return new Command(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + files.resolve(settings + ".jvm"),
                        "-Dmqtt.url=tcp://127.0.0.1:" + mqttPort,
                        "-Dinflux.url=" + influx,
                        "-Dcamel.main.routesIncludePattern=file:" + files.resolve(settings + ".yaml"),
                        "-cp",
                        libraries.resolve("*").toString(),
                        "org.apache.camel.main.Main"),
                Map.of());
    }
}
