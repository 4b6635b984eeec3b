package io.greenpark.store.backup;

import io.greenpark.store.backup.Manifest.Contents;
import io.greenpark.store.log.LogExtent;
import io.greenpark.store.log.LogFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data folder at rest as a whole: every database is checked, every row of the log unpacked, every figure counted
 * anew.
 *
 * @param contents null where a database could not be read at all; then {@code findings} says so
 * @param findings what is not sound, in words; backups keep these sentences, so that their wording must not change
 */
record DataFolderCheck(@Nullable Contents contents, List<String> findings) {
    DataFolderCheck {
        findings = List.copyOf(findings);
    }

    static DataFolderCheck of(Path data) {
        List<String> findings = new ArrayList<>();
        Manifest.BooksContents books = books(data, findings);
        Manifest.LogContents log = log(data, findings);
        Map<String, Long> deadLetters = deadLetters(data, findings);
        Manifest.DocumentContents documents = books == null ? null : documents(data, findings);
        if (books == null || log == null || deadLetters == null || documents == null) {
            return new DataFolderCheck(null, findings);
        }
        books.readers().forEach((reader, position) -> {
            if (position > log.end()) {
                findings.add(
                        "reader " + reader + " stands at 0:" + position + ", above the end of the log 0:" + log.end());
            } else if (position < log.first()) {
                findings.add(
                        "reader " + reader + " stands at 0:" + position + ", below the first position of the log 0:"
                                + log.first() + ": it can no longer read what lies between");
            }
        });
        return new DataFolderCheck(new Contents(books, log, deadLetters, documents), findings);
    }

    private static Manifest.@Nullable BooksContents books(Path data, List<String> findings) {
        try (DatabaseFacts books = DatabaseFacts.open(data.resolve(DataFolder.BOOKS))) {
            findings.addAll(books.faults());
            return new Manifest.BooksContents(
                    books.text("SELECT version FROM flyway_schema_history WHERE version IS NOT NULL"
                            + " ORDER BY installed_rank DESC LIMIT 1"),
                    books.number("SELECT (SELECT count(*) FROM reading_hot)"
                            + " + (SELECT coalesce(sum(samples), 0) FROM reading_folded)"),
                    books.numbers("SELECT reader, pos FROM reader_position WHERE part = 0 ORDER BY reader"),
                    books.rows(),
                    books.sums("amount"));
        } catch (SQLException e) {
            findings.add(DataFolder.BOOKS + ": cannot be read: " + e.getMessage());
            return null;
        }
    }

    private static Manifest.@Nullable LogContents log(Path data, List<String> findings) {
        try {
            LogExtent log = LogExtent.of(data.resolve(DataFolder.LOG));
            log.faults().forEach(fault -> findings.add("log: " + fault));
            return new Manifest.LogContents(
                    LogFolder.FORMAT,
                    log.first(),
                    log.end(),
                    log.rows(),
                    log.readings(),
                    log.rows() == 0
                            ? null
                            : Instant.ofEpochMilli(log.lastArrivalMs()).toString());
        } catch (IOException e) {
            findings.add("log: " + e.getMessage());
            return null;
        }
    }

    /** A folder without the file is of an installation that was never started completely. */
    private static @Nullable Map<String, Long> deadLetters(Path data, List<String> findings) {
        if (!Files.exists(data.resolve(DataFolder.DEAD_LETTERS))) {
            return Map.of();
        }
        try (DatabaseFacts deadLetters = DatabaseFacts.open(data.resolve(DataFolder.DEAD_LETTERS))) {
            findings.addAll(deadLetters.faults());
            return deadLetters.rows();
        } catch (SQLException e) {
            findings.add(DataFolder.DEAD_LETTERS + ": cannot be read: " + e.getMessage());
            return null;
        }
    }

    private static Manifest.@Nullable DocumentContents documents(Path data, List<String> findings) {
        try (DatabaseFacts books = DatabaseFacts.open(data.resolve(DataFolder.BOOKS))) {
            return new DocumentsCheck(data, findings).of(books.documents());
        } catch (SQLException | IOException e) {
            findings.add(DataFolder.DOCUMENTS + ": " + e.getMessage());
            return null;
        }
    }
}
