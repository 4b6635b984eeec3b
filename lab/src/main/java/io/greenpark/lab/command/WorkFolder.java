package io.greenpark.lab.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a bench's servers keep their files while it runs. */
final class WorkFolder {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the servers keep their files, on the disk to measure; default: the temporary folder.")
    private @Nullable Path dir;

    Path path() {
        return dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir.toAbsolutePath();
    }
}
