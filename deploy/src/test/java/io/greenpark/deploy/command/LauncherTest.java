package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/greenpark} with a fake Java that only writes a file and a folder. */
class LauncherTest {
    private static final String WRITING_JAVA = """
            #!/usr/bin/env bash
            if [ "$1" = -version ]; then
              echo 'openjdk version "17.0.1"' >&2
            else
              echo reading > "${!#}/file"
              mkdir "${!#}/folder"
            fi
            """;

    @TempDir
    Path dir;

    private void launch() throws IOException, InterruptedException {
        Path java = Files.createDirectories(dir.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, WRITING_JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        "-c",
                        "umask 022; exec bash src/main/dist/bin/greenpark run --data \"$0\"",
                        dir.toString())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", dir.resolve("jdk").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(name)));
    }

    @Test
    void written_files_are_private_to_the_user() throws Exception {
        launch();
        assertThat(permissions("file")).isEqualTo("rw-------");
        assertThat(permissions("folder")).isEqualTo("rwx------");
    }
}
