package io.greenpark.registry.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.Withheld;
import io.greenpark.park.registry.Withheld.Why;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.history.RegistryStore;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A document as an edit wants it.
 *
 * @param was as it is now; null if there is none
 * @param document as it is to be, not yet in canonical form; null if it is to be removed, or has faults
 * @param position its place among those of its kind
 * @param conflict whether somebody changed it after what the editor has seen
 * @param written names of the fields that the edit gives a value and that may have to be withheld
 */
record EditedDocument(
        DocumentKey key,
        @Nullable PlacedDocument was,
        @Nullable Document document,
        long position,
        boolean conflict,
        Set<String> written,
        List<DocumentFault> faults) {
    /** Decimals as they are written, not by their nearest binary neighbour. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private static final int MOST_DIGITS = 40;

    EditedDocument {
        written = Set.copyOf(written);
        faults = List.copyOf(faults);
    }

    /** One that follows from others of the request, which the editor need not have thought of. */
    static EditedDocument following(DocumentKey key, PlacedDocument was, Document document) {
        return new EditedDocument(key, was, document, was.position(), false, Set.of(), List.of());
    }

    /** The same that is to be another document. */
    EditedDocument with(Document other) {
        return new EditedDocument(key, was, other, position, conflict, written, faults);
    }

    boolean unchanged() {
        return was != null && was.document().equals(document);
    }

    /**
     * The written fields whose values the editor is not shown. What becomes of the edit must not tell whether they are the
     * values there were.
     */
    Set<String> unseen(Document before, Document after) {
        Map<String, Why> fields = Withheld.fields(key.kind());
        return written.stream()
                .filter(field -> fields.get(field) != Why.AGGREGATE_ONLY || inSumsOnly(before) || inSumsOnly(after))
                .collect(Collectors.toSet());
    }

    private static boolean inSumsOnly(Document statistic) {
        return EnumCode.of(AllowedUse.AGGREGATE_ONLY).equals(statistic.text("allowedUse"));
    }

    private static Set<String> written(Edit edit) {
        Set<String> guarded = Withheld.fields(edit.key().kind()).keySet();
        ObjectNode sent = guarded.isEmpty() ? null : object(edit.key(), edit.json(), new ArrayList<>());
        return sent == null
                ? Set.of()
                : guarded.stream()
                        .filter(field -> sent.hasNonNull(field) && !edit.kept().contains(field))
                        .collect(Collectors.toSet());
    }

    /** The documents of a request, made of those in force. */
    static List<EditedDocument> of(EditRequest request, EditScope scope, RegistryStore store, long newest) {
        Set<DocumentKey> seen = new HashSet<>();
        Map<DocumentKind, Long> lastPositions = new HashMap<>();
        Map<DocumentKey, PlacedDocument> present =
                store.placed(newest, request.edits().stream().map(Edit::key).toList());
        List<EditedDocument> edited = new ArrayList<>();
        for (Edit edit : request.edits()) {
            List<DocumentFault> faults = new ArrayList<>();
            DocumentKey key = edit.key();
            if (!seen.add(key)) {
                faults.add(new DocumentFault(
                        key,
                        "",
                        new Bilingual(
                                "在同一请求中出现两次；每项只能改一次", "appears twice in the request; give each document one edit")));
            }
            PlacedDocument there = present.get(key);
            // What lies beyond the editor's scope is not there, but for its id, which is taken.
            PlacedDocument was = there != null && scope.sees(key) ? there : null;
            Document document =
                    switch (edit.verb()) {
                        case REMOVE -> remove(key, was, faults);
                        case PUT -> there == was ? put(key, edit.json(), was, faults) : taken(key, faults);
                        case PATCH -> patch(key, edit.json(), was, faults);
                    };
            Long basedOn = request.basedOn();
            // Of what the editor does not see nothing is told, not even that it once was there.
            boolean told = was != null || there == null && scope.isWhole();
            boolean conflict = basedOn != null && told && store.lastChangeOf(key) > basedOn;
            long position = was != null
                    ? was.position()
                    : lastPositions.compute(
                            key.kind(),
                            (kind, last) -> (last == null ? store.lastPosition(kind) : last) + PlacedDocument.BETWEEN);
            edited.add(new EditedDocument(key, was, document, position, conflict, written(edit), faults));
        }
        return edited;
    }

    private static @Nullable Document remove(
            DocumentKey key, @Nullable PlacedDocument was, List<DocumentFault> faults) {
        if (was == null) {
            faults.add(new DocumentFault(key, "", new Bilingual("不存在，无可删除", "is not there; nothing to remove")));
        } else if (key.kind() == DocumentKind.POINT) {
            faults.add(new DocumentFault(
                    key,
                    "",
                    new Bilingual(
                            "不能删除，因为读数要保留；请填写停用时间",
                            "cannot be removed, as its readings stay; end it: patch endedAt with a time")));
        } else if (key.kind() == DocumentKind.DISTRICT) {
            faults.add(new DocumentFault(
                    key,
                    "",
                    new Bilingual("不能删除；一套系统服务一个区", "cannot be removed; an installation serves one district")));
        }
        return null;
    }

    private static @Nullable Document taken(DocumentKey key, List<DocumentFault> faults) {
        faults.add(new DocumentFault(
                key, "", new Bilingual("该编号已被占用；请另取编号", "is an id that is taken; choose another one")));
        return null;
    }

    private static @Nullable Document put(
            DocumentKey key, @Nullable String json, @Nullable PlacedDocument was, List<DocumentFault> faults) {
        if (was == null && key.kind() == DocumentKind.DISTRICT) {
            faults.add(new DocumentFault(
                    key,
                    "",
                    new Bilingual(
                            "是另一个区；一套系统服务一个区，其编号由配置文件给出",
                            "is another district; an installation serves one, whose id the files give")));
            return null;
        }
        ObjectNode fields = object(key, json, faults);
        if (fields == null) {
            return null;
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        JsonNode accepted = was == null ? null : was.document().fields().get(AcceptanceAsked.FIELD);
        // Whoever puts a device without a word of its acceptance does not mean that it needs none.
        if (key.kind() == DocumentKind.DEVICE && accepted != null && AcceptanceAsked.isUnsaid(fields)) {
            whole.set(AcceptanceAsked.FIELD, accepted);
        }
        return Document.of(patched(whole, fields));
    }

    private static @Nullable Document patch(
            DocumentKey key, @Nullable String json, @Nullable PlacedDocument was, List<DocumentFault> faults) {
        ObjectNode patch = object(key, json, faults);
        if (was == null) {
            faults.add(new DocumentFault(
                    key,
                    "",
                    new Bilingual(
                            "不存在，无法部分修改；请提交完整内容", "is not there, so it cannot be patched; put the whole document")));
            return null;
        }
        return patch == null ? null : Document.of(patched(was.document().fields(), patch));
    }

    private static @Nullable ObjectNode object(DocumentKey key, @Nullable String json, List<DocumentFault> faults) {
        try {
            if (json != null && JSON.readTree(json) instanceof ObjectNode fields) {
                return fields;
            }
            faults.add(new DocumentFault(
                    key,
                    "",
                    new Bilingual(
                            "不是 JSON 对象；应为：{\"字段\": 值, ...}", "is no JSON object; accepted: {\"field\": value, ...}")));
        } catch (JsonProcessingException e) {
            faults.add(new DocumentFault(
                    key,
                    "",
                    new Bilingual("不是 JSON：" + e.getOriginalMessage(), "is no JSON: " + e.getOriginalMessage())));
        }
        return null;
    }

    /** Documents have decimals as texts; one of an absurd exponent stays as it is, as no reader accepts it. */
    private static JsonNode decimal(JsonNode number) {
        BigDecimal value = number.decimalValue();
        return TextNode.valueOf(
                Math.abs((long) value.scale()) > MOST_DIGITS ? value.toString() : value.toPlainString());
    }

    /** A JSON merge patch (RFC 7396). */
    private static ObjectNode patched(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(e -> {
            JsonNode value = e.getValue();
            if (value.isNull()) {
                target.remove(e.getKey());
            } else if (value instanceof ObjectNode below) {
                ObjectNode old = target.get(e.getKey()) instanceof ObjectNode there
                        ? there
                        : JsonNodeFactory.instance.objectNode();
                target.set(e.getKey(), patched(old, below));
            } else {
                target.set(e.getKey(), value.isBigDecimal() ? decimal(value) : value);
            }
        });
        return target;
    }

    /**
     * A document in canonical form, with everything that the edit gives.
     *
     * @param written of the facts that were read of it
     */
    static Document canonical(DocumentKey key, Document given, Document written) {
        if (key.kind() == DocumentKind.CONTACT) {
            // Contacts have a key of their own choice, and nothing in them has two ways to be written.
            return given;
        }
        if (key.kind() != DocumentKind.POINT) {
            return written;
        }
        // A zone that is the park's is not written, as it follows the park; one that is given does not.
        ObjectNode fields = written.fields();
        JsonNode givenFacts = given.fields().path("facts");
        fields.path("facts").properties().forEach(e -> {
            JsonNode zone = givenFacts.path(e.getKey()).path("zone");
            if (zone.isTextual() && e.getValue() instanceof ObjectNode facts && !facts.has("zone")) {
                facts.put("zone", ZoneId.of(zone.asText()).getId());
            }
        });
        return Document.of(fields);
    }
}
