package io.greenpark.lab.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.lab.chaos.environment.ChaosPark;
import io.greenpark.lab.ledger.LedgerLoad;
import io.greenpark.lab.machine.InfluxQueryClient;
import java.io.IOException;
import java.net.URI;

/** Asks InfluxDB for every reading it holds, one point at a time. */
public final class InfluxReadout {
    private static final long WINDOW_MESSAGES = 50_000;

    private final InfluxQueryClient influx;

    public InfluxReadout(URI server, String database) {
        influx = new InfluxQueryClient(server, database);
    }

    /** Passes on every reading of the load's points. */
    public void read(LedgerLoad load, SeenReadings to) throws IOException, InterruptedException {
        for (LedgerLoad.LedgerDevice device : load.devices()) {
            for (LedgerLoad.LedgerPoint key : device.keys()) {
                for (long from = 0; from < device.messages(); from += WINDOW_MESSAGES) {
                    long first = device.timeMs(from);
                    long end = device.timeMs(from + WINDOW_MESSAGES);
                    point(ChaosPark.quantity(device.id()), key.pointId(), first, end, to);
                }
            }
        }
    }

    private void point(String measurement, String point, long fromMs, long toMs, SeenReadings to)
            throws IOException, InterruptedException {
        JsonNode result = influx.ask("SELECT value FROM \"" + measurement + "\" WHERE point = '" + point
                + "' AND time >= " + fromMs + "ms AND time < " + toMs + "ms");
        for (JsonNode series : result.path("series")) {
            for (JsonNode row : series.path("values")) {
                to.saw(point, row.path(0).asLong(), row.path(1).asDouble());
            }
        }
    }
}
