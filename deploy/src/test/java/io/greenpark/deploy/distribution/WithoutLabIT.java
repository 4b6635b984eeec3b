package io.greenpark.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable folder with and without the jars of benches and chaos runs. */
class WithoutLabIT {
    private static final Path BUILT = Path.of("target", "greenpark").toAbsolutePath();

    @TempDir
    static Path folder;

    private static Path product;

    @BeforeAll
    static void copyWithoutLab() throws IOException {
        product = folder.resolve("product");
        try (Stream<Path> files = Files.walk(BUILT)) {
            for (Path file : files.filter(f -> !isOfLab(f)).toList()) {
                Path copy = product.resolve(BUILT.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (file.toString().endsWith(".jar")) {
                    Files.createSymbolicLink(copy, file);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Also what an earlier build has left in another place. */
    private static boolean isOfLab(Path file) {
        return file.startsWith(BUILT.resolve("lib/lab"))
                || file.getFileName().toString().startsWith("lab-");
    }

    private static List<String> greenpark(Path home, String... words) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/greenpark").toString()));
        command.addAll(List.of(words));
        return command;
    }

    @Test
    void with_its_jars_the_command_line_has_benches_and_chaos_runs() throws Exception {
        assertThat(Tarball.run(folder, greenpark(BUILT, "--help"))).contains("bench", "chaos", "run");
        assertThat(Tarball.run(folder, greenpark(BUILT, "bench", "--help"))).contains("ingest", "log");
    }

    @Test
    void without_them_it_explains_the_rest() throws Exception {
        assertThat(Tarball.run(folder, greenpark(product, "--help")))
                .contains("run", "demo", "check-config")
                .doesNotContain("bench", "chaos");
    }

    @Test
    void without_them_it_gets_ready() throws Exception {
        Path config = Files.writeString(folder.resolve("small.yaml"), """
                registry:
                  district: bench
                  parks: [{id: small-park}]
                  enterprises:
                    - {id: works, park: small-park, industry: hardware-tools}
                  devices:
                    - {id: meter, enterprise: works, points: [{key: kw, quantity: power, unit: kW, kind: gauge}]}
                """);
        Process process = new ProcessBuilder(greenpark(
                        product,
                        "run",
                        "--config",
                        config.toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--set",
                        "mqtt.port=0",
                        "--set",
                        "http.port=0",
                        "--set",
                        "coap.enabled=false"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> printed = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (line.startsWith("Greenpark is ready")) {
                    process.toHandle().destroy();
                }
            }
            assertThat(printed).anyMatch(line -> line.startsWith("Greenpark is ready"));
        } finally {
            process.destroyForcibly();
        }
    }
}
