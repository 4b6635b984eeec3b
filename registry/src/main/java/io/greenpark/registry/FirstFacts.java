package io.greenpark.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.registry.FileComparison.Kept;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.PlacedDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From when on the facts of points are true whose files do not say it: as before, if they are known; else from 1 January of
 * the year before they are first registered, so that values with the first date of a clock that was not set are refused.
 */
final class FirstFacts {
    private static final String FACTS = "facts";

    private FirstFacts() {}

    /** Dates the documents of such points. */
    static void date(FileDocuments files, Kept kept, Instant now) {
        files.undated().forEach((point, zone) -> {
            DocumentKey key = new DocumentKey(DocumentKind.POINT, point);
            Instant from = known(key, kept);
            Instant first = from == null ? yearBefore(now, zone) : from;
            files.documents().computeIfPresent(key, (k, document) -> from(document, first));
        });
    }

    private static Instant yearBefore(Instant now, ZoneId zone) {
        return LocalDate.of(now.atZone(zone).getYear() - 1, 1, 1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static @Nullable Instant known(DocumentKey key, Kept kept) {
        Document said = kept.said().now().get(key);
        PlacedDocument inForce = kept.current().get(key);
        boolean asSaid = inForce != null && (said == null || said.equals(inForce.document()));
        if (asSaid && kept.registry() != null) {
            // What was read of that document already.
            return kept.registry()
                    .point(key.id())
                    .map(p -> p.facts().get(0).validFrom())
                    .orElse(null);
        }
        if (said != null) {
            return first(said);
        }
        return inForce == null ? null : first(inForce.document());
    }

    private static @Nullable Instant first(Document document) {
        Instant first = null;
        for (Iterator<String> times = document.fields().path(FACTS).fieldNames(); times.hasNext(); ) {
            Instant time = Instant.parse(times.next());
            first = first == null || time.isBefore(first) ? time : first;
        }
        return first;
    }

    private static Document from(Document document, Instant first) {
        ObjectNode fields = document.fields();
        ObjectNode dated = fields.objectNode();
        for (Map.Entry<String, JsonNode> entry : fields.path(FACTS).properties()) {
            dated.set(first.toString(), entry.getValue());
        }
        fields.set(FACTS, dated);
        return Document.of(fields);
    }
}
