package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyBill;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Withheld;
import io.greenpark.park.registry.Withheld.Why;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.merge.FieldMerge;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Documents as answers show them: without what may not be told, in whichever version it stands. */
final class ShownDocuments {
    private static final String AGGREGATE_ONLY = EnumCode.of(AllowedUse.AGGREGATE_ONLY);
    private static final Map<Why, Bilingual> WORDS = new EnumMap<>(Map.of(
            Why.SECRET,
            new Bilingual(
                    "可能含有令牌，不予显示；原样送回“***”则保持不变",
                    "may hold a token and is never told; \"***\" sent back keeps what is there"),
            Why.PERSONAL,
            new Bilingual(
                    "联系电话，点击查看（查看会记入审计日志）；原样送回“***”则保持不变",
                    "a person's phone, shown where it is asked for, which is on record; \"***\" sent back keeps what is there"),
            Why.AGGREGATE_ONLY,
            new Bilingual(
                    "提供方只允许汇总使用，不得作为单个企业的数值显示；原样送回“***”则保持不变",
                    "its provider allows it in sums only, never as one enterprise's; \"***\" sent back keeps what is"
                            + " there")));

    private final RegistrySource registry;
    private final RegistryHistory history;

    ShownDocuments(RegistrySource registry, RegistryHistory history) {
        this.registry = registry;
        this.history = history;
    }

    /** Puts the document of a version, null where it was removed, and why fields of it are withheld. */
    JsonObject put(JsonObject json, Version version) {
        JsonObject withheld = new JsonObject();
        String text = version.json();
        JsonObject document = text == null ? null : shown(version.key(), new JsonObject(text), withheld);
        return json.put("document", document).put("withheld", withheld);
    }

    /** Puts what a document was and is to be; what may not be told of one of the two is not told of the other. */
    JsonObject putBeforeAndAfter(JsonObject json, DocumentKey key, @Nullable String before, @Nullable String after) {
        JsonObject was = before == null ? null : new JsonObject(before);
        JsonObject is = after == null ? null : new JsonObject(after);
        Withheld.fields(key.kind()).forEach((field, why) -> {
            if (was != null && holds(why, key, was) || is != null && holds(why, key, is)) {
                mask(was, field);
                mask(is, field);
            }
        });
        return json.put("before", was).put("after", is);
    }

    private static void mask(@Nullable JsonObject document, String field) {
        if (document != null && document.containsKey(field)) {
            document.put(field, Withheld.MASK);
        }
    }

    private JsonObject shown(DocumentKey key, JsonObject document, JsonObject withheld) {
        Withheld.fields(key.kind()).forEach((field, why) -> {
            if (document.containsKey(field) && holds(why, key, document)) {
                document.put(field, Withheld.MASK);
                withheld.put(
                        field,
                        new JsonObject()
                                .put("code", EnumCode.of(why))
                                .put("text", Json.words(Objects.requireNonNull(WORDS.get(why)))));
            }
        });
        return document;
    }

    /**
     * Puts what a version did to its document, and the names of the fields in which it differs from the one before. A value
     * that is not told in one of the two counts as another one, whether it is or not.
     *
     * @param earlier the version before; null if there was none
     */
    JsonObject putWhatChanged(JsonObject json, Version version, @Nullable Version earlier) {
        String was = earlier == null ? null : earlier.json();
        String is = version.json();
        if (was == null || is == null) {
            Outcome outcome = is == null ? Outcome.REMOVED : Outcome.ADDED;
            return json.put("outcome", outcome.name()).put("fields", new JsonArray());
        }
        SortedSet<String> fields = FieldMerge.differences(new Document(was), new Document(is));
        JsonObject before = new JsonObject(was);
        JsonObject after = new JsonObject(is);
        Withheld.fields(version.key().kind()).forEach((field, why) -> {
            if (before.containsKey(field)
                    && after.containsKey(field)
                    && (holds(why, version.key(), before) || holds(why, version.key(), after))) {
                fields.add(field);
            }
        });
        return json.put("outcome", Outcome.CHANGED.name()).put("fields", new JsonArray(List.copyOf(fields)));
    }

    private boolean holds(Why why, DocumentKey key, JsonObject document) {
        return why != Why.AGGREGATE_ONLY || aggregateOnly(key, document);
    }

    /** Whether a statistic or bill may be used in sums only: in this version, or as it is now. */
    private boolean aggregateOnly(DocumentKey key, JsonObject version) {
        return (key.kind() == DocumentKind.STATISTIC || key.kind() == DocumentKind.BILL)
                && (AGGREGATE_ONLY.equals(version.getValue("allowedUse")) || aggregateOnlyNow(key));
    }

    private boolean aggregateOnlyNow(DocumentKey key) {
        Optional<AllowedUse> current = key.kind() == DocumentKind.BILL
                ? registry.current().bill(key.id()).map(MonthlyBill::allowedUse)
                : current(key.id()).map(MonthlyStatistic::allowedUse);
        return current.isPresent()
                ? current.get() == AllowedUse.AGGREGATE_ONLY
                : newest(history, key)
                        .map(v -> AGGREGATE_ONLY.equals(new JsonObject(v.json()).getValue("allowedUse")))
                        .orElse(false);
    }

    private Optional<MonthlyStatistic> current(String id) {
        int colon = id.lastIndexOf(':');
        String month = id.substring(colon + 1);
        return colon > 0 && month.matches("\\d{4}-(0[1-9]|1[0-2])")
                ? registry.current().statistic(id.substring(0, colon), YearMonth.parse(month))
                : Optional.empty();
    }

    /** The newest version of a document that is there; of a removed one, the last. */
    static Optional<Version> newest(RegistryHistory history, DocumentKey key) {
        Optional<Version> now = history.asOf(history.newest(), key);
        return now.isPresent()
                ? now
                : history.versions(key).stream().filter(v -> v.json() != null).findFirst();
    }

    /**
     * A fault of an edited document, without a value that may not be told.
     *
     * @param sent the document or patch that the fault is about; null if it is another
     */
    DocumentFault told(DocumentFault fault, @Nullable String sent) {
        boolean withheld = fault.key().kind() == DocumentKind.CONTACT
                || aggregateOnly(fault.key(), sent == null ? new JsonObject() : new JsonObject(sent));
        return withheld
                ? new DocumentFault(fault.key(), fault.field(), Withheld.withoutValue(fault.field(), fault.words()))
                : fault;
    }

    /** The same, written. */
    JsonObject fault(DocumentFault fault, @Nullable String sent) {
        Bilingual words = told(fault, sent).words();
        return new JsonObject()
                .put("field", fault.field())
                .put("message", words.en())
                .put("messageText", Json.name(words));
    }
}
