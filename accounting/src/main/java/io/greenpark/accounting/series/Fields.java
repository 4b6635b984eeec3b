package io.greenpark.accounting.series;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of a series point: a figure that is missing has none. */
final class Fields {
    private Fields() {}

    static void put(Map<String, Object> fields, String name, @Nullable Object figure) {
        if (figure != null) {
            fields.put(name, figure);
        }
    }
}
