package io.greenpark.config.secret;

import io.greenpark.config.folder.DurableFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code DIR/credentials}: mode 0700, its files 0600. A file is replaced as a whole and durably, so that a
 * crash leaves the old or the new one. Files that others may read are closed to them, with a warning.
 */
public final class SecretFolder {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFolder.class);
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;

    /** Makes the folder where it is missing, and closes it to others. */
    public SecretFolder(Path folder) {
        this.folder = folder;
        try {
            DurableFolder.make(folder);
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        } catch (IOException e) {
            throw new CredentialException(
                    "credentials: the folder \"" + folder + "\" cannot be made or closed to others", e);
        }
    }

    /** The full path of a file, for messages. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** The text of a file; null if there is none. */
    public @Nullable String read(String name) {
        Path file = path(name);
        try {
            String text = Files.readString(file);
            Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(OWNER_FILE);
            if (!others.isEmpty()) {
                LOG.warn("credentials: {} was open to others; its mode is 0600 now, change the secrets in it", file);
                Files.setPosixFilePermissions(file, OWNER_FILE);
            }
            return text;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new CredentialException("credentials: \"" + file + "\" cannot be read", e);
        }
    }

    /** When a file was last changed, epoch milliseconds; 0 if there is none. */
    public long changedMs(String name) {
        try {
            return Files.getLastModifiedTime(path(name)).toMillis();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new CredentialException("credentials: \"" + path(name) + "\" cannot be read", e);
        }
    }

    /** Replaces a file. */
    public void write(String name, String text) {
        Path target = path(name);
        Path next = path(name + ".new");
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(OWNER_FILE);
        try {
            Files.deleteIfExists(next);
            try (FileChannel channel =
                    FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFolder.sync(folder);
        } catch (IOException e) {
            throw new CredentialException("credentials: \"" + target + "\" cannot be written", e);
        }
    }

    /** Removes a file, durably; nothing happens if there is none. */
    public void delete(String name) {
        try {
            if (Files.deleteIfExists(path(name))) {
                DurableFolder.sync(folder);
            }
        } catch (IOException e) {
            throw new CredentialException("credentials: \"" + path(name) + "\" cannot be removed", e);
        }
    }
}
