package io.greenpark.sim.simulate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message being put together: the values of one or more devices at one or more times, as JSON of the doors. */
final class Message {
    private final String sender;
    private final boolean gateway;
    private final Map<String, StringBuilder> byDevice = new LinkedHashMap<>();
    private int values;

    /**
     * @param gateway whether the sender is a gateway, which names the device of each entry
     */
    Message(String sender, boolean gateway) {
        this.sender = sender;
        this.gateway = gateway;
    }

    void add(String deviceId, Instant at, Map<String, BigDecimal> measured) {
        StringBuilder json = byDevice.computeIfAbsent(deviceId, d -> new StringBuilder());
        json.append(json.isEmpty() ? "" : ",")
                .append("{\"ts\":")
                .append(at.toEpochMilli())
                .append(",\"values\":{");
        String comma = "";
        for (Map.Entry<String, BigDecimal> value : measured.entrySet()) {
            json.append(comma)
                    .append('"')
                    .append(value.getKey())
                    .append("\":")
                    .append(value.getValue().toPlainString());
            comma = ",";
            values++;
        }
        json.append("}}");
    }

    String sender() {
        return sender;
    }

    int values() {
        return values;
    }

    String topic() {
        return gateway ? "v1/gateway/telemetry" : "greenpark/" + sender + "/telemetry";
    }

    String payload() {
        if (!gateway) {
            return "[" + byDevice.getOrDefault(sender, new StringBuilder()) + "]";
        }
        StringBuilder json = new StringBuilder("{");
        byDevice.forEach((device, entries) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(device)
                .append("\":[")
                .append(entries)
                .append(']'));
        return json.append('}').toString();
    }
}
