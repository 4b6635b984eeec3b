package io.greenpark.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices that files changed, by their modification time and size; a missing file is a state like any other. A file that
 * somebody is still writing is another one at every look, so a change counts when two looks in a row find the same.
 * Thread-safe.
 */
final class FileWatch {
    private Map<Path, String> remembered = new HashMap<>();
    private Map<Path, String> lastSeen = new HashMap<>();

    /** Remembers the files as they are now. */
    synchronized void remember(List<Path> files) {
        remembered = fingerprints(files);
        lastSeen = remembered;
    }

    /** Whether a remembered file is different now, and was so at the look before. */
    synchronized boolean changed() {
        Map<Path, String> now = fingerprints(List.copyOf(remembered.keySet()));
        boolean settled = now.equals(lastSeen);
        lastSeen = now;
        return settled && !now.equals(remembered);
    }

    /** Forgets how the files were, so that the next look finds them changed. */
    synchronized void forget() {
        remembered.replaceAll((file, fingerprint) -> "unknown");
    }

    private static Map<Path, String> fingerprints(List<Path> files) {
        Map<Path, String> fingerprints = new HashMap<>();
        for (Path file : files) {
            fingerprints.put(file, fingerprint(file));
        }
        return fingerprints;
    }

    private static String fingerprint(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime().toMillis() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }
}
