package io.greenpark.store.books;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version. One set of scripts serves SQLite and PostgreSQL. */
final class Migrations {
    private static final String LOCATION = "classpath:io/greenpark/store/books/migration";

    private Migrations() {}

    /** Words in which the two databases differ; the scripts name them as placeholders. */
    static final Map<String, String> SQLITE = Map.of("without_rowid", "WITHOUT ROWID", "blob", "BLOB");

    static void run(DataSource database, Map<String, String> placeholders) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(LOCATION)
                .placeholders(placeholders)
                .load()
                .migrate();
    }
}
