package io.greenpark.lab.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the operating system; those of system services are often outside a user's PATH. */
public final class Programs {
    private static final List<String> PLACES =
            List.of("/usr/bin", "/usr/sbin", "/bin", "/usr/local/bin", "/usr/local/sbin");

    private Programs() {}

    /** Where a program lies, if it is installed. */
    public static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(":")), PLACES.stream())
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Runs a command and returns what it printed.
     *
     * @throws IOException if it is missing or fails, in its own words
     */
    public static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + printed);
        }
        return printed;
    }
}
