package io.greenpark.store.books;

import java.util.Map;

/** What differs between the databases: words of the scripts, and how many rows go in at once. The SQL is the same. */
enum Dialect {
    SQLITE(Map.of("without_rowid", "WITHOUT ROWID", "blob", "BLOB")) {
        @Override
        HotTable hot(Statements statements) {
            return new HotTable(statements);
        }
    },
    POSTGRESQL(Map.of("without_rowid", "", "blob", "BYTEA")) {
        @Override
        HotTable hot(Statements statements) {
            return new PostgresHotTable(statements);
        }
    };

    private final Map<String, String> placeholders;

    Dialect(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    /** Values of the placeholders in the migrations. */
    Map<String, String> placeholders() {
        return placeholders;
    }

    abstract HotTable hot(Statements statements);
}
