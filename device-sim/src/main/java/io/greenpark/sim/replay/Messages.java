package io.greenpark.sim.replay;

import io.greenpark.sim.data.Measured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts measurements into the JSON of the doors. */
final class Messages {
    private Messages() {}

    /**
     * One message for each measurement, or, if {@code maxBytes} allows, for several of them in a row.
     *
     * @param maxBytes a message ends before it would grow longer; 0 for one measurement per message
     */
    static List<String> of(List<Measured> rows, int maxBytes) {
        List<String> messages = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (Measured row : rows) {
            if (row.values().isEmpty()) {
                continue;
            }
            String json = json(row);
            if (maxBytes == 0) {
                messages.add(json);
                continue;
            }
            if (!open.isEmpty() && open.length() + json.length() + 2 > maxBytes) {
                messages.add(open.append(']').toString());
                open.setLength(0);
            }
            open.append(open.isEmpty() ? '[' : ',').append(json);
        }
        if (!open.isEmpty()) {
            messages.add(open.append(']').toString());
        }
        return messages;
    }

    private static String json(Measured row) {
        StringBuilder json = new StringBuilder(64)
                .append("{\"ts\":")
                .append(row.at().toEpochMilli())
                .append(",\"values\":{");
        String comma = "";
        for (Map.Entry<String, BigDecimal> value : row.values().entrySet()) {
            json.append(comma)
                    .append('"')
                    .append(value.getKey())
                    .append("\":")
                    .append(value.getValue().toPlainString());
            comma = ",";
        }
        return json.append("}}").toString();
    }
}
