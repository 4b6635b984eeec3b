package io.greenpark.store.backup;

import io.greenpark.store.log.LogFolder;
import io.greenpark.store.log.LogFolder.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies a log from its oldest file to its newest while it is written to and while retention drops old files. */
final class LogCopy {
    private final Path source;
    private final Path target;
    private final EarlierBackups earlier;
    private final CopyProgress progress;

    LogCopy(Path source, Path target, EarlierBackups earlier, CopyProgress progress) {
        this.source = source;
        this.target = target;
        this.earlier = earlier;
        this.progress = progress;
    }

    /** Copies the files there are now; the newest as it is at one moment. */
    void copy() throws IOException {
        SafeFiles.makeFolder(target);
        for (LogFile file : LogFolder.files(source)) {
            try {
                copy(file);
            } catch (IOException e) {
                Files.deleteIfExists(target.resolve(file.path().getFileName()));
                if (Files.exists(file.path())) {
                    throw e;
                }
                // Dropped by retention meanwhile; whether a reader still needs it is judged when all is copied.
            }
        }
    }

    private void copy(LogFile file) throws IOException {
        Path name = file.path().getFileName();
        String shown = DataFolder.LOG + "/" + name;
        Path to = target.resolve(name);
        if (!file.sealed() || !file.isComplete()) {
            if (Files.size(file.path()) > 0) {
                DatabaseCopy.copy(file.path(), to, n -> progress.at(shown, n));
            }
        } else if (earlier.link(file.path(), Path.of(Backup.DATA, DataFolder.LOG, name.toString()), to)) {
            progress.at(shown, Files.size(to));
        } else {
            SafeFiles.copy(file.path(), to, n -> progress.at(shown, n));
        }
    }

    /** Offset of the oldest reading of a log; the largest there is if it has no file. */
    static long first(Path logDir) throws IOException {
        List<LogFile> files = LogFolder.files(logDir);
        return files.isEmpty() ? Long.MAX_VALUE : files.get(0).firstOffset();
    }
}
