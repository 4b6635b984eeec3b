package io.greenpark.alerts.marking;

import java.time.Instant;
import java.util.List;

/**
 * A mark as somebody makes it.
 *
 * @param points of the target's points those that it is about; empty for all
 * @param files ids of documents
 */
public record MarkDraft(
        MarkTarget target,
        List<String> points,
        MarkKind kind,
        Instant from,
        Instant to,
        String reason,
        List<String> files) {
    public MarkDraft {
        points = List.copyOf(points);
        files = List.copyOf(files);
    }
}
