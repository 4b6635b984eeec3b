package io.greenpark.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A bench: it has a folder for the files of its servers. */
abstract class MeasuringCommand extends LabCommand {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the servers keep their files, on the disk to measure; default: the temporary folder.")
    private @Nullable Path dir;

    MeasuringCommand() {
        super("bench");
    }

    @Override
    abstract int measure() throws IOException, InterruptedException;

    /** Where the servers keep their files; made if it is not there. */
    final Path workFolder() throws IOException {
        return Files.createDirectories(
                dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir.toAbsolutePath());
    }
}
