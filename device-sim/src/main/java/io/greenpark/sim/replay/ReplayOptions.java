package io.greenpark.sim.replay;

import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.RetryTimeout;
import io.greenpark.sim.data.DataSet;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to replay, and where to.
 *
 * @param files files in the data set's format to read in place of the shipped ones; empty for the shipped ones
 * @param registers send the steel plant's energy as the reading of a register
 * @param shuffle send in an order drawn from {@code seed}
 * @param twice send every message twice
 * @param target the door
 * @param retryTimeout with a server that does not answer, because it is being started or upgraded
 * @param waitUntilBooked where to ask whether everything is worked off; null not to wait
 */
public record ReplayOptions(
        DataSet dataSet,
        List<Path> files,
        boolean registers,
        boolean shuffle,
        long seed,
        boolean twice,
        ReplayServer target,
        RetryTimeout retryTimeout,
        @Nullable ApiClient waitUntilBooked) {
    public ReplayOptions {
        files = List.copyOf(files);
    }

    /** A replay of the shipped files in their order. */
    public static ReplayOptions of(DataSet dataSet, ReplayServer target) {
        return new ReplayOptions(dataSet, List.of(), false, false, 1, false, target, RetryTimeout.DEFAULT, null);
    }

    /** The way in. */
    public enum Via {
        MQTT,
        BROKER,
        COAP
    }

    /**
     * A door.
     *
     * @param url {@code tcp://host:port} for MQTT, {@code coap://} or {@code coaps://host:port} for CoAP
     * @param dataDirectory the server's data directory with its {@code credentials/}; not read for a broker or plain CoAP
     * @param brokerUser user name at a broker that asks for one
     */
    public record ReplayServer(
            Via via,
            URI url,
            Path dataDirectory,
            @Nullable String brokerUser,
            @Nullable String brokerPassword) {
        @Override
        public String toString() {
            return via.name().toLowerCase(java.util.Locale.ROOT) + " at " + url;
        }
    }
}
