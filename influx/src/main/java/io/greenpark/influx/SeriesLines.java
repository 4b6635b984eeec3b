package io.greenpark.influx;

import io.greenpark.store.series.SeriesPoint;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns points of derived series into lines. */
final class SeriesLines {
    private SeriesLines() {}

    /** The line of a point without its line end; null if no field has a value: InfluxDB knows no empty point. */
    static @Nullable String line(SeriesPoint point) {
        if (point.fields().isEmpty()) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        LineNaming.measurement(out, point.measurement());
        new TreeMap<>(point.tags()).forEach((key, value) -> {
            out.append(',');
            LineNaming.name(out, key);
            out.append('=');
            LineNaming.name(out, value);
        });
        char before = ' ';
        for (Map.Entry<String, Object> field : new TreeMap<>(point.fields()).entrySet()) {
            out.append(before);
            LineNaming.name(out, field.getKey());
            out.append('=');
            value(out, field.getValue());
            before = ',';
        }
        return out.append(' ').append(point.timeMs()).toString();
    }

    /** Decimals become floats, since a field keeps one type for ever; integers carry the suffix {@code i}. */
    private static void value(StringBuilder out, Object value) {
        if (value instanceof BigDecimal || value instanceof Double || value instanceof Float) {
            out.append(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            out.append(number.longValue()).append('i');
        } else if (value instanceof Boolean) {
            out.append(value);
        } else {
            LineNaming.text(out, value.toString());
        }
    }
}
