package io.greenpark.operations.disk;

import io.greenpark.store.document.DocumentFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the stores are within a data folder.
 *
 * @param log folder of the log's files
 * @param books the books' file; absent where the books are on a database server
 * @param deadLetters the dead letters' file
 * @param documents folder of the files that people attach
 */
public record StoreFiles(Path log, Path books, Path deadLetters, Path documents) {
    public static StoreFiles of(Path data) {
        return new StoreFiles(
                data.resolve("log"),
                data.resolve("books.db"),
                data.resolve("dead-letters.db"),
                data.resolve(DocumentFolder.NAME));
    }

    /** The size of a SQLite file with its WAL and shared-memory files; null if there is none. */
    static @Nullable Long sqliteBytes(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        return file.toFile().length()
                + Path.of(file + "-wal").toFile().length()
                + Path.of(file + "-shm").toFile().length();
    }

    static FileStore diskOf(Path path) {
        try {
            return Files.getFileStore(path);
        } catch (IOException e) {
            throw new UncheckedIOException("\"" + path + "\": its disk cannot be asked for room", e);
        }
    }

    static long free(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("disk \"" + disk + "\" cannot be asked for room", e);
        }
    }

    static long total(FileStore disk) {
        try {
            return disk.getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("disk \"" + disk + "\" cannot be asked for its size", e);
        }
    }
}
