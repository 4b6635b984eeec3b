package io.greenpark.store.log;

import io.greenpark.store.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of an embedded log, for copying and checking them from outside the process that writes. */
public final class LogFolder {
    /** The schema of the log's files. */
    public static final int FORMAT = SegmentWriter.FORMAT;

    private LogFolder() {}

    /**
     * A file of the log.
     *
     * @param firstOffset offset of its first reading
     * @param sealed whether a later file has been begun, so that this one is no longer written to
     */
    public record LogFile(Path path, long firstOffset, boolean sealed) {
        /** Whether everything it holds is in the file itself, nothing beside it in a write-ahead file. */
        public boolean isComplete() throws IOException {
            Path wal = path.resolveSibling(path.getFileName() + "-wal");
            return !Files.exists(wal) || Files.size(wal) == 0;
        }
    }

    /** The files there are, oldest first; none if there is no such folder. */
    public static List<LogFile> files(Path logDir) throws IOException {
        List<LogFile> files = new ArrayList<>();
        List<SegmentFile> segments = segments(logDir);
        for (int i = 0; i < segments.size(); i++) {
            SegmentFile segment = segments.get(i);
            files.add(new LogFile(segment.path(), segment.firstOffset(), i + 1 < segments.size()));
        }
        return files;
    }

    /**
     * Refuses a log with a file of a newer version, changing nothing; no process has it open.
     *
     * @throws io.greenpark.store.sqlite.NewerFormatException naming the file, both versions and what to do
     */
    public static void refuseNewer(Path logDir) throws IOException {
        for (SegmentFile segment : segments(logDir)) {
            SqliteFiles.refuseNewer(what(segment), segment.path(), FORMAT);
        }
    }

    /** A file of the log, as the subject of a sentence. */
    static String what(SegmentFile segment) {
        return "log file \"" + segment.path() + "\"";
    }

    static List<SegmentFile> segments(Path logDir) throws IOException {
        return Files.isDirectory(logDir) ? Segments.open(logDir, new Damage()).all() : List.of();
    }
}
