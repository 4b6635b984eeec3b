package io.greenpark.store.backup;

import io.greenpark.store.sqlite.SqliteFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads from a SQLite file at rest whether it is sound and what is in it. */
final class DatabaseFacts implements AutoCloseable {
    private final String name;
    private final Connection connection;

    private DatabaseFacts(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    static DatabaseFacts open(Path file) throws SQLException {
        return new DatabaseFacts(String.valueOf(file.getFileName()), SqliteFiles.atRest(file));
    }

    /** What SQLite finds wrong with the file and with its foreign keys; empty if it is sound. */
    List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        for (String line : texts("PRAGMA integrity_check")) {
            if (!line.equals("ok")) {
                faults.add(name + ": " + line);
            }
        }
        for (String table : texts("PRAGMA foreign_key_check")) {
            faults.add(name + ": a row of " + table + " names another that is not there");
        }
        return faults;
    }

    /** The number of rows of each table. */
    Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables()) {
            rows.put(table, number("SELECT count(*) FROM \"" + table + "\""));
        }
        return rows;
    }

    /** The sum of a column of whole numbers in each table that has it. */
    Map<String, Long> sums(String column) throws SQLException {
        Map<String, Long> sums = new TreeMap<>();
        for (String table : tables()) {
            if (hasColumn(table, column)) {
                sums.put(table, number("SELECT coalesce(sum(\"" + column + "\"), 0) FROM \"" + table + "\""));
            }
        }
        return sums;
    }

    private List<String> tables() throws SQLException {
        return texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    }

    private boolean hasColumn(String table, String column) throws SQLException {
        try (PreparedStatement s =
                connection.prepareStatement("SELECT count(*) FROM pragma_table_info(?) WHERE name = ?")) {
            s.setString(1, table);
            s.setString(2, column);
            try (ResultSet r = s.executeQuery()) {
                return r.next() && r.getLong(1) > 0;
            }
        }
    }

    long number(String query) throws SQLException {
        return SqliteFiles.number(connection, query);
    }

    String text(String query) throws SQLException {
        List<String> texts = texts(query);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(query)) {
            while (r.next()) {
                texts.add(String.valueOf(r.getString(1)));
            }
        }
        return texts;
    }

    /** A name and a number of each row. */
    Map<String, Long> numbers(String query) throws SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(query)) {
            while (r.next()) {
                numbers.put(r.getString(1), r.getLong(2));
            }
        }
        return numbers;
    }

    /** A row of {@code stored_document}: its id, its name for people, and the content that it names. */
    record DocumentRow(String id, String name, String sha256) {}

    /** The stored documents; none in books from before there were any. */
    List<DocumentRow> documents() throws SQLException {
        List<DocumentRow> documents = new ArrayList<>();
        if (!tables().contains("stored_document")) {
            return documents;
        }
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT id, name, sha256 FROM stored_document ORDER BY id")) {
            while (r.next()) {
                documents.add(new DocumentRow(r.getString(1), r.getString(2), r.getString(3)));
            }
        }
        return documents;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
