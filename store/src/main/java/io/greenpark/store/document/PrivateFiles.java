package io.greenpark.store.document;

import io.greenpark.config.digest.Sha256;
import io.greenpark.config.folder.DurableFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;

/** Files that only the platform's user may read, replaced as a whole and on the disk when a method returns. */
final class PrivateFiles {
    /** Ending of a file that is being written. Backups leave such files out. */
    static final String UNFINISHED = ".new";

    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFiles() {}

    /** Makes a folder, durably. */
    static void makeFolder(Path folder) throws IOException {
        DurableFolder.make(folder);
        Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }

    /** Makes an empty file, or empties the one there is. */
    static void makeEmpty(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_FILE);
    }

    /** Writes a file, which is there with all its content or as it was before. */
    static void replace(Path file, InputStream content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + UNFINISHED);
        makeEmpty(next);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.transferTo(out);
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolderOf(file);
    }

    static void syncFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            DurableFolder.sync(folder);
        }
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
