package io.greenpark.lab.bench.peers;

import io.greenpark.lab.machine.Programs;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Telegraf, a single program, as this machine has it. */
final class Telegraf implements Bridge {
    private final Path files;
    private final Path program;
    private final String version;

    private Telegraf(Path files, Path program, String version) {
        this.files = files;
        this.program = program;
        this.version = version;
    }

    /** Empty where there is none, which is printed. */
    static Optional<Bridge> find(Path peers, PrintStream out) throws IOException, InterruptedException {
        Optional<Path> program = Programs.find("telegraf");
        if (program.isEmpty()) {
            out.println("telegraf was not found, so the rows of Telegraf are left out. Put a telegraf on the path;"
                    + " docs/peers.md says how to build one");
            return Optional.empty();
        }
        return Optional.of(of(peers, program.get(), Programs.run(program.get().toString(), "--version")));
    }

    /** @param printed by {@code telegraf --version}, e.g. {@code Telegraf 1.36.4 (git: HEAD@0f3b5aa5)} */
    static Telegraf of(Path peers, Path program, String printed) {
        String version = printed.lines().findFirst().orElse("Telegraf").replaceFirst(" \\(.*", "");
        return new Telegraf(peers.resolve("telegraf"), program, version);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Command command(String settings, Path dir, int mqttPort, URI influx) {
        return new Command(
                List.of(
                        program.toString(),
                        "--quiet",
                        "--config",
                        files.resolve(settings + ".conf").toString()),
                Map.of("MQTT_PORT", String.valueOf(mqttPort), "INFLUX_PORT", String.valueOf(influx.getPort())));
    }
}
