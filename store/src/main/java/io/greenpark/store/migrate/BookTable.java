package io.greenpark.store.migrate;

import io.greenpark.store.books.BooksSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A table of the books with its columns, as the server knows them: the file's types say too little. */
record BookTable(String name, List<Column> columns) {
    enum ColumnType {
        WHOLE,
        REAL,
        FLAG,
        TEXT,
        BYTES
    }

    record Column(String name, ColumnType type) {
        /** The value of the current row; one the databases keep differently in the form both can. */
        @Nullable
        Object of(ResultSet row, int index) throws SQLException {
            Object value =
                    switch (type) {
                        case WHOLE -> row.getLong(index);
                        case REAL -> row.getDouble(index);
                        case FLAG -> row.getBoolean(index);
                        case TEXT -> withoutNul(row.getString(index));
                        case BYTES -> row.getBytes(index);
                    };
            return row.wasNull() ? null : value;
        }

        /** PostgreSQL takes every character but this one. */
        private static @Nullable String withoutNul(@Nullable String text) {
            return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        }
    }

    BookTable {
        columns = List.copyOf(columns);
    }

    /** All tables of the books, those others refer to first. */
    static List<BookTable> all(Handle server) {
        Map<String, List<Column>> columns = columns(server);
        Set<String> ordered = new LinkedHashSet<>();
        Map<String, Set<String>> needed = references(server);
        columns.keySet().forEach(table -> place(table, needed, ordered));
        return ordered.stream()
                .filter(columns::containsKey)
                .map(t -> new BookTable(t, columns.getOrDefault(t, List.of())))
                .toList();
    }

    private static Map<String, List<Column>> columns(Handle server) {
        return server.createQuery("SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c"
                        + " JOIN information_schema.tables t ON t.table_schema = c.table_schema"
                        + " AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'"
                        + " WHERE c.table_schema = current_schema() AND c.table_name NOT IN (<others>)"
                        + " ORDER BY c.table_name, c.ordinal_position")
                .bindList("others", List.copyOf(BooksSchema.INTERNAL_TABLES))
                .reduceRows(new LinkedHashMap<>(), (columns, row) -> {
                    Column column = new Column(
                            row.getColumn("column_name", String.class), type(row.getColumn("data_type", String.class)));
                    columns.computeIfAbsent(row.getColumn("table_name", String.class), t -> new ArrayList<>())
                            .add(column);
                    return columns;
                });
    }

    private static void place(String table, Map<String, Set<String>> needed, Set<String> ordered) {
        if (!ordered.contains(table)) {
            needed.getOrDefault(table, Set.of()).forEach(other -> place(other, needed, ordered));
            ordered.add(table);
        }
    }

    /** Which tables a table refers to; none refers to itself or in a circle. */
    private static Map<String, Set<String>> references(Handle server) {
        return server.createQuery("SELECT c.conrelid::regclass::text AS owner, c.confrelid::regclass::text AS referred"
                        + " FROM pg_constraint c WHERE c.contype = 'f'"
                        + " AND c.connamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())")
                .reduceRows(new LinkedHashMap<>(), (needed, row) -> {
                    needed.computeIfAbsent(row.getColumn("owner", String.class), t -> new LinkedHashSet<>())
                            .add(row.getColumn("referred", String.class));
                    return needed;
                });
    }

    private static ColumnType type(String name) {
        return switch (name) {
            case "bigint", "integer", "smallint" -> ColumnType.WHOLE;
            case "double precision" -> ColumnType.REAL;
            case "boolean" -> ColumnType.FLAG;
            case "text" -> ColumnType.TEXT;
            case "bytea" -> ColumnType.BYTES;
            default ->
                throw new IllegalStateException("a table of the books has a column of the type " + name
                        + ", which the migration does not know");
        };
    }

    String names() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    String select() {
        return "SELECT " + names() + " FROM " + name;
    }
}
