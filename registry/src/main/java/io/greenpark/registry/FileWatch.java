package io.greenpark.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices that files changed, by their modification time and size; a missing file is a state like any other.
 * Its methods exclude each other.
 */
final class FileWatch {
    private Map<Path, String> seen = new HashMap<>();

    /** Takes the files as they are now as seen. */
    synchronized void see(List<Path> files) {
        seen = marks(files);
    }

    /** Whether a file seen is different now. */
    synchronized boolean changed() {
        return !marks(List.copyOf(seen.keySet())).equals(seen);
    }

    /** Takes the files as never seen, so that the next look finds them changed. */
    synchronized void forget() {
        seen.replaceAll((file, mark) -> "unknown");
    }

    private static Map<Path, String> marks(List<Path> files) {
        Map<Path, String> marks = new HashMap<>();
        for (Path file : files) {
            marks.put(file, mark(file));
        }
        return marks;
    }

    private static String mark(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime().toMillis() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }
}
