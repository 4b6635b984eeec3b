package io.greenpark.store.log;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of the log, {@code 2026-11-23-0000000000000004711.sqlite}: the UTC day it was begun and the offset of its
 * first reading.
 */
record SegmentFile(Path path, LocalDate day, long firstOffset) {
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{19})\\.sqlite");

    static SegmentFile create(Path dir, Instant at, long firstOffset) {
        LocalDate day = dayOf(at);
        return new SegmentFile(
                dir.resolve(String.format(Locale.ROOT, "%s-%019d.sqlite", day, firstOffset)), day, firstOffset);
    }

    /** The segment of a path, or empty if the file is none of the log's. */
    static Optional<SegmentFile> of(Path path) {
        Matcher m = NAME.matcher(path.getFileName().toString());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SegmentFile(path, LocalDate.parse(m.group(1)), Long.parseLong(m.group(2))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static LocalDate dayOf(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** End of the day it was begun. */
    Instant dayEnd() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The file itself and what SQLite keeps beside it. */
    Path[] files() {
        return new Path[] {beside(""), beside("-wal"), beside("-shm"), beside("-journal")};
    }

    Path wal() {
        return beside("-wal");
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
