package io.greenpark.store.books;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version. One set of scripts serves SQLite and PostgreSQL. */
final class Migrations {
    private static final String LOCATION = "classpath:io/greenpark/store/books/migration";

    private Migrations() {}

    static void run(DataSource database, Dialect dialect) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(LOCATION)
                .placeholders(dialect.placeholders())
                .load()
                .migrate();
    }
}
