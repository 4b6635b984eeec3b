package io.greenpark.lab.chaos.notices;

import io.greenpark.lab.machine.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running {@link AlertingProcess}, as whoever kills it sees it. */
final class AlertingChild implements AutoCloseable {
    private static final List<String> JVM_OPTIONS = List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final String END = "";

    /** Classes as they were once loaded: what starts a hundred times is to start fast. */
    private static final String CLASSES = "classes.jsa";

    private final Process process;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private AlertingChild(Process process) {
        this.process = process;
        Thread reader = new Thread(this::listen, "alerting-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param words what it is told at its start, the folder excepted
     */
    static AlertingChild start(Path folder, List<String> words, Duration longest)
            throws IOException, InterruptedException {
        Path classes = folder.resolve(CLASSES);
        AlertingChild child =
                begin(folder, words, Files.exists(classes) ? "-XX:SharedArchiveFile=" + classes : "-Xshare:auto");
        if (child.await(AlertingProcess.READY, longest) == null) {
            child.close();
            throw new IOException("the alerting process did not become ready; see " + folder.resolve("alerting.log"));
        }
        return child;
    }

    private static AlertingChild begin(Path folder, List<String> words, String option) throws IOException {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.add(option);
        List<String> all = new ArrayList<>(List.of(folder.toString()));
        all.addAll(words);
        return new AlertingChild(new ProcessBuilder(JavaCommand.of(options, AlertingProcess.class.getName(), all))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("alerting.log").toFile()))
                .start());
    }

    /** Starts one and lets it end, so that others start faster; where that cannot be done, as with a class path of folders, they do not. */
    static void rehearse(Path folder, List<String> words, Duration longest) throws IOException, InterruptedException {
        try (AlertingChild child = begin(folder, words, "-XX:ArchiveClassesAtExit=" + folder.resolve(CLASSES))) {
            child.process.getOutputStream().close();
            child.ends(longest);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            // It was killed.
        }
        said.add(END);
    }

    /** Tells it something; it may be dead by now. */
    void say(String line) {
        try {
            OutputStream to = process.getOutputStream();
            to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            // Whoever waits for its answer finds out.
        }
    }

    /** The next line that begins so; null where it ended, or said none for so long. */
    @Nullable
    String await(String start, Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        while (true) {
            String line = said.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(END)) {
                return null;
            }
            if (line.startsWith(start)) {
                return line;
            }
        }
    }

    /** Whether it ended within a time. */
    boolean ends(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** kill -9, from any thread. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
