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
import org.jspecify.annotations.Nullable;

/** What in a document's change a second person has to review, found by comparing what it says before and after. */
public final class ReviewMatters {
    private static final List<String> OF_PERMITS = List.of("code", "permit");
    private static final List<String> OF_COUNTING = List.of("boundary", "factor", "direction", "carrier");
    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private ReviewMatters() {}

    /**
     * What of a change has to be reviewed.
     *
     * @param before null where the document is added
     * @param after null where it is removed
     */
    public static Set<ReviewedMatter> of(DocumentKey key, @Nullable Document before, @Nullable Document after) {
        Set<ReviewedMatter> matters = EnumSet.noneOf(ReviewedMatter.class);
        ObjectNode was = fields(before);
        ObjectNode is = fields(after);
        switch (key.kind()) {
            case LIMIT -> matters.add(ReviewedMatter.LIMIT);
            case TARGET -> matters.add(ReviewedMatter.TARGET);
            case COEFFICIENT_SET -> matters.add(ReviewedMatter.COEFFICIENT);
            case OUTLET -> addIf(differs(was, is, OF_PERMITS), ReviewedMatter.PERMIT, matters);
            case ENTERPRISE -> {
                addIf(differs(was, is, List.of("permit")), ReviewedMatter.PERMIT, matters);
                boolean moves = before != null && after != null && differs(was, is, List.of("park"));
                addIf(moves, ReviewedMatter.BOUNDARY, matters);
            }
            case POINT -> addIf(!counting(was).equals(counting(is)), ReviewedMatter.BOUNDARY, matters);
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

    /** From when on a point counts, how and until when; nothing where it never counts. Times of other facts make no difference. */
    private static TreeMap<String, String> counting(ObjectNode point) {
        TreeMap<String, String> counting = new TreeMap<>();
        String last = "";
        TreeMap<String, JsonNode> byTime = new TreeMap<>();
        point.path("facts").properties().forEach(e -> byTime.put(e.getKey(), e.getValue()));
        for (var dated : byTime.entrySet()) {
            String how = how(dated.getValue());
            if (!how.equals(last)) {
                counting.put(dated.getKey(), how);
                last = how;
            }
        }
        if (!counting.isEmpty() && point.has("endedAt")) {
            counting.put("ended", point.get("endedAt").asText());
        }
        return counting;
    }

    /** Empty where it does not count. */
    private static String how(JsonNode facts) {
        boolean counts =
                facts.path("boundary").asBoolean(false) || facts.path("factor").asInt(0) != 0;
        if (!counts) {
            return "";
        }
        StringBuilder how = new StringBuilder();
        OF_COUNTING.forEach(name -> how.append(facts.path(name).asText()).append(';'));
        return how.toString();
    }
}
