package io.greenpark.store.backup;

import io.greenpark.config.folder.FileTree;
import io.greenpark.store.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a backup of an installation, running or not. The order is the argument for its consistency: first what was refused and what waits to be
 * claimed; then the books as of one moment, with the positions up to which their readers have read; then the log, which by then holds everything below
 * those positions and more; then the contents of documents, each of which was there before the row that names it; then
 * everything else. Restored, readers go on from their positions. What retention dropped between the two although the copied
 * books still need it makes the copy begin anew.
 */
public final class Backup {
    static final String DATA = "data";
    static final String CONFIG = "config";
    private static final int ATTEMPTS = 3;

    private final Path data;
    private final BooksCopy books;
    private final List<Path> configFiles;
    private final String version;
    private final Clock clock;
    private final CopyProgress progress;

    /**
     * Sets what is to be copied.
     *
     * @param data folder of the installation
     * @param books how its books are copied
     * @param configFiles its configuration, the main file first; may be empty
     * @param version of this Greenpark, for the manifest
     */
    public Backup(
            Path data, BooksCopy books, List<Path> configFiles, String version, Clock clock, CopyProgress progress) {
        this.data = data.toAbsolutePath().normalize();
        this.books = books;
        this.configFiles = List.copyOf(configFiles);
        this.version = version;
        this.clock = clock;
        this.progress = progress;
    }

    /** How many bytes there are to work through, roughly: everything is copied, and the copy is read. */
    public static long bytes(Path data, BooksCopy books) throws IOException {
        return 2 * (DataFolder.bytes(data) + books.bytes());
    }

    /**
     * Makes the backup. The folder has its name only when it is complete.
     *
     * @return what it holds and what of it is not sound
     * @throws BackupException saying why it cannot be made; nothing is left then
     */
    public BackupSummary to(Path target) throws BackupException {
        Path folder = target.toAbsolutePath().normalize();
        requireApart(folder);
        try {
            Destination destination = Destination.of(folder, DataFolder.bytes(data) + books.bytes());
            return UnfinishedFolder.make(destination, "backup", unfinished -> {
                Manifest manifest = fill(unfinished, folder);
                manifest.write(unfinished);
                return BackupSummary.of(manifest);
            });
        } catch (IOException e) {
            throw new BackupException("backup of \"" + data + "\" to \"" + target + "\" failed", e);
        }
    }

    private void requireApart(Path folder) throws BackupException {
        if (!Files.isDirectory(data)) {
            throw new BackupException(
                    "\"" + data + "\" is not the data folder of an installation; name an existing one");
        }
        if (folder.startsWith(data) || data.startsWith(folder)) {
            throw new BackupException("backup \"" + folder + "\" and data folder \"" + data
                    + "\" lie in each other; name a folder outside, best on another disk");
        }
    }

    private Manifest fill(Path unfinished, Path target) throws IOException, BackupException {
        Instant started = now();
        Path copy = unfinished.resolve(DATA);
        EarlierBackups earlier = EarlierBackups.beside(target);
        Instant upTo = booksThenLog(copy, earlier);
        new DocumentsCopy(data, copy, earlier, progress).copy();
        others(copy);
        String config = ConfigCopy.copy(configFiles, unfinished.resolve(CONFIG));
        Instant finished = now();
        DataFolderCheck check = DataFolderCheck.of(copy);
        if (check.contents() == null) {
            throw new BackupException("the copy of \"" + data + "\" cannot be read: "
                    + String.join("; ", check.findings()) + "; is it the data folder of an installation?");
        }
        return new Manifest(
                Manifest.FORMAT,
                version,
                started.toString(),
                finished.toString(),
                upTo.toString(),
                data.toString(),
                books.server(),
                config == null ? null : CONFIG + "/" + config,
                check.contents(),
                check.findings(),
                entries(unfinished));
    }

    /** Returns the moment up to which everything acknowledged is in the copy. */
    private Instant booksThenLog(Path copy, EarlierBackups earlier) throws IOException, BackupException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            FileTree.delete(copy);
            SafeFiles.makeFolder(copy);
            long firstBefore = LogCopy.first(data.resolve(DataFolder.LOG));
            Instant upTo = now();
            // What waits to be claimed moves from there into the log, once the books have its point. Copied before
            // both, it is
            // in one of the two, or in both, which counts once; and where it is in the log alone, the books know what
            // it is of.
            other(Path.of(DataFolder.DEAD_LETTERS), copy);
            books.copyTo(copy.resolve(DataFolder.BOOKS), progress);
            new LogCopy(data.resolve(DataFolder.LOG), copy.resolve(DataFolder.LOG), earlier, progress).copy();
            if (LogCopy.first(copy.resolve(DataFolder.LOG)) <= neededFrom(copy, firstBefore)) {
                return upTo;
            }
        }
        throw new BackupException("the log of \"" + data + "\" drops files faster than they are copied, " + ATTEMPTS
                + " times in a row; lengthen log.keep or back up to a faster disk");
    }

    /**
     * The first position of the log that the copied books still need. A reader that was below the log's first position
     * before the books were copied had lost what lay between long before, and no copy can bring it back.
     */
    private static long neededFrom(Path copy, long firstBefore) throws IOException {
        if (firstBefore == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        try (Connection books = SqliteFiles.atRest(copy.resolve(DataFolder.BOOKS))) {
            long slowest = SqliteFiles.number(
                    books, "SELECT coalesce(min(pos), " + Long.MAX_VALUE + ") FROM reader_position WHERE part = 0");
            return Math.max(slowest, firstBefore);
        } catch (SQLException e) {
            throw new IOException("the copied books cannot be read: " + e.getMessage(), e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void others(Path copy) throws IOException {
        for (Path file : DataFolder.others(data)) {
            if (!file.toString().equals(DataFolder.DEAD_LETTERS)) {
                other(file, copy);
            }
        }
    }

    private void other(Path file, Path copy) throws IOException {
        Path from = data.resolve(file);
        if (!Files.exists(from)) {
            return;
        }
        if (DatabaseCopy.isDatabase(from)) {
            DatabaseCopy.copy(from, copy.resolve(file), n -> progress.at(file.toString(), n));
        } else {
            SafeFiles.copy(from, copy.resolve(file), n -> progress.at(file.toString(), n));
        }
    }

    private List<Manifest.FileEntry> entries(Path unfinished) throws IOException {
        List<Manifest.FileEntry> entries = new ArrayList<>();
        for (Path file : SafeFiles.below(unfinished)) {
            if (file.getNameCount() > 1) {
                Path path = unfinished.resolve(file);
                String name = file.toString();
                String hash = SafeFiles.sha256(path, n -> progress.at(name, n));
                entries.add(new Manifest.FileEntry(name, Files.size(path), hash));
            }
        }
        return entries;
    }
}
