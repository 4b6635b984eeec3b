package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.desk.Act;
import io.greenpark.alerts.desk.ActRefused;
import io.greenpark.alerts.desk.HandlingDesk;
import io.greenpark.alerts.desk.SimilarCase;
import io.greenpark.alerts.handling.Actor;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do about a case: one step at a time, and what was done about others like it. */
final class HandlingAnswers {
    /** What files of steps belong to. */
    static final String CASE = "case";

    private static final int MOST_SIMILAR = 20;

    private final Parks parks;
    private final Cases cases;
    private final HandlingDesk desk;
    private final DocumentStore files;
    private final AuditLog audit;
    private final AlertAnswers alerts;

    HandlingAnswers(ConsoleSources sources, AlertAnswers alerts) {
        this.parks = new Parks(sources.registry());
        this.cases = sources.cases();
        this.desk = sources.handling();
        this.files = sources.attachments();
        this.audit = sources.audit();
        this.alerts = alerts;
    }

    JsonObject act(Question question) {
        question.allow();
        Case c = alerts.find(question.id());
        ZoneId zone = c.about().time(parks.registry()).zone();
        ActRequest asked = ActRequest.of(question, zone);
        Actor actor = CaseActors.of(question.viewer(), c, parks.registry());
        if (actor == null) {
            throw Problem.forbidden(
                    new Bilingual(
                            "您可以查看该预警，但不参与办理；办理由主管部门和该企业联系人进行",
                            "you may look at this case, and have no part in it: the authority and contacts of the enterprise act on it"));
        }
        List<StoredDocument> given = asked.details().attachments().stream()
                .map(id -> file(id, c, question))
                .toList();
        try {
            desk.require(c.id(), act(asked, actor));
            given.forEach(file -> attach(file, c, question));
            Case after = desk.act(c.id(), act(asked, actor));
            record(question, c, after, asked);
        } catch (ActRefused e) {
            throw problem(e);
        }
        return alerts.whole(question);
    }

    private static Act act(ActRequest asked, Actor actor) {
        return new Act(asked.action(), actor, asked.seen(), asked.details());
    }

    static Problem problem(ActRefused refused) {
        return switch (refused.why()) {
            case SEEN_EARLIER -> Problem.of(409, new Bilingual("已有新的办理", "changed meanwhile"), refused.words());
            case NOT_ALLOWED -> Problem.of(409, new Bilingual("现在不能办理", "not now"), refused.words());
            case MALFORMED -> Problem.badRequest(refused.words());
        };
    }

    /** A file that whoever asks has sent and attached to nothing, or one of this case. */
    private StoredDocument file(String id, Case c, Question question) {
        DocumentOwner own = new DocumentOwner(CASE, c.id());
        return files.find(id)
                .filter(file -> own.equals(file.owner())
                        || file.owner() == null
                                && file.uploadedBy().equals(question.viewer().account()))
                .orElseThrow(() -> Problem.badRequest(new Bilingual(
                        "\"attachments\" 中没有文件 \"" + id + "\"，或不是您上传的；请先上传（POST /uploads）",
                        "\"attachments\": there is no file \"" + id
                                + "\" that you have sent; upload it first (POST /uploads)")));
    }

    private void attach(StoredDocument file, Case c, Question question) {
        DocumentOwner owner = new DocumentOwner(CASE, c.id());
        if (file.owner() == null && files.attach(file.id(), owner, null)) {
            audit.append(question.draft(AuditAction.FILE_ATTACHED)
                    .on("attachment", file.id())
                    .change(null, AttachmentAnswers.record(file, owner)));
        }
    }

    private void record(Question question, Case before, Case after, ActRequest asked) {
        audit.append(question.draft(AuditAction.CASE_HANDLED)
                .on("case", before.id())
                .change(
                        state(before.handling()),
                        RecordedState.of(new JsonObject()
                                .put("action", asked.action().code())
                                .put("step", after.events().size())
                                .put("stage", stage(after.handling())))));
    }

    private static JsonNode state(@Nullable CaseHandling h) {
        return JsonNodeFactory.instance.objectNode().put("stage", stage(h));
    }

    private static @Nullable String stage(@Nullable CaseHandling h) {
        return h == null ? null : EnumCode.of(h.stage());
    }

    JsonObject similar(Question question) {
        question.allow();
        Case c = alerts.find(question.id());
        JsonArray rows = new JsonArray();
        for (SimilarCase each : seen(desk.similar(c.id(), MOST_SIMILAR))) {
            Case one = each.similar();
            CaseHandling h = one.handling();
            HandlingStage shown = h == null ? null : HandlingSight.stage(h.stage(), question.viewer());
            ZoneId zone = one.about().time(parks.registry()).zone();
            rows.add(new JsonObject()
                    .put("id", one.id())
                    .put("number", h == null ? null : h.number())
                    .put("rule", one.rule().code())
                    .put("title", Json.name(one.title()))
                    .put("raisedAt", Json.time(one.raisedAt(), zone))
                    .put("clearedAt", Json.time(one.clearedAt(), zone))
                    .put("state", one.state().name())
                    .put("stage", shown == null ? null : EnumCode.of(shown))
                    .put("stageName", shown == null ? null : Json.name(shown.words()))
                    .put("level", h == null ? null : EnumCode.of(h.level()))
                    .put("cause", HandlingJson.cause(each.cause())));
        }
        return new JsonObject().put("rows", rows);
    }

    /** Those that whoever asks sees, with what that one may be told. */
    private List<SimilarCase> seen(List<SimilarCase> all) {
        List<SimilarCase> seen = new ArrayList<>();
        for (SimilarCase each : all) {
            cases.find(each.similar().id()).ifPresent(told -> seen.add(new SimilarCase(told, each.cause())));
        }
        return seen;
    }
}
