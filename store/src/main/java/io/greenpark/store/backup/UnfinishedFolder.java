package io.greenpark.store.backup;

import io.greenpark.config.folder.DurableFolder;
import io.greenpark.config.folder.FileTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder being written, under the name {@code NAME.unfinished} beside its destination. It takes its name only when all of
 * it is on the disk, so that a folder with that name is always complete. What a killed run left is begun anew.
 */
final class UnfinishedFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path target;
    private final Path path;
    private final FileChannel lock;
    private boolean done;

    private UnfinishedFolder(Path target, Path path, FileChannel lock) {
        this.target = target;
        this.path = path;
        this.lock = lock;
    }

    /** Writes what the folder is to hold. */
    @FunctionalInterface
    interface FolderContent<T> {
        T writeTo(Path unfinished) throws IOException, BackupException;
    }

    /**
     * Makes a folder as a whole or not at all.
     *
     * @param what for messages: "backup", "data folder"
     * @throws IOException if it cannot be written; the message tells how much room there was and what became of the part
     *     that was written
     * @throws BackupException if the destination is not empty, or another process is making it
     */
    static <T> T make(Destination destination, String what, FolderContent<T> content)
            throws IOException, BackupException {
        UnfinishedFolder begun = begin(destination.folder(), what);
        try (begun) {
            return fill(begun, destination, content);
        } catch (IOException e) {
            throw new IOException(BackupException.words(e) + "; " + whatIsLeft(begun.path), e);
        }
    }

    private static <T> T fill(UnfinishedFolder unfinished, Destination destination, FolderContent<T> content)
            throws IOException, BackupException {
        try {
            T made = content.writeTo(unfinished.path);
            unfinished.finish();
            return made;
        } catch (IOException e) {
            throw new IOException(BackupException.words(e) + "; " + destination.afterFailure(), e);
        }
    }

    private static String whatIsLeft(Path unfinished) {
        return Files.exists(unfinished)
                ? "what was written of it lies in \"" + unfinished + "\" and may be deleted"
                : "what was written of it was removed";
    }

    /**
     * Begins a folder.
     *
     * @param what for messages: "backup", "data folder"
     * @throws BackupException if the destination is not empty, or another process is making it
     */
    private static UnfinishedFolder begin(Path target, String what) throws IOException, BackupException {
        if (Files.exists(target) && !(Files.isDirectory(target) && SafeFiles.isEmptyFolder(target))) {
            throw new BackupException(
                    what + " \"" + target + "\" is not empty; name a folder that is empty or not there yet");
        }
        Path path = pathOf(target);
        SafeFiles.makeFolder(path);
        FileChannel lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lock)) {
            lock.close();
            throw new BackupException(what + " \"" + target + "\" is being written by another process (" + path
                    + "); wait for it or name another folder");
        }
        for (Path left : SafeFiles.below(path)) {
            if (!left.toString().equals(LOCK)) {
                Files.delete(path.resolve(left));
            }
        }
        return new UnfinishedFolder(target, path, lock);
    }

    /** Where a folder is while it is being written. */
    static Path pathOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".unfinished");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        return lock != null;
    }

    /** Everything is written: brings the names to the disk and gives the folder its own. */
    private void finish() throws IOException {
        Files.delete(path.resolve(LOCK));
        SafeFiles.forceFolders(path);
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        DurableFolder.sync(SafeFiles.folderOf(target));
        done = true;
    }

    /** Without {@link #finish} nothing of it is left. */
    @Override
    public void close() throws IOException {
        try {
            if (!done) {
                FileTree.delete(path);
            }
        } finally {
            lock.close();
        }
    }
}
