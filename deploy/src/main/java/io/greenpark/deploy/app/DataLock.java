package io.greenpark.deploy.app;

import io.greenpark.config.folder.DurableFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One process per data folder: two would both move the readers' positions. */
public final class DataLock implements AutoCloseable {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and locks it.
     *
     * @throws IOException if another process has it or it cannot be written
     */
    public static DataLock take(Path folder) throws IOException {
        DataLock lock = takeIfFree(folder);
        if (lock == null) {
            throw new IOException("--data \"" + folder + "\" is in use by another Greenpark process; stop that one, or"
                    + " name another folder");
        }
        return lock;
    }

    /**
     * The same, but null if another process has it.
     *
     * @throws IOException if it cannot be written
     */
    static @Nullable DataLock takeIfFree(Path folder) throws IOException {
        FileChannel channel = open(folder);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            return null;
        }
        return new DataLock(channel);
    }

    private static FileChannel open(Path folder) throws IOException {
        try {
            DurableFolder.make(folder);
            return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(
                    "--data \"" + folder + "\" cannot be written ("
                            + e.getClass().getSimpleName() + "); name a folder this user may write",
                    e);
        }
    }

    /** The operating system also releases it when the process dies. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
