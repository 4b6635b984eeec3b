package io.greenpark.store.books;

import io.greenpark.store.sqlite.NewerFormatException;
import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings a database to the schema of this version. One set of scripts serves SQLite and PostgreSQL. */
final class Migrations {
    private static final String LOCATION = "classpath:io/greenpark/store/books/migration";

    private Migrations() {}

    /** @param books which books, as the subject of a sentence */
    static void run(String books, DataSource database, Dialect dialect) {
        Flyway flyway = flyway(database, dialect).load();
        refuseNewer(books, flyway);
        flyway.migrate();
    }

    static FluentConfiguration flyway(DataSource database, Dialect dialect) {
        FluentConfiguration flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(LOCATION)
                .placeholders(dialect.placeholders());
        // With this lock Flyway would keep its history on a connection of its own, and a kill between the two commits
        // would leave a migration done and not noted, to be done again in vain. Without it both are one transaction.
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class).setTransactionalLock(false);
        return flyway;
    }

    /** Flyway by itself accepts a newer schema and only warns. */
    private static void refuseNewer(String books, Flyway flyway) {
        MigrationInfoService schema = flyway.info();
        MigrationInfo current = schema.current();
        String known = latest(schema);
        if (current != null && current.getVersion().isNewerThan(known)) {
            throw new NewerFormatException(books, current.getVersion().getVersion(), known);
        }
    }

    /** The schema this version works with. */
    static String latest(MigrationInfoService schema) {
        return Arrays.stream(schema.all())
                .filter(m -> m.getState().isResolved() && m.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElseThrow(() -> new IllegalStateException("books: " + LOCATION + " holds no migrations"));
    }
}
