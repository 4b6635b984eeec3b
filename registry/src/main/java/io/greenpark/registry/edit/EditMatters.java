package io.greenpark.registry.edit;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.review.ReviewMatters;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of edits may be for a second person to review.
 *
 * @param current the registry in force
 * @param after the one that would come of them
 * @param acceptanceAsked whether devices that are added, or whose meter is replaced, wait for an acceptance sheet
 */
record EditMatters(Registry current, Registry after, boolean acceptanceAsked) {

    /**
     * The matters, whether or not this installation has them reviewed.
     *
     * @param late a replacement before is no one person's to record
     */
    Set<ReviewedMatter> of(
            List<EditedDocument> edits, Map<DocumentKey, Optional<PlacedDocument>> changes, Instant late) {
        Set<ReviewedMatter> matters = EnumSet.noneOf(ReviewedMatter.class);
        Set<String> limited =
                current.facts().limits().stream().map(Limit::pointId).collect(Collectors.toSet());
        edits.forEach(edit -> matters.addAll(of(edit, changes, limited)));
        changes.keySet().stream()
                .filter(key -> key.kind() == DocumentKind.DEVICE)
                .forEach(key -> matters.addAll(ofName(key.id())));
        if (changesAcceptance(changes.keySet(), late)) {
            matters.add(ReviewedMatter.ACCEPTANCE);
        }
        return matters;
    }

    private static Set<ReviewedMatter> of(
            EditedDocument edit, Map<DocumentKey, Optional<PlacedDocument>> changes, Set<String> limited) {
        Optional<PlacedDocument> change = changes.get(edit.key());
        if (change == null) {
            return Set.of();
        }
        PlacedDocument was = edit.was();
        return ReviewMatters.of(
                edit.key(),
                was == null ? null : was.document(),
                change.map(PlacedDocument::document).orElse(null),
                limited::contains);
    }

    /**
     * Under another name as sent a device's readings may be those of another meter, as under another key of a point: a matter where
     * somebody's use or discharge is known by them.
     */
    private Set<ReviewedMatter> ofName(String device) {
        Set<ReviewedMatter> matters = EnumSet.noneOf(ReviewedMatter.class);
        Device was = current.device(device).orElse(null);
        Device is = after.device(device).orElse(null);
        if (was == null || is == null || Objects.equals(was.sentAs(), is.sentAs())) {
            return matters;
        }
        after.pointsOfDevice(device).values().stream()
                .filter(point -> point.endedAt() == null)
                .forEach(point -> {
                    if (point.facts().stream()
                            .anyMatch(facts -> facts.counting().factor() != 0)) {
                        matters.add(ReviewedMatter.BOUNDARY);
                    }
                    if (!current.limitsOfPoint(point.id()).isEmpty()) {
                        matters.add(ReviewedMatter.LIMIT);
                    }
                });
        return matters;
    }

    /** Whether more of a device's acceptance changes than one person may change: by an edit of it, or of one of its points. */
    private boolean changesAcceptance(Set<DocumentKey> changed, Instant late) {
        Set<String> devices = new TreeSet<>();
        for (DocumentKey key : changed) {
            if (key.kind() == DocumentKind.DEVICE) {
                devices.add(key.id());
            } else if (key.kind() == DocumentKind.POINT) {
                after.point(key.id()).ifPresent(point -> devices.add(point.deviceId()));
            }
        }
        return devices.stream()
                .anyMatch(id -> AcceptanceAsked.needsReview(id, current, after, acceptanceAsked)
                        || AcceptanceAsked.changesWhatWasJudged(id, current, after, late)
                        || AcceptanceAsked.changesWhatWasAccepted(id, current, after));
    }
}
