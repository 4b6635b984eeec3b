package io.greenpark.store.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes folders, and names within them, durable. */
public final class DurableFolder {
    private DurableFolder() {}

    /** Makes a folder and those above it where they are missing; when it returns their names are on the disk. */
    public static void make(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        @Nullable Path missing = Files.exists(absolute) ? null : absolute;
        for (Path p = absolute.getParent(); p != null && !Files.exists(p); p = p.getParent()) {
            missing = p;
        }
        Files.createDirectories(absolute);
        // A folder that was there may have been made just before the power failed the last time; its own name counts
        // too.
        @Nullable Path top = missing == null ? absolute.getParent() : missing.getParent();
        for (Path p = absolute.getParent(); p != null; p = p.getParent()) {
            sync(p);
            if (p.equals(top)) {
                return;
            }
        }
    }

    /** Makes the names in a folder durable. */
    public static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
