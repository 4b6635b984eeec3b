package io.greenpark.registry.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.registry.document.Document;
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

    /** A device that is put keeps what it does not say of its acceptance; here it said nothing. */
    private static String whole(String json) {
        ObjectNode device = new Document(json).fields();
        return device.has(AcceptanceAsked.FIELD)
                ? json
                : device.putNull(AcceptanceAsked.FIELD).toString();
    }

    private static Edit edit(RegistryHistory history, long change, DocumentKey key, Instant at) {
        return history.asOf(change - 1, key)
                .map(Version::json)
                .map(json -> new Edit(key, Verb.PUT, key.kind() == DocumentKind.DEVICE ? whole(json) : json))
                .orElseGet(() -> key.kind() == DocumentKind.POINT
                        ? new Edit(key, Verb.PATCH, "{\"endedAt\":\"" + at.truncatedTo(ChronoUnit.SECONDS) + "\"}")
                        : new Edit(key, Verb.REMOVE, null));
    }
}
