package io.greenpark.lab.chaos.environment;

import io.greenpark.config.command.ReadyLine;
import io.greenpark.lab.machine.JavaCommand;
import io.greenpark.lab.machine.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code greenpark run} in a process of its own, to be killed, frozen and started again on the same data folder. */
public final class ServerUnderFaults implements AutoCloseable {
    /** The launcher's bounds of memory; a compiler and collector that start fast, since it starts often. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx768m",
            "-XX:MaxDirectMemorySize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto");

    private static final String CLOCK_VARIABLE = "GREENPARK_TEST_CLOCK";
    private static final String CLOCK_VALUE = "wrong-on-purpose";
    private static final String CLOCK_FILE = "test-clock";
    private static final long STOP_SECONDS = 90;

    private final Path config;
    private final Path data;
    private final Path output;
    private final List<String> prefix;
    private @Nullable Running running;

    private record Running(Process process, CountDownLatch ready, Thread reader) {}

    /**
     * @param prefix what the command line begins with, such as a tracer; empty for none
     */
    public ServerUnderFaults(Path config, Path data, Path output, List<String> prefix) throws IOException {
        this.config = config;
        this.data = data;
        this.output = output;
        this.prefix = List.copyOf(prefix);
        Files.createDirectories(data);
        clockOffset(Duration.ZERO);
    }

    /** Starts the process; {@link #awaitReady} waits for it. */
    public void start() throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(JavaCommand.greenpark(
                JVM_OPTIONS, List.of("run", "--config", config.toString(), "--data", data.toString())));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put(CLOCK_VARIABLE, CLOCK_VALUE);
        Process process = builder.start();
        CountDownLatch ready = new CountDownLatch(1);
        Thread reader = new Thread(() -> copy(process, ready), "server-output");
        reader.setDaemon(true);
        reader.start();
        running = new Running(process, ready, reader);
    }

    private void copy(Process process, CountDownLatch ready) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter to = new PrintWriter(Files.newBufferedWriter(
                        output, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                to.println(text);
                to.flush();
                if (text.startsWith(ReadyLine.START)) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Waits until the server says that it is ready.
     *
     * @throws IOException if it ends before, or takes longer than {@code longest}
     */
    public void awaitReady(Duration longest) throws IOException, InterruptedException {
        Running now = running();
        long until = System.nanoTime() + longest.toNanos();
        while (!now.ready.await(20, TimeUnit.MILLISECONDS)) {
            if (!now.process.isAlive()) {
                throw new IOException(
                        "the server ended with " + now.process.exitValue() + " before it was ready; see " + output);
            }
            if (System.nanoTime() > until) {
                throw new IOException("the server was not ready after " + longest.toSeconds() + " s; see " + output);
            }
        }
    }

    private Running running() throws IOException {
        if (running == null) {
            throw new IOException("the server was not started");
        }
        return running;
    }

    /** Whether the process is there; it ends by itself only when something is badly wrong. */
    public boolean alive() {
        return running != null && running.process.isAlive();
    }

    /** kill -9: no time to say goodbye. */
    public void kill() throws IOException, InterruptedException {
        server(running().process).destroyForcibly();
        running().process.waitFor();
        running().reader.join();
    }

    /** The process itself, not the tracer in front of it. */
    private ProcessHandle server(Process process) {
        return prefix.isEmpty()
                ? process.toHandle()
                : process.children().findFirst().orElse(process.toHandle());
    }

    /** SIGSTOP. */
    public void freeze() throws IOException, InterruptedException {
        Programs.run("kill", "-STOP", String.valueOf(pid()));
    }

    /** SIGCONT. */
    public void wake() throws IOException, InterruptedException {
        Programs.run("kill", "-CONT", String.valueOf(pid()));
    }

    public long pid() throws IOException {
        return server(running().process).pid();
    }

    /** Lets the server's clock be wrong by so much from now on. */
    public void clockOffset(Duration offset) throws IOException {
        Path next = Files.writeString(data.resolve(CLOCK_FILE + ".new"), offset.toString());
        Files.move(next, data.resolve(CLOCK_FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public Path data() {
        return data;
    }

    /** SIGTERM, and time to close everything. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (running == null || !running.process.isAlive()) {
            return;
        }
        server(running.process).destroy();
        if (!running.process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            server(running.process).destroyForcibly();
            running.process.waitFor();
            throw new IOException("the server did not stop within " + STOP_SECONDS + " s of a SIGTERM and was killed");
        }
        running.reader.join();
    }
}
