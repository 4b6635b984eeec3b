package io.greenpark.store.backup;

import io.greenpark.config.digest.Sha256;
import io.greenpark.config.folder.DurableFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Files that only their user may read, and that are on the disk when a method returns. */
final class SafeFiles {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int CHUNK = 1 << 20;

    private SafeFiles() {}

    /** Makes a folder and those above it that are missing; the folder itself is closed to others. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }

    /** The folder a file or folder lies in. */
    static Path folderOf(Path file) {
        return Objects.requireNonNull(
                file.toAbsolutePath().getParent(),
                () -> "\"" + file + "\" lies in no folder; name one inside a folder");
    }

    /** Makes an empty file that must not be there yet. */
    static void makeFile(Path file) throws IOException {
        makeFolder(folderOf(file));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_FILE));
    }

    static void write(Path file, byte[] content) throws IOException {
        makeFile(file);
        Files.write(file, content);
        DurableFolder.sync(file);
    }

    /** Copies a file that is not written to; {@code done} is told the bytes of every chunk. */
    static void copy(Path from, Path to, LongConsumer done) throws IOException {
        makeFile(to);
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                out.write(chunk, 0, n);
                done.accept(n);
            }
            channel.force(true);
        }
    }

    static String sha256(Path file, LongConsumer done) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
                done.accept(n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * All regular files below a folder, relative to it, in the order of their names; none if it is not there. Files may
     * come and go meanwhile.
     */
    static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(folder.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        files.sort(Comparator.naturalOrder());
        return files;
    }

    static void forceFolders(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isDirectory).toList()) {
                DurableFolder.sync(path);
            }
        }
    }

    static boolean isEmptyFolder(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.findAny().isEmpty();
        }
    }
}
