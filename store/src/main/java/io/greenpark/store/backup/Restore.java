package io.greenpark.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a data folder of a backup. The backup is verified before anything is written, and the folder has its name only when
 * all of it is on the disk. The configuration goes to {@code config/} in the new folder.
 */
public final class Restore {
    /**
     * Left behind: the next start makes another, so that no session lives on that was ended after the backup was made.
     */
    private static final String SESSION_KEY = Backup.DATA + "/credentials/session-key";

    private Restore() {}

    /**
     * Restores a verified backup.
     *
     * @param target the data folder to make: empty or not there yet
     * @throws BackupException saying why it cannot be restored; nothing is left then
     */
    public static void into(Path backup, Path target, CopyProgress progress) throws BackupException {
        Manifest manifest = Manifest.read(backup);
        long needed =
                manifest.files().stream().mapToLong(Manifest.FileEntry::bytes).sum();
        try {
            Destination destination = Destination.of(target.toAbsolutePath().normalize(), needed);
            UnfinishedFolder.make(destination, "data folder", unfinished -> {
                for (Manifest.FileEntry entry : manifest.files()) {
                    if (entry.path().equals(SESSION_KEY)) {
                        continue;
                    }
                    copy(backup, entry, unfinished, progress);
                }
                return true;
            });
        } catch (IOException e) {
            throw new BackupException("backup \"" + backup + "\" could not be restored to \"" + target + "\"", e);
        }
    }

    private static void copy(Path backup, Manifest.FileEntry entry, Path to, CopyProgress progress)
            throws IOException, BackupException {
        Path relative = Path.of(entry.path());
        if (relative.isAbsolute() || !relative.equals(relative.normalize()) || relative.startsWith("..")) {
            throw new BackupException("backup \"" + backup + "\" names the file \"" + entry.path()
                    + "\", which lies outside of it; nothing is restored");
        }
        Path file = relative.startsWith(Backup.DATA)
                ? to.resolve(relative.subpath(1, relative.getNameCount()))
                : to.resolve(relative);
        // Entries come sorted, so the configuration the backup was given wins over one that lay in the data folder
        // itself.
        if (!Files.exists(file)) {
            SafeFiles.copy(backup.resolve(relative), file, n -> progress.at(entry.path(), n));
        }
    }
}
