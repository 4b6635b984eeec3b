package io.greenpark.lab.bench.peers;

import io.greenpark.lab.load.LoadClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** A chain under load, started and to be killed: the processes between the devices and InfluxDB. */
interface RunningChain extends AutoCloseable {
    /** Where devices send to now. */
    InetSocketAddress address();

    /** One connection for each device. */
    List<LoadClient> clients(List<String> devices) throws IOException;

    /** Ends what takes the readings to InfluxDB as {@code kill -9} does; a broker goes on. */
    void kill() throws IOException, InterruptedException;

    /** Starts it again on the data it has. */
    void restart() throws IOException, InterruptedException;

    /**
     * Says that it still runs.
     *
     * @throws IOException if it ended by itself, in its own words
     */
    void check() throws IOException;

    /** The most memory that its processes held, added up; of a killed one and its successor the larger. */
    long residentBytes() throws IOException;

    /** Processor time of its processes, the killed one's included. */
    Duration cpu();

    @Override
    void close() throws IOException, InterruptedException;
}
