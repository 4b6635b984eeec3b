package io.greenpark.store.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** One row in each table of a file that has none, of values that its columns take: so no table is forgotten when it is new. */
final class OneRowEach {
    private OneRowEach() {}

    /** @param text what stands in columns of text */
    static void put(Handle handle, String text) {
        List<String> tables = handle.createQuery("SELECT name FROM sqlite_master WHERE type = 'table'"
                        + " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%' ORDER BY name")
                .mapTo(String.class)
                .list();
        tables.forEach(table -> fill(handle, table, text));
    }

    private static void fill(Handle handle, String table, String text) {
        if (handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one()
                > 0) {
            return;
        }
        Map<String, Object> referred = new HashMap<>();
        handle.createQuery("PRAGMA foreign_key_list(" + table + ")").mapToMap().forEach(key -> {
            String parent = key.get("table").toString();
            fill(handle, parent, text);
            referred.put(
                    key.get("from").toString(),
                    handle.createQuery("SELECT " + key.get("to") + " FROM " + parent + " LIMIT 1")
                            .map((row, context) -> row.getObject(1))
                            .one());
        });
        insert(handle, table, text, referred);
    }

    private static void insert(Handle handle, String table, String text, Map<String, Object> referred) {
        List<Object> values = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Map<String, Object> column : handle.createQuery("PRAGMA table_info(" + table + ")")
                .mapToMap()
                .list()) {
            values.add(referred.getOrDefault(
                    column.get("name").toString(),
                    value(column.get("type").toString().toUpperCase(Locale.ROOT), text)));
            places.add("?");
        }
        handle.execute("INSERT INTO " + table + " VALUES (" + String.join(", ", places) + ")", values.toArray());
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "TEXT" -> text;
            case "BLOB", "BYTEA" -> new byte[] {0, -1, 127};
            case "REAL", "DOUBLE PRECISION" -> 0.1;
            default -> 1;
        };
    }
}
