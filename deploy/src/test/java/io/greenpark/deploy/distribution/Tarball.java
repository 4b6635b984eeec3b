package io.greenpark.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tarball that a build with all checks makes, unpacked as by an operator. */
final class Tarball {
    static final Path DEPLOY = Path.of("").toAbsolutePath();

    private Tarball() {}

    /** Unpacks it below {@code folder}; returns the folder that was in it. */
    static Path unpack(Path folder) throws Exception {
        Path tarball = only(DEPLOY.resolve("target"), "greenpark-*.tar.gz");
        run(folder, List.of("tar", "xzf", tarball.toString()));
        return only(folder, "greenpark-*");
    }

    static Path only(Path folder, String glob) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            List<Path> all = new ArrayList<>();
            found.forEach(all::add);
            assertThat(all).as(glob + " in " + folder).hasSize(1);
            return all.get(0);
        }
    }

    static List<Path> jars(Path home) {
        try (var files = Files.walk(home.resolve("lib"))) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command, which must succeed; returns its output. */
    static String run(Path folder, List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(String.join(" ", command) + ":\n" + said)
                .isZero();
        return said;
    }
}
