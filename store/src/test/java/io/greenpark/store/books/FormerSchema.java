package io.greenpark.store.books;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteDataSource;

/** Makes empty books of an earlier schema, for tests of migrations. */
public final class FormerSchema {
    private FormerSchema() {}

    /** Books in a file, of schema {@code version}. */
    public static Jdbi sqlite(Path file, String version) {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file);
        return migrated(database, Dialect.SQLITE, version);
    }

    /** Books in an empty database of a server. */
    public static Jdbi postgres(BooksServer server, String version) {
        return migrated(server.dataSource(), Dialect.POSTGRESQL, version);
    }

    /** The books of any schema, without migrating them. */
    public static Jdbi asTheyAre(BooksServer server) {
        return Jdbi.create(server.dataSource());
    }

    private static Jdbi migrated(DataSource database, Dialect dialect, String version) {
        Migrations.flyway(database, dialect).target(version).load().migrate();
        return Jdbi.create(database);
    }
}
