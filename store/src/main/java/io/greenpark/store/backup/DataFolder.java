package io.greenpark.store.backup;

import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.document.DocumentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Layout of the folder of an installation, as far as a backup must know it. */
final class DataFolder {
    static final String BOOKS = BooksDatabase.FILE;
    static final String DEAD_LETTERS = "dead-letters.db";
    static final String LOG = "log";
    static final String DOCUMENTS = DocumentFolder.NAME;

    private DataFolder() {}

    /** Contents of stored documents, relative; uploads that are not finished are sent again after a restore. */
    static List<Path> documents(Path data) throws IOException {
        return SafeFiles.below(data.resolve(DOCUMENTS)).stream()
                .filter(p -> !p.startsWith(DocumentFolder.UPLOADS))
                .filter(p -> !isTemporary(p.getFileName().toString()))
                .map(Path.of(DOCUMENTS)::resolve)
                .toList();
    }

    /** Everything that is neither books, log nor documents, relative: credentials, dead letters and other files kept there. */
    static List<Path> others(Path data) throws IOException {
        return SafeFiles.below(data).stream()
                .filter(p -> !p.startsWith(LOG)
                        && !p.startsWith(DOCUMENTS)
                        && !p.toString().equals(BOOKS))
                // The old books, left behind when they were moved to a server.
                .filter(p -> !p.toString().equals(BooksDatabase.MOVED_FILE))
                .filter(p -> !isTemporary(p.getFileName().toString()))
                .toList();
    }

    /** Lock files, what SQLite keeps beside a database while it is open, and files being replaced. */
    private static boolean isTemporary(String name) {
        return name.equals("lock")
                || name.endsWith("-wal")
                || name.endsWith("-shm")
                || name.endsWith("-journal")
                || name.endsWith(".new");
    }

    /** How much there is to copy, roughly: the folder is in use. */
    static long bytes(Path data) throws IOException {
        long bytes = 0;
        for (Path file : SafeFiles.below(data)) {
            Path path = data.resolve(file);
            bytes += Files.exists(path) ? path.toFile().length() : 0;
        }
        return bytes;
    }
}
