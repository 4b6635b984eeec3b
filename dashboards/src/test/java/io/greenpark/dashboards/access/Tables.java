package io.greenpark.dashboards.access;

import io.greenpark.store.books.Books;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jdbi.v3.core.Handle;

/** What stands in the books, so that it can be told whether anything changed. */
final class Tables {
    /** Keys note the day they were used on, and who did what is on record whether it was refused or not. */
    private static final Set<String> MAY_CHANGE = Set.of("api_key", "audit_entry", "audit_look");

    private Tables() {}

    /** A line for each table. */
    static List<String> digests(Books books) {
        return books.read(handle -> {
            List<String> digests = new ArrayList<>();
            for (String table : handle.createQuery(
                            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
                    .mapTo(String.class)
                    .list()) {
                if (!MAY_CHANGE.contains(table)) {
                    digests.add(table + " " + digest(handle, table));
                }
            }
            return digests;
        });
    }

    private static long digest(Handle handle, String table) {
        CRC32 crc = new CRC32();
        handle.createQuery("SELECT * FROM " + table).mapToMap().stream()
                .map(row -> row.values().stream().map(Tables::text).toList().toString())
                .sorted()
                .forEach(row -> crc.update(row.getBytes(StandardCharsets.UTF_8)));
        return crc.getValue();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : String.valueOf(value);
    }
}
