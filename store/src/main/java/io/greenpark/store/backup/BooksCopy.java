package io.greenpark.store.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Copies the books of a running installation as they are at one moment: a figure, the mark that tells of it and the position
 * of the reader that booked it are of one transaction and must not be separated. Wherever the books are kept, the copy is
 * a SQLite file of the same schema, so that there is one kind of backup to check and to restore.
 */
public interface BooksCopy {
    /**
     * Makes the copy.
     *
     * @param file the SQLite file to make; it is not there yet
     * @param progress told under the name of that file
     */
    void copyTo(Path file, CopyProgress progress) throws IOException;

    /** How much it copies from outside the data folder, roughly, in bytes. */
    long bytes() throws IOException;

    /** The server the books are at, without any secret; null if they lie in the data folder. */
    @Nullable
    String server();
}
