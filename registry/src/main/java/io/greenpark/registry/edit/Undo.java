package io.greenpark.registry.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.References;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edits that take a change back: every document as it was before. */
public final class Undo {
    private Undo() {}

    /**
     * The edits.
     *
     * @param at when a point ends that the change added: its readings stay, so it is not removed, nor is what it lies in, such as its device
     */
    public static List<Edit> of(RegistryHistory history, long change, Instant at) {
        List<Version> versions = history.versionsOf(change, null, Integer.MAX_VALUE);
        Set<DocumentKey> needed = needed(history, change, versions);
        List<Edit> edits = new ArrayList<>();
        for (Version version : versions) {
            DocumentKey key = version.key();
            String before = history.asOf(change - 1, key).map(Version::json).orElse(null);
            if (before != null) {
                edits.add(new Edit(key, Verb.PUT, key.kind() == DocumentKind.DEVICE ? whole(before) : before));
            } else if (key.kind() == DocumentKind.POINT) {
                edits.add(new Edit(key, Verb.PATCH, "{\"endedAt\":\"" + at.truncatedTo(ChronoUnit.SECONDS) + "\"}"));
            } else if (!needed.contains(key)) {
                edits.add(new Edit(key, Verb.REMOVE, null));
            } else if (isSentAs(version)) {
                // The name is its sender's again, for whichever device.
                edits.add(new Edit(key, Verb.PATCH, "{\"sentAs\":null}"));
            }
        }
        return edits;
    }

    /** What the change added and points lie in that it added, too. */
    private static Set<DocumentKey> needed(RegistryHistory history, long change, List<Version> versions) {
        Map<DocumentKey, Document> added = new HashMap<>();
        for (Version version : versions) {
            if (version.json() != null
                    && history.asOf(change - 1, version.key()).isEmpty()) {
                added.put(version.key(), new Document(version.json()));
            }
        }
        Set<DocumentKey> needed = new HashSet<>();
        added.keySet().stream()
                .filter(key -> key.kind() == DocumentKind.POINT)
                .forEach(key -> need(key, added, needed));
        return needed;
    }

    private static void need(DocumentKey key, Map<DocumentKey, Document> added, Set<DocumentKey> needed) {
        Document document = added.get(key);
        if (document != null && needed.add(key)) {
            References.of(key, document).forEach(reference -> need(reference, added, needed));
        }
    }

    private static boolean isSentAs(Version version) {
        return version.key().kind() == DocumentKind.DEVICE
                && version.json() != null
                && new Document(version.json()).text("sentAs") != null;
    }

    /** A device that is put keeps what it does not say of its acceptance; here it said nothing. */
    private static String whole(String json) {
        ObjectNode device = new Document(json).fields();
        return device.has(AcceptanceAsked.FIELD)
                ? json
                : device.putNull(AcceptanceAsked.FIELD).toString();
    }
}
