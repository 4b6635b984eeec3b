package io.greenpark.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * One table of the registry: read whole, and brought to wanted rows by touching only what differs.
 *
 * @param keyColumns how many of the columns, from the first, are the primary key
 */
record Table(String name, int keyColumns, List<Column> columns) {
    enum Type {
        TEXT,
        NUMBER,
        FLAG
    }

    record Column(String name, Type type) {}

    Table {
        columns = List.copyOf(columns);
    }

    /** A table by its columns' names, each with a suffix that says its type: {@code #} number, {@code ?} flag. */
    static Table of(String name, int keyColumns, String... columns) {
        List<Column> list = new ArrayList<>();
        for (String column : columns) {
            Type type = column.endsWith("#") ? Type.NUMBER : column.endsWith("?") ? Type.FLAG : Type.TEXT;
            list.add(new Column(type == Type.TEXT ? column : column.substring(0, column.length() - 1), type));
        }
        return new Table(name, keyColumns, list);
    }

    /** All rows; numbers as Long, flags as Boolean. */
    List<Row> rows(Handle handle) {
        return handle.createQuery("SELECT " + names() + " FROM " + name)
                .map((rs, context) -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    for (Column column : columns) {
                        Object value =
                                switch (column.type()) {
                                    case TEXT -> rs.getString(column.name());
                                    case NUMBER -> rs.getLong(column.name());
                                    case FLAG -> rs.getBoolean(column.name());
                                };
                        values.add(rs.wasNull() ? null : value);
                    }
                    return new Row(this, values);
                })
                .list();
    }

    /** Deletes every row whose key is not among the wanted. */
    void deleteOthers(Handle handle, List<Row> wanted) {
        Set<List<@Nullable Object>> keep = wanted.stream().map(Row::key).collect(Collectors.toCollection(HashSet::new));
        List<Row> gone =
                rows(handle).stream().filter(row -> !keep.contains(row.key())).toList();
        batch(handle, "DELETE FROM " + name + " WHERE " + keyCondition(), gone, keyColumns);
    }

    /** Inserts or changes the wanted rows that are not there as they should be. */
    void upsert(Handle handle, List<Row> wanted) {
        Map<List<@Nullable Object>, Row> present = new HashMap<>();
        rows(handle).forEach(row -> present.put(row.key(), row));
        List<Row> different = wanted.stream()
                .filter(row -> !row.equals(present.get(row.key())))
                .toList();
        String insert = "INSERT INTO " + name + " (" + names() + ") VALUES ("
                + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ") ON CONFLICT ("
                + columns.stream().limit(keyColumns).map(Column::name).collect(Collectors.joining(", ")) + ") DO ";
        String update = columns.stream()
                .skip(keyColumns)
                .map(c -> c.name() + " = excluded." + c.name())
                .collect(Collectors.joining(", "));
        batch(handle, insert + (update.isEmpty() ? "NOTHING" : "UPDATE SET " + update), different, columns.size());
    }

    private void batch(Handle handle, String sql, List<Row> rows, int boundColumns) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (Row row : rows) {
                for (int i = 0; i < boundColumns; i++) {
                    bind(batch, i, row.values().get(i));
                }
                batch.add();
            }
            batch.execute();
        }
    }

    private void bind(PreparedBatch batch, int index, @Nullable Object value) {
        switch (columns.get(index).type()) {
            case TEXT -> batch.bind(index, (String) value);
            case NUMBER -> batch.bind(index, (Long) value);
            case FLAG -> batch.bind(index, Boolean.TRUE.equals(value));
        }
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private String keyCondition() {
        return columns.stream().limit(keyColumns).map(c -> c.name() + " = ?").collect(Collectors.joining(" AND "));
    }

    /** A row of this table. */
    Row row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(name + " has " + columns.size() + " columns, not " + values.length);
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(value instanceof Integer n ? Long.valueOf(n) : value);
        }
        return new Row(this, list);
    }

    private int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }

    /** The values of one row, in the order of the columns. */
    record Row(Table table, List<@Nullable Object> values) {
        List<@Nullable Object> key() {
            return values.subList(0, table.keyColumns());
        }

        @Nullable
        String textOrNull(String column) {
            return (String) values.get(table.indexOf(column));
        }

        String text(String column) {
            return Objects.requireNonNull(textOrNull(column), column);
        }

        @Nullable
        Long numberOrNull(String column) {
            return (Long) values.get(table.indexOf(column));
        }

        long number(String column) {
            return Objects.requireNonNull(numberOrNull(column), column);
        }

        boolean flag(String column) {
            return Boolean.TRUE.equals(values.get(table.indexOf(column)));
        }
    }
}
