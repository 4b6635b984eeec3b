package io.greenpark.deploy.chaos.check;

import io.greenpark.deploy.chaos.world.ChaosPark;
import io.greenpark.sim.ledger.LedgerLoad;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Asks InfluxDB for every reading it holds, one point at a time. */
public final class InfluxReadout {
    private static final long WINDOW_MESSAGES = 50_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String database;

    public InfluxReadout(int port, String database) {
        this.port = port;
        this.database = database;
    }

    /** Tells every reading of the load's points. */
    public void read(LedgerLoad load, SeenReadings to) throws IOException, InterruptedException {
        for (LedgerLoad.Device device : load.devices()) {
            for (LedgerLoad.Key key : device.keys()) {
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
        JsonObject result = query("SELECT value FROM \"" + measurement + "\" WHERE point = '" + point + "' AND time >= "
                + fromMs + "ms AND time < " + toMs + "ms");
        for (Object series : result.getJsonArray("series", new JsonArray())) {
            for (Object row : ((JsonObject) series).getJsonArray("values")) {
                JsonArray cells = (JsonArray) row;
                to.saw(point, cells.getLong(0), cells.getDouble(1));
            }
        }
    }

    private JsonObject query(String influxQl) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/query?epoch=ms&db=" + database + "&q="
                + URLEncoder.encode(influxQl, StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        JsonObject result = answer.statusCode() == 200
                ? new JsonObject(answer.body()).getJsonArray("results").getJsonObject(0)
                : new JsonObject().put("error", answer.body());
        if (result.containsKey("error")) {
            throw new IOException("InfluxDB: " + result.getString("error"));
        }
        return result;
    }
}
