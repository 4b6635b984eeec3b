package io.greenpark.store.log;

import io.greenpark.config.folder.DurableFolder;
import io.greenpark.park.log.LogUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds the log's directory for this process: two writers would give the same offsets twice. */
final class LogDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private LogDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static LogDirectory lock(Path dir) throws IOException {
        DurableFolder.make(dir);
        FileChannel channel =
                FileChannel.open(dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new LogDirectory(dir, channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the same answer as for any other.
        }
        channel.close();
        throw new LogUnavailableException(
                "log \"" + dir + "\" is in use by another Greenpark; stop it or choose another --data directory");
    }

    Path path() {
        return path;
    }

    /** The lock goes with its channel. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
