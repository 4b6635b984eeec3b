package io.greenpark.store.books.migration;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.store.books.migration.FormerRegistry.FormerDocument;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * The registry becomes documents: {@code registry_change} has a row per committed change, {@code registry_version} the
 * documents that a change added or changed (without text: removed), each with its
 * place among its kind, {@code registry_file_version} the same of what the
 * files said. What the seventeen tables of before hold is change 1, known since the last import.
 */
public final class V9__RegistryDocuments extends BaseJavaMigration {
    private static final List<String> NEW_TABLES = List.of(
            "CREATE TABLE registry_change (number BIGINT NOT NULL PRIMARY KEY, started_ms BIGINT NOT NULL,"
                    + " who TEXT NOT NULL, source TEXT NOT NULL, reason TEXT NOT NULL, file_sha256 TEXT,"
                    + " committed_ms BIGINT NOT NULL)",
            versions("registry_version"),
            versions("registry_file_version"),
            "CREATE INDEX registry_version_change ON registry_version (change_number)",
            "CREATE INDEX registry_file_version_change ON registry_file_version (change_number)");

    /** Children first. */
    private static final List<String> FORMER_TABLES = List.of(
            "registry_import",
            "registry_limit",
            "registry_target",
            "registry_coefficient",
            "registry_coefficient_set",
            "registry_statistic",
            "registry_replacement",
            "registry_point_facts",
            "registry_point",
            "registry_device",
            "registry_gateway",
            "registry_outlet",
            "registry_contact",
            "registry_enterprise",
            "registry_park_contact",
            "registry_park",
            "registry_district_contact",
            "registry_district");

    private static final int BATCH = 1_000;

    private static String versions(String table) {
        return "CREATE TABLE " + table + " (kind TEXT NOT NULL, id TEXT NOT NULL, change_number BIGINT NOT NULL,"
                + " position BIGINT NOT NULL, document TEXT, PRIMARY KEY (kind, id, change_number))";
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection books = context.getConnection();
        execute(books, NEW_TABLES);
        List<FormerDocument> documents = FormerRegistry.read(books);
        if (!documents.isEmpty()) {
            write(books, "registry_version", documents);
            write(books, "registry_file_version", documents);
            long knownSinceMs = lastImportMs(books);
            try (PreparedStatement insert =
                    books.prepareStatement("INSERT INTO registry_change (number, started_ms, who, source, reason,"
                            + " committed_ms) VALUES (1, ?, 'greenpark', 'UPGRADE', 'schema 9', ?)")) {
                insert.setLong(1, knownSinceMs);
                insert.setLong(2, knownSinceMs);
                insert.executeUpdate();
            }
        }
        execute(
                books,
                FORMER_TABLES.stream().map(table -> "DROP TABLE " + table).toList());
    }

    private static void write(Connection books, String table, List<FormerDocument> documents) throws Exception {
        ObjectMapper json = new ObjectMapper();
        try (PreparedStatement insert = books.prepareStatement(
                "INSERT INTO " + table + " (kind, id, change_number, position, document) VALUES (?, ?, 1, ?, ?)")) {
            int waiting = 0;
            for (FormerDocument document : documents) {
                insert.setString(1, document.kind());
                insert.setString(2, document.id());
                insert.setLong(3, document.position());
                insert.setString(4, json.writeValueAsString(document.fields()));
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    private static long lastImportMs(Connection books) throws SQLException {
        try (Statement query = books.createStatement();
                ResultSet row = query.executeQuery("SELECT coalesce(max(imported_ms), 0) FROM registry_import")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection books, List<String> statements) throws SQLException {
        try (Statement statement = books.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
