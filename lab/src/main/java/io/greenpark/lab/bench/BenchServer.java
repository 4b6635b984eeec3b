package io.greenpark.lab.bench;

import io.greenpark.lab.load.LoadClient;
import io.greenpark.lab.machine.ServerProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** A server under load: a process that takes MQTT on a port of the loopback. */
public abstract class BenchServer extends ServerProcess {
    /** Starts a server of one kind in a directory. */
    @FunctionalInterface
    interface Starter {
        BenchServer start(Path dir) throws IOException, InterruptedException;
    }

    private final int port;

    BenchServer(Process process, int port) {
        super(process);
        this.port = port;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    /** One connection each for devices; without passwords where it asks for none. */
    public List<LoadClient> clients(List<String> devices) {
        return devices.stream().map(d -> LoadClient.device(d, null)).toList();
    }
}
