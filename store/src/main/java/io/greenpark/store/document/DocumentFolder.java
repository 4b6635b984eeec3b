package io.greenpark.store.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

/**
 * The folder {@code DIR/documents}: a file per content, under its SHA-256 in folders of the first two pairs of digits, so that no folder
 * grows large. A file is never changed. Its time is when it was last given a document, by which what a crash left is told from what is
 * about to be on record.
 */
public final class DocumentFolder {
    /** Its name in the data folder. */
    public static final String NAME = "documents";

    /** The folder in it of uploads that are not finished. */
    public static final String UPLOADS = "uploads";

    private static final int DIGITS = 64;

    private final Path folder;
    private final KeyedLocks locks = new KeyedLocks();

    DocumentFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a content lies, relative to the data folder. */
    public static Path pathOf(String sha256) {
        return Path.of(NAME, sha256.substring(0, 2), sha256.substring(2, 4), sha256);
    }

    /**
     * Makes a content durable, with the names that lead to it. One that is there already is compared, so that a damaged one is mended.
     *
     * @param now becomes the time of the file
     */
    void put(Path from, String sha256, Instant now) throws IOException {
        Lock lock = locks.of(sha256);
        lock.lock();
        try {
            putAlone(from, sha256, now);
        } finally {
            lock.unlock();
        }
    }

    private void putAlone(Path from, String sha256, Instant now) throws IOException {
        Path file = file(sha256);
        PrivateFiles.makeFolder(folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)));
        if (!Files.exists(file) || !PrivateFiles.sha256(file).equals(sha256)) {
            try (InputStream content = Files.newInputStream(from)) {
                PrivateFiles.replace(file, content);
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(now));
        // Also where it was there already: its name may never have reached the disk.
        PrivateFiles.syncFolderOf(file);
    }

    InputStream open(String sha256) throws IOException {
        return Files.newInputStream(file(sha256));
    }

    /** Contents that were given a document before {@code until}, if at all; those half written are removed. */
    List<String> olderThan(Instant until) throws IOException {
        List<String> older = new ArrayList<>();
        for (Path first : foldersIn(folder)) {
            for (Path second : foldersIn(first)) {
                try (Stream<Path> files = Files.list(second)) {
                    for (Path file : files.filter(f -> isOlder(f, until)).toList()) {
                        String name = file.getFileName().toString();
                        if (name.endsWith(PrivateFiles.UNFINISHED)) {
                            Files.deleteIfExists(file);
                        } else if (name.length() == DIGITS) {
                            older.add(name);
                        }
                    }
                }
            }
        }
        return older;
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory)
                    .filter(p -> !p.endsWith(UPLOADS))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static boolean isOlder(Path file, Instant until) {
        return file.toFile().lastModified() < until.toEpochMilli();
    }

    void delete(String sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
    }

    private Path file(String sha256) {
        return folder.resolveSibling(pathOf(sha256));
    }
}
