package io.greenpark.registry.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.registry.document.Document;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What in a document's change a second person has to review, found by comparing what it says before and after. */
public final class ReviewMatters {
    private static final List<String> OF_PERMITS = List.of("code", "permit");
    private static final List<String> OF_ENTERPRISES = List.of("permit", "approvedDischargeT", "approvedEnergyTce");
    /** What a counting point counts, by its facts; its ratio is a matter of the meter, and one person's. */
    private static final List<String> OF_COUNTING =
            List.of("boundary", "factor", "direction", "carrier", "unit", "kind");
    /** What decides what is held against a limit. */
    private static final List<String> OF_JUDGED = List.of("unit", "kind", "ratio", "ratioApplied", "min", "max");

    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private ReviewMatters() {}

    /**
     * What of a change has to be reviewed.
     *
     * @param before null where the document is added
     * @param after null where it is removed
     * @param limited ids of the points that have limits
     */
    public static Set<ReviewedMatter> of(
            DocumentKey key, @Nullable Document before, @Nullable Document after, Predicate<String> limited) {
        Set<ReviewedMatter> matters = EnumSet.noneOf(ReviewedMatter.class);
        ObjectNode was = fields(before);
        ObjectNode is = fields(after);
        switch (key.kind()) {
            case LIMIT -> matters.add(ReviewedMatter.LIMIT);
            case TARGET -> matters.add(ReviewedMatter.TARGET);
            case COEFFICIENT_SET -> matters.add(ReviewedMatter.COEFFICIENT);
            case CLOSING -> addIf(after == null, ReviewedMatter.REOPENING, matters);
            case OUTLET -> {
                addIf(differs(was, is, OF_PERMITS), ReviewedMatter.PERMIT, matters);
                boolean standing = before != null && after != null && differs(was, is, List.of("standing"));
                addIf(standing, ReviewedMatter.LIMIT, matters);
            }
            case ENTERPRISE -> {
                addIf(differs(was, is, OF_ENTERPRISES), ReviewedMatter.PERMIT, matters);
                addIf(differs(was, is, List.of("performanceClasses")), ReviewedMatter.PERFORMANCE_CLASS, matters);
                // What leaves takes its figures out of the park's.
                boolean moves = before != null && (after == null || differs(was, is, List.of("park")));
                addIf(moves, ReviewedMatter.BOUNDARY, matters);
            }
            case POINT -> {
                TreeMap<String, String> counted = dated(was, OF_COUNTING, ReviewMatters::counts);
                TreeMap<String, String> counts = dated(is, OF_COUNTING, ReviewMatters::counts);
                boolean moved = !counted.isEmpty() && !counts.isEmpty() && differs(was, is, List.of("key"));
                addIf(moved || !counted.equals(counts), ReviewedMatter.BOUNDARY, matters);
                if (before != null && limited.test(key.id())) {
                    boolean otherwise = differs(was, is, List.of("key", "outlet"))
                            || !dated(was, OF_JUDGED, facts -> true).equals(dated(is, OF_JUDGED, facts -> true));
                    addIf(otherwise, ReviewedMatter.LIMIT, matters);
                }
            }
            default -> {
                // One person may change it.
            }
        }
        return matters;
    }

    private static void addIf(boolean isSo, ReviewedMatter matter, Set<ReviewedMatter> matters) {
        if (isSo) {
            matters.add(matter);
        }
    }

    private static ObjectNode fields(@Nullable Document document) {
        return document == null ? JsonNodeFactory.instance.objectNode() : document.fields();
    }

    private static boolean differs(ObjectNode was, ObjectNode is, List<String> fields) {
        return fields.stream().anyMatch(f -> !Objects.equals(field(was, f), field(is, f)));
    }

    private static JsonNode field(ObjectNode fields, String name) {
        JsonNode value = fields.get(name);
        return value == null ? NOTHING : value;
    }

    /**
     * From when on something of a point's facts is so, and until when; nothing where it never is. Times at which only other facts change
     * make no difference.
     */
    private static TreeMap<String, String> dated(ObjectNode point, List<String> fields, Predicate<JsonNode> matters) {
        TreeMap<String, JsonNode> byTime = new TreeMap<>();
        point.path("facts").properties().forEach(e -> byTime.put(e.getKey(), e.getValue()));
        TreeMap<String, String> changes = new TreeMap<>();
        String last = "";
        for (var dated : byTime.entrySet()) {
            JsonNode facts = dated.getValue();
            String how = matters.test(facts) ? text(facts, fields) : "";
            if (!how.equals(last)) {
                changes.put(dated.getKey(), how);
                last = how;
            }
        }
        if (!changes.isEmpty() && point.has("endedAt")) {
            changes.put("ended", point.get("endedAt").asText());
        }
        return changes;
    }

    private static boolean counts(JsonNode facts) {
        return facts.path("boundary").asBoolean(false) || facts.path("factor").asInt(0) != 0;
    }

    private static String text(JsonNode facts, List<String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach(name -> text.append(facts.path(name).asText()).append(';'));
        return text.toString();
    }
}
