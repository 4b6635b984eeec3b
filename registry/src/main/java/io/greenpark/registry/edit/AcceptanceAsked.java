package io.greenpark.registry.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.Held;
import io.greenpark.park.registry.Acceptance.Stage;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Replacement;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.PlacedDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return isUnsaid(device.fields()) ? from(Set.of(Acceptance.EVER.toString()), device) : device;
    }

    private static Document from(Set<String> times, Document device) {
        ObjectNode fields = device.fields();
        if (fields.has(FIELD) && !fields.path(FIELD).isObject()) {
            // Whoever reads the document says that this is no mapping.
            return device;
        }
        ObjectNode dated = fields.withObjectProperty(FIELD);
        for (String time : times) {
            if (!dated.has(time)) {
                dated.putObject(time).put("state", EnumCode.of(State.PENDING));
            }
        }
        return Document.of(fields);
    }

    /** Whether a device's document says nothing of its acceptance; an empty mapping says no more than none. */
    static boolean isUnsaid(ObjectNode device) {
        JsonNode said = device.path(FIELD);
        return said.isMissingNode() || said.isObject() && said.isEmpty();
    }

    /**
     * Whether what one person may not change alone is another one: what there is of a device's acceptance, but for what follows from
     * its meter's replacement; and that a new one needs no sheet. It is judged by what comes of the edit, however that was written.
     *
     * @param asked whether what is added waits
     */
    static boolean needsReview(String device, Registry before, Registry after, boolean asked) {
        Acceptance was = before.device(device).map(Device::acceptance).orElse(null);
        Acceptance is = after.device(device).map(Device::acceptance).orElse(null);
        if (is == null) {
            return false;
        }
        return was == null
                ? asked && !waitsFromTheFirst(is)
                : !followsFromReplacements(was, is, replacements(device, before), replacements(device, after));
    }

    private static boolean waitsFromTheFirst(Acceptance added) {
        return !added.counts(Acceptance.EVER)
                && added.stages().stream().noneMatch(stage -> stage.state() == State.ACCEPTED);
    }

    /**
     * Waiting comes with a replacement and goes with it. What was there at that time before is not the replacement's: it would be taken
     * back with it, or stand in for its waiting.
     */
    private static boolean followsFromReplacements(
            Acceptance was, Acceptance is, Set<Instant> replacedBefore, Set<Instant> replacedNow) {
        Map<Instant, Stage> stages = byTime(was);
        Map<Instant, Stage> stagesNow = byTime(is);
        Set<Instant> times = new TreeSet<>(stages.keySet());
        times.addAll(stagesNow.keySet());
        for (Instant time : times) {
            Stage before = stages.get(time);
            Stage now = stagesNow.get(time);
            boolean added = replacedNow.contains(time) && !replacedBefore.contains(time);
            boolean removed = replacedBefore.contains(time) && !replacedNow.contains(time);
            boolean follows = before == null
                    ? added && isPending(now)
                    : now == null
                            ? removed && isPending(before) && time.isAfter(Acceptance.EVER)
                            : before.equals(now) && !added;
            if (!follows) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPending(@Nullable Stage stage) {
        return stage != null && stage.state() == State.PENDING && stage.sheet() == null;
    }

    private static Map<Instant, Stage> byTime(Acceptance acceptance) {
        Map<Instant, Stage> stages = new HashMap<>();
        acceptance.stages().forEach(stage -> stages.put(stage.from(), stage));
        return stages;
    }

    /**
     * Whether a replacement of long ago, recorded or taken back, makes another one of what was judged by a device since: that is no
     * entry of the day's work, but a say in what is held against somebody.
     *
     * @param late what is earlier is long ago
     */
    static boolean changesWhatWasJudged(String device, Registry before, Registry after, Instant late) {
        List<Held> was = before.device(device).map(d -> d.acceptance().held()).orElse(null);
        List<Held> is = after.device(device).map(d -> d.acceptance().held()).orElse(null);
        if (was == null || is == null || was.equals(is) || !isJudged(device, before) && !isJudged(device, after)) {
            return false;
        }
        Set<Instant> replaced = replacements(device, before);
        Set<Instant> replacedNow = replacements(device, after);
        return Stream.concat(
                        replaced.stream().filter(time -> !replacedNow.contains(time)),
                        replacedNow.stream().filter(time -> !replaced.contains(time)))
                .anyMatch(time -> time.isBefore(late));
    }

    /**
     * Whether what two people compared and signed is to be something else while it counts: ratio, unit or kind of a point of a device
     * that was accepted by a sheet. What holds only while the device waits again, as after a replacement, is compared anew.
     */
    static boolean changesWhatWasAccepted(String device, Registry before, Registry after) {
        Acceptance was = before.device(device).map(Device::acceptance).orElse(Acceptance.NONE);
        Acceptance is = after.device(device).map(Device::acceptance).orElse(Acceptance.NONE);
        if (was.stages().stream().noneMatch(s -> s.sheet() != null && s.state() == Acceptance.State.ACCEPTED)) {
            return false;
        }
        return before.pointsOfDevice(device).values().stream().anyMatch(point -> after.point(point.id())
                .filter(now -> Stream.of(
                                was.stages().stream().map(Acceptance.Stage::from),
                                point.facts().stream().map(PointFacts::validFrom),
                                now.facts().stream().map(PointFacts::validFrom))
                        .flatMap(times -> times)
                        .filter(time -> was.counts(time) && is.counts(time))
                        .anyMatch(time -> !compared(point, time).equals(compared(now, time))))
                .isPresent());
    }

    private static List<Object> compared(Point point, Instant at) {
        return point.factsAt(at)
                .<List<Object>>map(f -> List.of(f.effectiveRatio().stripTrailingZeros(), f.unit(), f.kind()))
                .orElse(List.of());
    }

    /** Whether anybody is judged by any point of a device: all of them wait with it. */
    private static boolean isJudged(String device, Registry registry) {
        return registry.pointsOfDevice(device).values().stream()
                .anyMatch(point -> !registry.limitsOfPoint(point.id()).isEmpty()
                        || point.facts().stream()
                                .anyMatch(facts -> facts.counting().factor() != 0));
    }

    /** When a meter of a device was replaced. */
    private static Set<Instant> replacements(String device, Registry registry) {
        return registry.pointsOfDevice(device).values().stream()
                .flatMap(point -> point.replacements().stream())
                .map(Replacement::at)
                .collect(Collectors.toSet());
    }
}
