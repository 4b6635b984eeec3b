package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.desk.Handling;
import io.greenpark.alerts.desk.Handling.OpenAction;
import io.greenpark.alerts.desk.StepDetail;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.Need;
import io.greenpark.alerts.handling.Refusal;
import io.greenpark.alerts.handling.Side;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.alerts.handling.Term;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do about cases, in JSON. */
final class HandlingJson {
    private final DocumentStore files;

    HandlingJson(DocumentStore files) {
        this.files = files;
    }

    /** What lists show; null for nothing. */
    static @Nullable JsonObject summary(@Nullable CaseHandling h, Viewer viewer, Instant now, ZoneId zone) {
        if (h == null) {
            return null;
        }
        HandlingStage stage = HandlingSight.stage(h.stage(), viewer);
        Instant due = HandlingSight.due(h, viewer);
        return new JsonObject()
                .put("number", h.number())
                .put("stage", EnumCode.of(stage))
                .put("stageName", Json.name(stage.words()))
                .put("over", stage.over())
                .put("level", EnumCode.of(h.level()))
                .put("levelBy", h.levelBy() == null ? null : code(h.levelBy()))
                .put("demanded", h.demanded())
                .put("due", Json.time(due, zone))
                .put("overdue", due != null && h.overdue(now));
    }

    private static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rest of it, with a single case. */
    static void put(JsonObject summary, Handling h, Viewer viewer, ZoneId zone) {
        Side side = h.side();
        summary.put("stageAt", CaseStaff.isStaff(viewer) ? Json.time(h.stageAt(), zone) : null)
                .put("pushedAt", Json.time(h.pushedAt(), zone))
                .put(
                        "procedure",
                        new JsonObject()
                                .put("code", h.procedure().code())
                                .put("name", Json.name(h.procedure().name()))
                                .put("version", h.version()))
                .put("term", summary.getValue("due") == null ? null : termOf(h.term()))
                .put("lastStep", h.lastStep())
                .put("side", side == null ? null : EnumCode.of(side))
                .put("actions", Json.array(h.open(), each -> action(each, Objects.requireNonNull(side))));
    }

    private static @Nullable JsonObject termOf(@Nullable Term term) {
        return term == null
                ? null
                : new JsonObject()
                        .put("amount", term.amount())
                        .put("unit", EnumCode.of(term.unit()))
                        .put("name", Json.name(term.words()));
    }

    private static JsonObject action(OpenAction open, Side side) {
        Refusal refused = open.refused();
        return new JsonObject()
                .put("action", open.action().code())
                .put("name", Json.name(open.action().words(side)))
                .put("refused", refused == null ? null : Json.name(refused.words()))
                .put("needs", Json.array(open.action().needs(side), HandlingJson::need));
    }

    private static JsonObject need(Need need) {
        DetailField field = need.field();
        return new JsonObject()
                .put("field", field.code())
                .put("name", Json.name(field.words()))
                .put("kind", EnumCode.of(field.kind()))
                .put("required", need.required())
                .put("when", need.when() == null ? null : need.when().code())
                .put("is", need.is())
                .put("choices", Json.array(field.choices(), c -> new JsonObject()
                        .put("code", c.code())
                        .put("name", Json.name(c.words()))));
    }

    /** What a step carries, as rows to be shown; files that were removed since are left out. */
    void put(JsonObject step, StepDetail one, Viewer viewer, ZoneId zone) {
        StepDetails details = one.details();
        JsonArray rows = new JsonArray();
        details.texts()
                .forEach((field, value) -> rows.add(new JsonObject()
                        .put("field", field.code())
                        .put("name", Json.name(field.words()))
                        .put("kind", EnumCode.of(field.kind()))
                        .put(
                                "value",
                                field.kind() == DetailField.Kind.TIME ? Json.time(Instant.parse(value), zone) : value)
                        .put("words", choice(field, value))));
        step.put("side", EnumCode.of(one.side()))
                .put("internal", one.internal())
                .put("stage", EnumCode.of(HandlingSight.stage(one.stage(), viewer)))
                .put("details", rows)
                .put(
                        "attachments",
                        Json.array(
                                details.attachments().stream()
                                        .flatMap(id -> files.find(id).stream())
                                        .toList(),
                                AttachmentJson::of));
    }

    private static @Nullable JsonObject choice(DetailField field, String value) {
        return field.choices().stream()
                .filter(c -> c.code().equals(value))
                .findFirst()
                .map(c -> Json.name(c.words()))
                .orElse(null);
    }

    /** What a cause is called; null for none. */
    static @Nullable JsonObject cause(@Nullable String code) {
        if (code == null) {
            return null;
        }
        JsonObject words = choice(DetailField.CAUSE, code);
        return new JsonObject().put("code", code).put("name", words == null ? Json.name(Bilingual.same(code)) : words);
    }
}
