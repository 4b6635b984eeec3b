package io.greenpark.store.books;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** Makes empty books of an earlier schema, for tests of migrations. */
public final class FormerSchema {
    private FormerSchema() {}

    /** Books in a file, of schema {@code version}. */
    public static Jdbi sqlite(Path file, String version) {
        return migrated("jdbc:sqlite:" + file, Dialect.SQLITE, version);
    }

    /** Books at a PostgreSQL server, by a JDBC address that carries user and password. */
    public static Jdbi postgres(String url, String version) {
        return migrated(url, Dialect.POSTGRESQL, version);
    }

    private static Jdbi migrated(String url, Dialect dialect, String version) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:io/greenpark/store/books/migration")
                .placeholders(dialect.placeholders())
                .target(version)
                .load()
                .migrate();
        return Jdbi.create(url);
    }
}
