package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code bin/greenpark replay} towards a {@link GreenparkProcess}, with its output in a file of the data folder. */
final class ReplayProcess implements AutoCloseable {
    private final Path output;
    private final Pattern progress;
    private final Process process;

    private ReplayProcess(Path output, String dataSet, Process process) {
        this.output = output;
        this.progress = Pattern.compile("(?m)^" + dataSet + "\\s+(\\d+) %");
        this.process = process;
    }

    /** Starts it; the process may still be starting or be away. */
    static ReplayProcess start(GreenparkProcess greenpark, String dataSet, String... words) throws IOException {
        return start(greenpark, Map.of(), dataSet, words);
    }

    static ReplayProcess start(
            GreenparkProcess greenpark, Map<String, String> environment, String dataSet, String... words)
            throws IOException {
        List<String> line = new ArrayList<>(List.of("replay", dataSet));
        line.addAll(List.of(words));
        line.addAll(greenpark.settings());
        Path output = greenpark.data.resolve("replay.txt");
        ProcessBuilder builder =
                GreenparkProcess.command(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new ReplayProcess(output, dataSet, builder.start());
    }

    /** How many percent of the messages are acknowledged, in steps of about ten; fails if it ended with an error. */
    int acknowledgedPercent() {
        String printed = printed();
        assertThat(process.isAlive() || process.exitValue() == 0).as(printed).isTrue();
        int percent = 0;
        Matcher lines = progress.matcher(printed);
        while (lines.find()) {
            percent = Integer.parseInt(lines.group(1));
        }
        return percent;
    }

    /** Waits for its end and fails unless it succeeded. */
    void finish() throws InterruptedException {
        boolean ended = process.waitFor(300, TimeUnit.SECONDS);
        assertThat(ended).as("replay ended; it printed:%n%s", printed()).isTrue();
        assertThat(process.exitValue()).as(printed()).isZero();
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
