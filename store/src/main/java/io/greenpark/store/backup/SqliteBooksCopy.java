package io.greenpark.store.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The books of a data folder. */
public final class SqliteBooksCopy implements BooksCopy {
    private final Path source;

    /**
     * Of a data folder.
     *
     * @param data the folder of the installation
     */
    public SqliteBooksCopy(Path data) {
        this.source = data.resolve(DataFolder.BOOKS);
    }

    @Override
    public void copyTo(Path file, CopyProgress progress) throws IOException {
        DatabaseCopy.copy(source, file, n -> progress.at(DataFolder.BOOKS, n));
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public @Nullable String server() {
        return null;
    }
}
