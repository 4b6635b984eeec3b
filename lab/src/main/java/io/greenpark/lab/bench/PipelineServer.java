package io.greenpark.lab.bench;

import io.greenpark.config.command.ReadyLine;
import io.greenpark.config.machine.FreePort;
import io.greenpark.lab.load.LoadClient;
import io.greenpark.lab.machine.FolderSize;
import io.greenpark.lab.machine.JavaCommand;
import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.DeviceSecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code greenpark run} in a process of its own, with the memory its launcher gives it. */
public final class PipelineServer extends BenchServer {
    public static final List<String> JVM_OPTIONS = List.of("-Xmx768m", "-XX:MaxDirectMemorySize=256m");

    private static final long START_SECONDS = 120;
    private static final Duration API_TIMEOUT = Duration.ofSeconds(60);
    private static final String COLLECT = "GC.run";

    private final Path data;
    private final URI console;

    private PipelineServer(Process process, int port, Path data, int httpPort) {
        super(process, port);
        this.data = data;
        this.console = URI.create("http://127.0.0.1:" + httpPort);
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param words options beside configuration, data and ports
     */
    public static PipelineServer start(Path dir, String configuration, List<String> words)
            throws IOException, InterruptedException {
        return start(dir, configuration, words, JVM_OPTIONS);
    }

    /** The same with other options of the JVM. */
    static PipelineServer start(Path dir, String configuration, List<String> words, List<String> jvm)
            throws IOException, InterruptedException {
        Path config = Files.writeString(dir.resolve("bench.yaml"), configuration);
        Path data = dir.resolve("data");
        Path output = dir.resolve("output.txt");
        int mqttPort = FreePort.take();
        int httpPort = FreePort.take();
        List<String> command =
                new ArrayList<>(List.of("run", "--config", config.toString(), "--data", data.toString()));
        command.addAll(List.of("--set", "mqtt.port=" + mqttPort, "--set", "http.port=" + httpPort));
        command.addAll(List.of("--set", "coap.enabled=false"));
        command.addAll(words);
        Process process = new ProcessBuilder(JavaCommand.greenpark(jvm, command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        PipelineServer server = new PipelineServer(process, mqttPort, data, httpPort);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(output).contains(ReadyLine.START)) {
            if (System.nanoTime() > until || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                server.close();
                throw new IOException("greenpark did not start: " + Files.readString(output));
            }
        }
        return server;
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    /** One connection each for devices of its configuration, with the passwords it gave them. */
    @Override
    public List<LoadClient> clients(List<String> devices) {
        DeviceSecrets secrets = DeviceSecrets.of(data);
        return devices.stream()
                .map(d -> LoadClient.device(d, secrets.of(d).password()))
                .toList();
    }

    /**
     * Has it give up what nothing refers to any more, and the heap that stays free: without the second a garbage collector
     * keeps what the start took, and connections seem to cost nothing.
     *
     * @return false where this Java brings no {@code jcmd}
     */
    boolean collectGarbage() throws IOException, InterruptedException {
        return jcmd(List.of(
                "VM.set_flag MinHeapFreeRatio 5",
                "VM.set_flag MaxHeapFreeRatio 10",
                COLLECT,
                "VM.set_flag MaxHeapFreeRatio 70",
                "VM.set_flag MinHeapFreeRatio 40"));
    }

    /**
     * Has it collect the whole heap, and nothing changed of how it does: what is in use then is what something refers to.
     *
     * @return false where this Java brings no {@code jcmd}
     */
    public boolean collectWholeHeap() throws IOException, InterruptedException {
        return jcmd(List.of(COLLECT));
    }

    private boolean jcmd(List<String> steps) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return false;
        }
        for (String step : steps) {
            Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid()), step)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("jcmd " + step + " failed with code " + process.exitValue());
            }
        }
        return true;
    }

    /** Asks its API, if it has that role. */
    public ApiClient api() {
        return new ApiClient(console, data, null, API_TIMEOUT);
    }

    /** What its data folder takes on the disk. */
    long diskBytes() throws IOException {
        return FolderSize.bytes(data);
    }
}
