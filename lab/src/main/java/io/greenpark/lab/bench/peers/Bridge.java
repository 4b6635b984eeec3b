package io.greenpark.lab.bench.peers;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that takes readings from a broker to InfluxDB, installed and ready to be started. */
interface Bridge {
    /** Its name and version, and those of what it needs. */
    String version();

    /**
     * How it is started.
     *
     * @param settings name of its settings
     * @param dir of its own, for what it keeps
     */
    Command command(String settings, Path dir, int mqttPort, URI influx);

    /** A command line and what it finds in its environment. */
    record Command(List<String> line, Map<String, String> environment) {}
}
