package io.greenpark.deploy.container;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.park.Await;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The meter of the registry that comes along: its readings on their way in, and what became of them. */
final class PaintShopMeter {
    static final String ID = "paint-shop-meter";

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PASSWORD_COLUMN = 4;
    private static final int KEY_COLUMN = 6;
    /** The day of all readings, as the manual says it. */
    private static final LocalDate DAY = LocalDate.now(ZoneId.systemDefault()).minusDays(1);

    private final Installation installation;

    PaintShopMeter(Installation installation) {
        this.installation = installation;
    }

    String password() throws Exception {
        return installation.credential(ID, PASSWORD_COLUMN);
    }

    /** Sends a reading to Greenpark over MQTT. */
    void publish(String time, String kwh) throws Exception {
        publish(installation.mqttPort, password(), time, kwh);
    }

    /** Sends a reading through Mosquitto, with the account that the manual gives it there. */
    void publishThroughMosquitto(String time, String kwh) throws Exception {
        publish(installation.mosquittoPort, "its password", time, kwh);
    }

    private void publish(int port, String password, String time, String kwh) throws Exception {
        installation.sh("mosquitto_pub -V mqttv5 -h localhost -p " + port + " -u " + ID + " -P '" + password
                + "' -q 1 -t greenpark/" + ID + "/telemetry -m '" + payload(time, kwh) + "'");
    }

    /** Sends a reading over CoAP with DTLS. */
    void post(String time, String kwh) throws Exception {
        String key = installation.credential(ID, KEY_COLUMN).replaceAll("..", "\\\\x$0");
        installation.sh("coap-client-openssl -B 20 -m post -t application/json -u " + ID + " -k \"$(printf '" + key
                + "')\" -e '" + payload(time, kwh) + "' coaps://127.0.0.1:" + installation.coapsPort + "/greenpark/"
                + ID
                + "/telemetry");
    }

    private static String payload(String time, String kwh) {
        return "{\"ts\": \"" + DAY + "T" + time + ":00+08:00\", \"values\": {\"kwh\": " + kwh + "}}";
    }

    void awaitEnergy(String kwh) {
        Await.until(kwh + " kWh are booked", LONGEST, () -> new BigDecimal(kwh).compareTo(energy()) == 0);
    }

    /** What the accounts have of those days. */
    private BigDecimal energy() {
        try {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode row : installation
                    .api("/api/v1/enterprises/paint-shop/energy?from=" + DAY.minusDays(1) + "&to=" + DAY.plusDays(3)
                            + "&step=day")
                    .get("rows")) {
                if (row.hasNonNull("electricityKwh")) {
                    sum = sum.add(new BigDecimal(row.get("electricityKwh").asText()));
                }
            }
            return sum;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    void awaitInInflux(int readings) {
        Await.until(readings + " readings are in InfluxDB", LONGEST, () -> inInflux() == readings);
    }

    private int inInflux() {
        try {
            List<String> rows = installation
                    .influx("SELECT count(value) FROM electricity WHERE point = '\\''" + ID + "-kwh'\\''")
                    .lines()
                    .toList();
            return rows.size() < 2 ? 0 : Integer.parseInt(rows.get(1).replaceAll(".*,", ""));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
