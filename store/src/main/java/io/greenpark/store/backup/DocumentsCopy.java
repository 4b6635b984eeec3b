package io.greenpark.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies the contents of stored documents, after the books: content is there before the row that names it and stays as long as there is
 * one, so every row of the copied books finds its own. Equal files of earlier backups are linked.
 */
final class DocumentsCopy {
    private final Path data;
    private final Path copy;
    private final EarlierBackups earlier;
    private final CopyProgress progress;

    DocumentsCopy(Path data, Path copy, EarlierBackups earlier, CopyProgress progress) {
        this.data = data;
        this.copy = copy;
        this.earlier = earlier;
        this.progress = progress;
    }

    void copy() throws IOException {
        for (Path file : DataFolder.documents(data)) {
            try {
                copy(file);
            } catch (IOException e) {
                Files.deleteIfExists(copy.resolve(file));
                if (Files.exists(data.resolve(file))) {
                    throw e;
                }
                // Swept meanwhile, so no row names it.
            }
        }
    }

    private void copy(Path file) throws IOException {
        Path from = data.resolve(file);
        Path to = copy.resolve(file);
        if (earlier.link(from, Path.of(Backup.DATA).resolve(file), to)) {
            progress.at(file.toString(), Files.size(to));
        } else {
            SafeFiles.copy(from, to, n -> progress.at(file.toString(), n));
        }
    }
}
