package io.greenpark.registry.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.PlacedDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an installation that asks for acceptance makes of edits: a device that is added waits for its sheet unless the edit says
 * otherwise, and so does one whose meter was replaced, from the replacement on.
 */
final class AcceptanceAsked {
    static final String FIELD = "acceptance";
    private static final String REPLACEMENTS = "replacements";

    private AcceptanceAsked() {}

    /** @param present the device documents in force that no edit names, by key */
    static List<EditedDocument> of(
            List<EditedDocument> edits, Function<DocumentKey, Optional<PlacedDocument>> present) {
        Map<String, Set<String>> replaced = new HashMap<>();
        edits.forEach(e -> addReplaced(e, replaced));
        List<EditedDocument> asked = new ArrayList<>();
        for (EditedDocument edit : edits) {
            Document document = edit.document();
            if (edit.key().kind() != DocumentKind.DEVICE || document == null) {
                asked.add(edit);
                continue;
            }
            Document waiting = edit.was() == null ? fromTheFirst(document) : document;
            Set<String> times = replaced.remove(edit.key().id());
            asked.add(edit.with(times == null ? waiting : from(times, waiting)));
        }
        replaced.forEach((id, times) -> {
            DocumentKey key = new DocumentKey(DocumentKind.DEVICE, id);
            present.apply(key)
                    .map(there -> EditedDocument.following(key, there, from(times, there.document())))
                    .filter(e -> !e.unchanged())
                    .ifPresent(asked::add);
        });
        return asked;
    }

    private static void addReplaced(EditedDocument edit, Map<String, Set<String>> replaced) {
        Document document = edit.document();
        PlacedDocument was = edit.was();
        if (edit.key().kind() != DocumentKind.POINT || document == null || was == null) {
            return;
        }
        Set<String> times = replacements(document);
        times.removeAll(replacements(was.document()));
        String device = document.text("device");
        if (!times.isEmpty() && device != null) {
            replaced.computeIfAbsent(device, d -> new LinkedHashSet<>()).addAll(times);
        }
    }

    private static Set<String> replacements(Document point) {
        Set<String> times = new TreeSet<>();
        point.fields().path(REPLACEMENTS).fieldNames().forEachRemaining(times::add);
        return times;
    }

    private static Document fromTheFirst(Document device) {
        return device.fields().has(FIELD) ? device : from(Set.of(Acceptance.EVER.toString()), device);
    }

    private static Document from(Set<String> times, Document device) {
        ObjectNode fields = device.fields();
        ObjectNode dated = fields.withObjectProperty(FIELD);
        for (String time : times) {
            if (!dated.has(time)) {
                dated.putObject(time).put("state", EnumCode.of(State.PENDING));
            }
        }
        return Document.of(fields);
    }

    /**
     * Whether what one person may not change alone is another one: what there is of a device's acceptance, but for what follows from
     * its meter's replacement; and that a new one needs no sheet.
     *
     * @param edits all of the request
     */
    static boolean needsReview(DocumentKey key, @Nullable Document before, Document after, List<EditedDocument> edits) {
        ObjectNode was = dated(before);
        ObjectNode is = dated(after);
        if (before == null) {
            return is.properties().stream().anyMatch(stage -> !isPending(stage.getValue()));
        }
        Set<String> following = new TreeSet<>();
        edits.stream().filter(e -> isOf(e, key.id())).forEach(e -> following.addAll(changedReplacements(e)));
        for (String time : following) {
            if (isPending(was.path(time)) || isPending(is.path(time))) {
                was.remove(time);
                is.remove(time);
            }
        }
        return !was.equals(is);
    }

    private static boolean isOf(EditedDocument edit, String device) {
        Document document = edit.document();
        return edit.key().kind() == DocumentKind.POINT && document != null && device.equals(document.text("device"));
    }

    private static Set<String> changedReplacements(EditedDocument point) {
        PlacedDocument was = point.was();
        Document is = point.document();
        if (was == null || is == null) {
            return Set.of();
        }
        Set<String> before = replacements(was.document());
        Set<String> after = replacements(is);
        Set<String> changed = new TreeSet<>(before);
        changed.addAll(after);
        before.retainAll(after);
        changed.removeAll(before);
        return changed;
    }

    private static boolean isPending(JsonNode stage) {
        return EnumCode.of(State.PENDING).equals(stage.path("state").asText());
    }

    private static ObjectNode dated(@Nullable Document device) {
        JsonNode dated = device == null ? null : device.fields().get(FIELD);
        return dated instanceof ObjectNode there ? there : JsonNodeFactory.instance.objectNode();
    }
}
