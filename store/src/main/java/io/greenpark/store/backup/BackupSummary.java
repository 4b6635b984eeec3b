package io.greenpark.store.backup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds, for people.
 *
 * @param greenpark version that made it
 * @param upTo everything acknowledged before this moment is in it, nothing later
 * @param lastArrival when the newest reading in it arrived; null if it holds none
 * @param booksServer the PostgreSQL server its books were at; null if they lay in the data folder
 * @param config its configuration file, relative to the backup or the restored folder; null if it holds none
 * @param findings what was not sound when it was made
 * @param lines the figures, one line per subject
 */
public record BackupSummary(
        String greenpark,
        String upTo,
        @Nullable String lastArrival,
        @Nullable String booksServer,
        @Nullable String config,
        List<String> findings,
        List<String> lines) {
    public BackupSummary {
        findings = List.copyOf(findings);
        lines = List.copyOf(lines);
    }

    static BackupSummary of(Manifest m) {
        Manifest.BooksContents books = m.contents().books();
        Manifest.LogContents log = m.contents().log();
        long bytes = m.files().stream().mapToLong(Manifest.FileEntry::bytes).sum();
        return new BackupSummary(
                m.greenpark(),
                m.upTo(),
                log.lastArrival(),
                m.booksServer(),
                m.config(),
                m.findings(),
                List.of(
                        "made      " + m.started() + " to " + m.finished() + " by Greenpark " + m.greenpark() + " of "
                                + m.data() + (m.booksServer() == null ? "" : ", books at " + m.booksServer()),
                        text("files     %,d, together %,d bytes", m.files().size(), bytes),
                        text(
                                "books     schema %s; readings %,d; rows: %s",
                                books.schema(), books.readings(), namedRows(books)),
                        text(
                                "log       positions 0:%d to 0:%d, %,d readings in %,d commits, the last of %s",
                                log.first(),
                                log.end(),
                                log.readings(),
                                log.commits(),
                                log.lastArrival() == null ? "never" : log.lastArrival()),
                        "readers   " + numbers(books.readers(), "0:%d"),
                        "refused   " + numbers(m.contents().deadLetters(), "%,d"),
                        "documents " + documents(m.contents().documents())));
    }

    private static String documents(Manifest.@Nullable DocumentContents documents) {
        return documents == null
                ? "none"
                : text("%,d, of %,d bytes in %,d files", documents.documents(), documents.bytes(), documents.files());
    }

    /** The tables of the accounts and of the cases; the others are helpers. */
    private static String namedRows(Manifest.BooksContents books) {
        Map<String, Long> rows = new TreeMap<>(books.rows());
        rows.keySet()
                .retainAll(List.of(
                        "energy_hour",
                        "energy_hour_folded",
                        "discharge_hour",
                        "discharge_hour_folded",
                        "intensity_month",
                        "alert_case",
                        "alert_outbox"));
        return numbers(rows, "%,d");
    }

    private static String numbers(Map<String, Long> numbers, String format) {
        StringJoiner joined = new StringJoiner(", ");
        joined.setEmptyValue("none");
        numbers.forEach((name, number) -> joined.add(name + " " + text(format, number)));
        return joined.toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
