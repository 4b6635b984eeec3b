package io.greenpark.accounting.hour;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one kind of hours. Days are small numbers in the folded table; so are points, by the dictionary of the readings.
 *
 * @param table of the rows; the folded days lie in {@code table_folded}
 * @param subject the column of whose hours they are, text in the rows
 * @param numbered whether the subject is a point and stands in the folded table by its number
 * @param columns of an hour; the first is its start
 * @param kept which rows are hours; null where all are
 */
public record HourTableSql(
        String table,
        String subject,
        boolean numbered,
        List<HourColumn> columns,
        @Nullable Kept kept) {
    private static final String DAY_MS = "86400000";

    /**
     * A table that holds hours among other rows: those with some values in a column, the first of its primary key, before the
     * subject.
     *
     * @param values plain words
     */
    public record Kept(String column, List<String> values) {
        public Kept {
            values = List.copyOf(values);
            if (values.isEmpty() || !values.stream().allMatch(v -> v.matches("\\w+"))) {
                throw new IllegalArgumentException(
                        values + " are not values of " + column + " by which hours are kept");
            }
        }

        private String anyOf(String row) {
            return row + column + " IN ('" + String.join("', '", values) + "')";
        }
    }

    public HourTableSql {
        columns = List.copyOf(columns);
    }

    /** A table all of whose rows are hours. */
    public HourTableSql(String table, String subject, boolean numbered, List<HourColumn> columns) {
        this(table, subject, numbered, columns, null);
    }

    /** Narrows rows to hours. */
    private String kept(String row) {
        return kept == null ? "" : kept.anyOf(row) + " AND ";
    }

    /** Some figure of rows: one search in the index for each value by which rows are kept, since both databases go only so. */
    private String each(String figure, String where) {
        String select = "SELECT " + figure + " AS t FROM " + table + " r WHERE ";
        return kept == null
                ? select + where
                : kept.values().stream()
                        .map(v -> select + "r." + kept.column() + " = '" + v + "' AND " + where)
                        .collect(Collectors.joining(" UNION ALL "));
    }

    private String start() {
        return columns.get(0).name();
    }

    private String folded() {
        return table + "_folded";
    }

    private String names() {
        return columns.stream().map(HourColumn::name).collect(Collectors.joining(", "));
    }

    /** Dictionary before days: SQLite would otherwise walk over all days to find those of the points. */
    private String foldedOf(String subjects) {
        return numbered
                ? " FROM reading_point p CROSS JOIN " + folded() + " f WHERE p.point " + subjects
                        + " AND f.point = p.no"
                : " FROM " + folded() + " f WHERE f." + subject + " " + subjects;
    }

    private String foldedSubject() {
        return numbered ? "p.point" : "f." + subject;
    }

    /** Subject, then day and bytes of a folded day or neither, then the columns of a row or none. */
    String hours() {
        String missing = columns.stream().map(HourColumn::missing).collect(Collectors.joining(", "));
        return "SELECT " + foldedSubject() + " AS subject, f.day AS day, f.data AS data, " + missing
                + foldedOf("IN (<subjects>)") + " AND f.day >= :fromDay AND f.day <= :toDay"
                + " UNION ALL SELECT " + subject + ", CAST(NULL AS INTEGER), CAST(NULL AS BYTEA), " + names()
                + " FROM " + table + " WHERE " + kept("") + subject + " IN (<subjects>) AND " + start()
                + " >= :from AND " + start() + " < :to";
    }

    /** The first row from a time on, or the begin of the first folded day from a day on, whichever is earlier. */
    String first() {
        return "SELECT min(t) AS t FROM ("
                + each("min(r." + start() + ")", "r." + subject + " = :subject AND r." + start() + " >= :time")
                + " UNION ALL SELECT CAST(min(f.day) AS BIGINT) * " + DAY_MS
                + foldedOf("= :subject") + " AND f.day >= :day) both_of_them";
    }

    /** The last row up to a time, or the begin of the last folded day up to a day, whichever is later. */
    String last() {
        return "SELECT max(t) AS t FROM ("
                + each("max(r." + start() + ")", "r." + subject + " = :subject AND r." + start() + " <= :time")
                + " UNION ALL SELECT CAST(max(f.day) AS BIGINT) * " + DAY_MS
                + foldedOf("= :subject") + " AND f.day <= :day) both_of_them";
    }

    String subjects() {
        String folded = numbered
                ? "SELECT p.point AS s FROM reading_point p WHERE EXISTS (SELECT 1 FROM " + folded()
                        + " f WHERE f.point = p.no)"
                : "SELECT f." + subject + " AS s FROM " + folded() + " f";
        return "SELECT r." + subject + " AS s FROM " + table + " r" + (kept == null ? "" : " WHERE " + kept.anyOf("r."))
                + " UNION " + folded + " ORDER BY s";
    }

    /**
     * Subjects after one of which there are rows from before a time. Each is found by a step in the index, in order; asked for
     * an order, the databases would find all before they return the first.
     */
    String subjectsToFold() {
        return "WITH RECURSIVE s (subject) AS (" + nextSubject(":after")
                + " UNION ALL SELECT (" + nextSubject("s.subject") + ") FROM s WHERE s.subject IS NOT NULL)"
                + " SELECT s.subject FROM s WHERE s.subject IS NOT NULL AND EXISTS (SELECT 1 FROM " + table
                + " t WHERE " + kept("t.") + "t." + subject + " = s.subject AND t." + start() + " < :before)"
                + withoutWork() + " LIMIT :max";
    }

    private String nextSubject(String after) {
        return "SELECT min(n.t) FROM (" + each("min(r." + subject + ")", "r." + subject + " > " + after) + ") n";
    }

    /** A point whose past is being booked is left alone meanwhile. */
    private String withoutWork() {
        return numbered
                ? " AND NOT EXISTS (SELECT 1 FROM account_work w WHERE w.point = s.subject AND w.from_ms < :before)"
                : "";
    }

    String oldestRow() {
        return "SELECT min(n.t) AS t FROM (" + each("min(r." + start() + ")", "r." + subject + " = :subject") + ") n";
    }

    String rowsBefore() {
        return "SELECT " + names() + " FROM " + table + " WHERE " + kept("") + subject + " = :subject AND " + start()
                + " < :before";
    }

    String deleteRowsBefore() {
        return "DELETE FROM " + table + " WHERE " + kept("") + subject + " = :subject AND " + start() + " < :before";
    }

    String foldedDays() {
        return "SELECT f.day AS day, f.data AS data" + foldedOf("= :subject") + " AND f.day >= :from AND f.day <= :to";
    }

    String putFoldedDay() {
        String select = numbered
                ? "SELECT no, :day, :data FROM reading_point WHERE point = :subject"
                : "VALUES (:subject, :day, :data)";
        return "INSERT INTO " + folded() + " (" + subject + ", day, data) " + select + " ON CONFLICT (" + subject
                + ", day) DO UPDATE SET data = excluded.data";
    }

    /** Only of subjects that stand in the folded table as they are. */
    String deleteFoldedDay() {
        if (numbered) {
            throw new IllegalStateException("hours in " + table + " are never removed");
        }
        return "DELETE FROM " + folded() + " WHERE " + subject + " = :subject AND day = :day";
    }
}
