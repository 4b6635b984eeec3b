package io.greenpark.store.backup;

import io.greenpark.config.folder.DurableFolder;
import io.greenpark.store.books.BooksException;
import io.greenpark.store.books.BooksExport;
import io.greenpark.store.books.BooksServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The books of a PostgreSQL server. */
public final class PostgresBooksCopy implements BooksCopy {
    private final BooksServer server;

    public PostgresBooksCopy(BooksServer server) {
        this.server = server;
    }

    @Override
    public void copyTo(Path file, CopyProgress progress) throws IOException {
        SafeFiles.makeFile(file);
        long[] told = {0};
        try {
            BooksExport.toFile(server, file, rows -> {
                long size = file.toFile().length();
                progress.at(DataFolder.BOOKS, size - told[0]);
                told[0] = size;
            });
        } catch (BooksException e) {
            throw new IOException(e.getMessage(), e);
        }
        DurableFolder.sync(file);
        progress.at(DataFolder.BOOKS, Files.size(file) - told[0]);
    }

    @Override
    public long bytes() throws IOException {
        try {
            return BooksExport.bytes(server);
        } catch (BooksException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public @Nullable String server() {
        return server.toString();
    }
}
