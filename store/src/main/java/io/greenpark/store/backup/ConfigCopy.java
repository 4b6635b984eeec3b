package io.greenpark.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies the files of a configuration so that the names by which they call each other still hold. */
final class ConfigCopy {
    private ConfigCopy() {}

    /**
     * Copies what there is.
     *
     * @param files the main file first, the others as it names them
     * @return the main file relative to {@code target}; null if there are no files
     */
    static @Nullable String copy(List<Path> files, Path target) throws IOException {
        if (files.isEmpty()) {
            return null;
        }
        List<Path> absolute = files.stream()
                .map(f -> f.toAbsolutePath().normalize())
                .distinct()
                .toList();
        Path common = SafeFiles.folderOf(absolute.get(0));
        for (Path file : absolute) {
            while (!file.startsWith(common)) {
                common = SafeFiles.folderOf(common);
            }
        }
        for (Path file : absolute) {
            if (Files.isRegularFile(file)) {
                SafeFiles.copy(file, target.resolve(common.relativize(file)), n -> {});
            }
        }
        return common.relativize(absolute.get(0)).toString();
    }
}
