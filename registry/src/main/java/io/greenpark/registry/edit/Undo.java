package io.greenpark.registry.edit;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The edits that take a change back: every document as it was before. */
public final class Undo {
    private Undo() {}

    /**
     * The edits.
     *
     * @param at when a point ends that the change added: its readings stay, so it is not removed
     */
    public static List<Edit> of(RegistryHistory history, long change, Instant at) {
        return history.versionsOf(change, null, Integer.MAX_VALUE).stream()
                .map(version -> edit(history, change, version.key(), at))
                .toList();
    }

    private static Edit edit(RegistryHistory history, long change, DocumentKey key, Instant at) {
        return history.asOf(change - 1, key)
                .map(Version::json)
                .map(json -> new Edit(key, Verb.PUT, json))
                .orElseGet(() -> key.kind() == DocumentKind.POINT
                        ? new Edit(key, Verb.PATCH, "{\"endedAt\":\"" + at.truncatedTo(ChronoUnit.SECONDS) + "\"}")
                        : new Edit(key, Verb.REMOVE, null));
    }
}
