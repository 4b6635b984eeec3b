package io.greenpark.config.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Makes folders, the names within them and files durable. */
public final class DurableFolder {
    private DurableFolder() {}

    /**
     * Makes a folder and those above it where they are missing; when it returns their names are on the disk. Folders
     * that this user may not list, as the parent of a service's folder often is, are left to whoever made them.
     */
    public static void make(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        List<Path> holders = new ArrayList<>();
        // A folder that exists may have been made just before the power failed last time: its own name counts too.
        boolean above = true;
        for (Path p = absolute; above && p.getParent() != null; p = p.getParent()) {
            above = !Files.exists(p);
            holders.add(p.getParent());
        }
        Files.createDirectories(absolute);
        for (Path holder : holders) {
            if (Files.isReadable(holder)) {
                sync(holder);
            }
        }
    }

    /** Makes a file, or the names in a folder, durable. */
    public static void sync(Path path) throws IOException {
        StandardOpenOption access = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}
