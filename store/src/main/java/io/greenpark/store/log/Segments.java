package io.greenpark.store.log;

import io.greenpark.config.folder.DurableFolder;
import io.greenpark.park.log.LogUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the log in order of their offsets, and the few reading connections that are open. Any thread. */
final class Segments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);
    private static final int OPEN_READERS = 4;

    private final Path dir;
    private final Damage damage;
    private final TreeMap<Long, SegmentFile> files = new TreeMap<>();
    private final Map<Long, SegmentReader> readers = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    private Segments(Path dir, Damage damage) {
        this.dir = dir;
        this.damage = damage;
    }

    static Segments open(Path dir, Damage damage) throws IOException {
        Segments segments = new Segments(dir, damage);
        Files.createDirectories(dir);
        try (Stream<Path> paths = Files.list(dir)) {
            paths.flatMap(p -> SegmentFile.of(p).stream()).forEach(s -> segments.files.put(s.firstOffset(), s));
        }
        return segments;
    }

    Path dir() {
        return dir;
    }

    synchronized Optional<SegmentFile> newest() {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(files.lastEntry().getValue());
    }

    /** All files, oldest first. */
    synchronized List<SegmentFile> all() {
        return List.copyOf(files.values());
    }

    /** What all files take, with what SQLite keeps beside them. */
    long bytes() {
        long bytes = 0;
        for (SegmentFile file : all()) {
            for (Path path : file.files()) {
                bytes += path.toFile().length();
            }
        }
        return bytes;
    }

    /** Readings by day of arrival, oldest first; a day may have several files. */
    List<LogStatus.ArrivalDay> days(long end) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        List<SegmentFile> kept = all();
        for (int i = 0; i < kept.size(); i++) {
            long next = i + 1 < kept.size() ? kept.get(i + 1).firstOffset() : end;
            days.merge(kept.get(i).day(), next - kept.get(i).firstOffset(), Long::sum);
        }
        return days.entrySet().stream()
                .map(e -> new LogStatus.ArrivalDay(e.getKey(), e.getValue()))
                .toList();
    }

    /** The file that holds an offset, or the first one after it; empty if there is none. */
    synchronized Optional<SegmentFile> holding(long offset) {
        Map.Entry<Long, SegmentFile> entry = files.floorEntry(offset);
        return Optional.ofNullable(entry != null ? entry : files.firstEntry()).map(Map.Entry::getValue);
    }

    synchronized Optional<SegmentFile> after(SegmentFile file) {
        return Optional.ofNullable(files.higherEntry(file.firstOffset())).map(Map.Entry::getValue);
    }

    /** Takes a new file in and makes its name durable. */
    synchronized void add(SegmentFile file) throws IOException {
        DurableFolder.sync(dir);
        files.put(file.firstOffset(), file);
    }

    /** Deletes a file of the log. */
    synchronized void drop(SegmentFile file) throws IOException {
        files.remove(file.firstOffset());
        close(readers.remove(file.firstOffset()));
        for (Path path : file.files()) {
            Files.deleteIfExists(path);
        }
    }

    /** Rows of one file that begin at {@code offset} or later, see {@link SegmentReader#rows}. */
    List<LogRow> rows(SegmentFile file, long offset, int max) {
        return read(file, reader -> reader.rows(offset, max));
    }

    /** As {@link #rows}, beginning with the row that holds {@code offset}. */
    List<LogRow> rowsHolding(SegmentFile file, long offset, int max) {
        return read(file, reader -> reader.rows(reader.rowStart(offset), max));
    }

    /** A read of one file's rows. */
    @FunctionalInterface
    private interface RowQuery {
        List<LogRow> run(SegmentReader reader) throws SQLException;
    }

    private List<LogRow> read(SegmentFile file, RowQuery query) {
        while (true) {
            SegmentReader reader = null;
            try {
                reader = reader(file);
                return query.run(reader);
            } catch (SQLException e) {
                boolean closedByAnother = reader != null && reader.isClosed() && holds(file);
                if (!closedByAnother) {
                    throw new LogUnavailableException("log file " + file + " cannot be read: " + e.getMessage(), e);
                }
            }
        }
    }

    private synchronized boolean holds(SegmentFile file) {
        return !closed && files.containsKey(file.firstOffset());
    }

    private synchronized SegmentReader reader(SegmentFile file) throws SQLException {
        if (closed) {
            throw new SQLException("the log is closed");
        }
        SegmentReader reader = readers.get(file.firstOffset());
        if (reader == null) {
            reader = SegmentReader.open(file, damage);
            readers.put(file.firstOffset(), reader);
            if (readers.size() > OPEN_READERS) {
                Long eldest = readers.keySet().iterator().next();
                close(readers.remove(eldest));
            }
        }
        return reader;
    }

    private static void close(@Nullable SegmentReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (SQLException e) {
            LOG.warn("log: a reading connection did not close", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        readers.values().forEach(Segments::close);
        readers.clear();
    }
}
