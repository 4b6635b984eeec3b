package io.greenpark.registry;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices that files changed. A file that somebody is still writing is another one at every look, so a change counts when
 * two looks in a row find the same. Thread-safe.
 */
final class FileWatch {
    private Map<Path, String> remembered = new HashMap<>();
    private Map<Path, String> lastSeen = new HashMap<>();

    /** Remembers files as a look found them. */
    synchronized void remember(Map<Path, String> look) {
        remembered = new HashMap<>(look);
        lastSeen = look;
    }

    /** Whether a remembered file is different now, and was so at the look before. */
    synchronized boolean changed() {
        Map<Path, String> now = FileReading.look(List.copyOf(remembered.keySet()));
        boolean settled = now.equals(lastSeen);
        lastSeen = now;
        return settled && !now.equals(remembered);
    }

    /** Forgets how the files were, so that the next look finds them changed. */
    synchronized void forget() {
        remembered.replaceAll((file, fingerprint) -> "unknown");
    }
}
