package io.greenpark.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The complete backups beside the one being made. A sealed file of the log, or the content of a document, that one of them
 * holds, byte for byte, is linked and not copied: it costs no room again. Equality is by SHA-256 of both files as they are
 * now, so neither another installation's file of the same name nor a corrupted one is taken.
 */
final class EarlierBackups {
    private final List<Path> backups;

    private EarlierBackups(List<Path> backups) {
        this.backups = backups;
    }

    /** Those in the folder that {@code target} will be in. */
    static EarlierBackups beside(Path target) throws IOException {
        List<Path> backups = new ArrayList<>();
        Path parent = SafeFiles.folderOf(target);
        if (Files.isDirectory(parent)) {
            try (Stream<Path> siblings = Files.list(parent)) {
                siblings.filter(p ->
                                Files.isRegularFile(p.resolve(Manifest.FILE)) && !p.equals(target.toAbsolutePath()))
                        .sorted()
                        .forEach(backups::add);
            }
        }
        return new EarlierBackups(backups);
    }

    /** Links {@code to} to an equal file of an earlier backup; false if there is none or this disk cannot link. */
    boolean link(Path source, Path relative, Path to) throws IOException {
        String hash = null;
        for (int i = backups.size() - 1; i >= 0; i--) {
            Path candidate = backups.get(i).resolve(relative);
            if (!Files.isRegularFile(candidate) || Files.size(candidate) != Files.size(source)) {
                continue;
            }
            hash = hash == null ? SafeFiles.sha256(source, n -> {}) : hash;
            if (hash.equals(SafeFiles.sha256(candidate, n -> {}))) {
                return linked(candidate, to);
            }
        }
        return false;
    }

    private static boolean linked(Path existing, Path to) throws IOException {
        try {
            SafeFiles.makeFolder(SafeFiles.folderOf(to));
            Files.createLink(to, existing);
            return true;
        } catch (UnsupportedOperationException | IOException e) {
            Files.deleteIfExists(to);
            return false;
        }
    }
}
