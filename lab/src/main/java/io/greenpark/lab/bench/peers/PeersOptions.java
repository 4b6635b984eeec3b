package io.greenpark.lab.bench.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param readings of a row that comes as fast as it is acknowledged
 * @param rate readings per second of a row that comes by a schedule
 * @param seconds how long such a row sends
 * @param connections MQTT connections, one device each
 * @param quiet a row ends when nothing more has landed for so long
 * @param peers folder with the peers' settings
 * @param cache where peers are kept once they were fetched
 * @param dir where the servers keep their files; on the disk that is to be measured
 */
public record PeersOptions(
        List<Chain> chains,
        List<PeersLoad> loads,
        long readings,
        int rate,
        int seconds,
        int connections,
        Duration quiet,
        Path peers,
        Path cache,
        Path dir) {
    /** Readings of each connection in a row. */
    long perConnection(PeersLoad load) {
        long all = load == PeersLoad.FAST ? readings : (long) rate * seconds;
        return Math.max(1, all / connections);
    }
}
