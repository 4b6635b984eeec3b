package io.greenpark.lab.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server that runs as a process of its own, so that its memory and processor time can be read. */
public class ServerProcess implements AutoCloseable {
    private static final long STOP_SECONDS = 20;
    private static final String PEAK = "VmHWM:";
    private static final String NOW = "VmRSS:";

    private final Process process;

    public ServerProcess(Process process) {
        ChildProcessReaper.endWithThisProcess();
        this.process = process;
    }

    /** The most memory it ever held, as Linux reports it; 0 where it is not reported. */
    public long residentBytes() throws IOException {
        return status(PEAK);
    }

    /** The memory it holds now; 0 where it is not reported. */
    public long residentNowBytes() throws IOException {
        return status(NOW);
    }

    private long status(String key) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith(key))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1_024)
                .findFirst()
                .orElse(0);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Processor time since its start; zero where it is not reported. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it as {@code kill -9} does: it can put nothing in order. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and ends it where it does not. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
