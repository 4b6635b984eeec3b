package io.greenpark.lab.bench.peers;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A way from the device to InfluxDB, with one set of settings. */
public enum Chain {
    /** {@code greenpark run} alone, every setting at its default. */
    GREENPARK(Program.GREENPARK, "default"),
    NODE_RED_DEFAULT(Program.NODE_RED, "default"),
    /** Batches, a session that is kept, a queue without bound. */
    NODE_RED_TUNED(Program.NODE_RED, "tuned"),
    CAMEL_DEFAULT(Program.CAMEL, "default"),
    /** Batches, a session that is kept, a queue without bound. */
    CAMEL_TUNED(Program.CAMEL, "tuned"),
    /** The same without batches: a message is acknowledged to the broker after its write. */
    CAMEL_CAREFUL(Program.CAMEL, "careful"),
    TELEGRAF_DEFAULT(Program.TELEGRAF, "default"),
    /** QoS 1, a session that is kept, acknowledged to the broker after the write, a queue without bound. */
    TELEGRAF_TUNED(Program.TELEGRAF, "tuned");

    /** What takes the readings to InfluxDB. */
    enum Program {
        GREENPARK("greenpark", "Greenpark"),
        NODE_RED("node-red", "Mosquitto, Node-RED"),
        CAMEL("camel", "Mosquitto, Camel"),
        TELEGRAF("telegraf", "Mosquitto, Telegraf");

        private final String word;
        private final String title;

        Program(String word, String title) {
            this.word = word;
            this.title = title;
        }

        String word() {
            return word;
        }

        String title() {
            return title;
        }
    }

    private final Program program;
    private final String settings;

    Chain(Program program, String settings) {
        this.program = program;
        this.settings = settings;
    }

    Program program() {
        return program;
    }

    /** Name of its settings, which is that of their files. */
    String settings() {
        return settings;
    }

    /** Name of the broker's settings: what is careful of the bridge is the broker's tuned. */
    String brokerSettings() {
        return settings.equals("default") ? "default" : "tuned";
    }

    /** What names it alone, e.g. {@code camel-tuned}. */
    String word() {
        return this == GREENPARK ? program.word : program.word + "-" + settings;
    }

    /** All words that {@link #named} takes. */
    public static List<String> words() {
        return Stream.concat(
                        Arrays.stream(Program.values()).map(Program::word),
                        Arrays.stream(values()).map(Chain::word))
                .distinct()
                .toList();
    }

    /**
     * Those that words name: a program with all its settings, or with one of them.
     *
     * @throws IllegalArgumentException for a word that names none
     */
    public static List<Chain> named(List<String> words) {
        Set<Chain> chains = new LinkedHashSet<>();
        for (String word : words) {
            List<Chain> meant = Arrays.stream(values())
                    .filter(c -> c.word().equals(word) || c.program.word.equals(word))
                    .toList();
            if (meant.isEmpty()) {
                throw new IllegalArgumentException(
                        "\"" + word + "\" is not known; accepted are " + String.join(", ", words()));
            }
            chains.addAll(meant);
        }
        return List.copyOf(chains);
    }
}
