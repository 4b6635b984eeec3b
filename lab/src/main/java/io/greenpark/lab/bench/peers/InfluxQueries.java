package io.greenpark.lab.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.lab.machine.InfluxQueryClient;
import java.io.IOException;
import java.net.URI;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Asks an InfluxDB 1.x what has landed. */
final class InfluxQueries {
    private final InfluxQueryClient influx;

    InfluxQueries(URI server) {
        influx = new InfluxQueryClient(server, PeersPark.DATABASE);
    }

    void createDatabase() throws IOException, InterruptedException {
        influx.ask("CREATE DATABASE " + PeersPark.DATABASE);
    }

    /** Readings of the load, the probe's left out. */
    long landed() throws IOException, InterruptedException {
        return count("!= '" + PeersPark.point(PeersPark.PROBE) + "'");
    }

    /** Readings of the probe. */
    long probes() throws IOException, InterruptedException {
        return count("= '" + PeersPark.point(PeersPark.PROBE) + "'");
    }

    private long count(String points) throws IOException, InterruptedException {
        JsonNode answer = influx.ask("SELECT count(value) FROM " + PeersPark.MEASUREMENT + " WHERE point " + points);
        return answer.at("/series/0/values/0/1").asLong();
    }

    /** Device times of all readings of a device, epoch milliseconds. */
    LongStream times(String device) throws IOException, InterruptedException {
        JsonNode answer = influx.ask(
                "SELECT value FROM " + PeersPark.MEASUREMENT + " WHERE point = '" + PeersPark.point(device) + "'");
        return StreamSupport.stream(answer.at("/series/0/values").spliterator(), false)
                .mapToLong(row -> row.path(0).asLong());
    }
}
