package io.greenpark.store.books;

import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteDataSource;

/** The versions of the books' schema. */
public final class BooksSchema {
    /** Tables that belong to a database and are not part of the books: neither moved nor exported. */
    public static final Set<String> INTERNAL_TABLES = Set.of("flyway_schema_history", "books_owner");

    private static final String LATEST = findLatest();

    private BooksSchema() {}

    /** The version this Greenpark works with and brings older books to. */
    public static String latest() {
        return LATEST;
    }

    /** Whether a version is of a Greenpark newer than this one. */
    public static boolean isNewer(String version) {
        return MigrationVersion.fromVersion(version).isNewerThan(LATEST);
    }

    private static String findLatest() {
        SQLiteDataSource nothing = new SQLiteDataSource();
        nothing.setUrl("jdbc:sqlite::memory:");
        return Migrations.latest(
                Migrations.flyway(nothing, Dialect.SQLITE).load().info());
    }
}
