package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.marking.DataMark;
import io.greenpark.alerts.marking.MarkDesk;
import io.greenpark.alerts.marking.MarkDraft;
import io.greenpark.alerts.marking.MarkKind;
import io.greenpark.alerts.marking.MarkRefused;
import io.greenpark.alerts.marking.MarkTarget;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.objection.desk.ObjectionDesk;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enterprises mark their data; the authority decides of it. */
final class MarkWrites {
    private final Scope scope;
    private final Parks parks;
    private final MarkDesk desk;
    private final MarkAnswers seen;
    private final MarkJson json;
    private final DocumentStore files;
    private final AuditLog audit;
    private final ObjectionDesk objections;
    private final Clock clock;

    MarkWrites(ConsoleSources sources, Scope scope, Clock clock) {
        this.scope = scope;
        this.parks = new Parks(sources.registry());
        this.desk = sources.marks();
        this.objections = sources.objections();
        this.seen = new MarkAnswers(sources, scope, clock);
        this.json = new MarkJson(sources.registry(), sources.attachments());
        this.files = sources.attachments();
        this.audit = sources.audit();
        this.clock = clock;
    }

    JsonObject submit(Question question) {
        question.allow();
        RequestBody asked =
                new RequestBody(question, "scope", "target", "points", "kind", "from", "to", "reason", "files");
        MarkDraft draft = draft(asked, question);
        String account = question.viewer().account();
        DataMark made = refusing(() -> desk.same(draft, account).orElseGet(() -> submit(draft, question)));
        return whole(made, question);
    }

    /** Files first: a mark that is on record has its documents, whatever ends the process. */
    private DataMark submit(MarkDraft draft, Question question) {
        String account = question.viewer().account();
        List<StoredDocument> given =
                draft.files().stream().map(id -> file(id, question)).toList();
        desk.require(draft, account);
        String id = begun(given).orElseGet(desk::newId);
        given.forEach(file -> attach(file, id, question));
        DataMark made = desk.submit(id, draft, question.viewer().person(), account);
        record(question, AuditAction.DATA_MARKED, null, made, made.reason());
        return made;
    }

    /** The id under which files were attached by an attempt that ended before the mark was on record: they are of the same mark. */
    private static Optional<String> begun(List<StoredDocument> given) {
        List<String> ids = given.stream()
                .map(StoredDocument::owner)
                .filter(Objects::nonNull)
                .map(DocumentOwner::id)
                .distinct()
                .toList();
        if (ids.size() > 1) {
            throw Problem.badRequest(new Bilingual(
                    "\"files\" 中的文件曾分别用于不同的、未能提交的标记；请分别提交，或重新上传",
                    "\"files\" were sent with different marks, none of which came to be on record; mark one after the other, or upload"
                            + " them again"));
        }
        return ids.stream().findFirst();
    }

    private MarkDraft draft(RequestBody asked, Question question) {
        MarkTarget target =
                new MarkTarget(constant("scope", asked.text("scope"), MarkTarget.Scope.class), asked.text("target"));
        String enterprise = target.enterprise(parks.registry())
                .filter(id -> scope.has(Subject.enterprise(id), parks.registry()))
                .orElseThrow(() -> Problem.badRequest(new Bilingual(
                        "\"target\" \"" + target.id() + "\" 不是本企业已登记的排口或设备",
                        "\"target\": \"" + target.id() + "\" is no outlet or device of yours in the registry")));
        ZoneId zone = parks.zoneOf(enterprise);
        return new MarkDraft(
                target,
                ids("points", question),
                constant("kind", asked.text("kind"), MarkKind.class),
                Dates.instant("from", asked.text("from"), zone),
                Dates.instant("to", asked.text("to"), zone),
                asked.reason(),
                ids("files", question));
    }

    private static List<String> ids(String field, Question question) {
        Object value = question.body().getValue(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray all) || all.stream().anyMatch(id -> !(id instanceof String))) {
            throw RequestBody.wrong(field, "须为编号的列表", "must be a list of ids");
        }
        return all.stream().map(String.class::cast).distinct().toList();
    }

    private StoredDocument file(String id, Question question) {
        return files.find(id)
                .filter(file -> file.uploadedBy().equals(question.viewer().account())
                        && (file.owner() == null || isOfNoMark(file.owner())))
                .orElseThrow(() -> Problem.badRequest(new Bilingual(
                        "\"files\" 中没有文件 \"" + id + "\"，或不是您上传的；请先上传（POST /uploads）",
                        "\"files\": there is no file \"" + id
                                + "\" that you have sent; upload it first (POST /uploads)")));
    }

    /** Whether it belongs to a mark that is not on record, since what ended the process came in between. */
    private boolean isOfNoMark(DocumentOwner owner) {
        return owner.kind().equals(MarkJson.OWNER)
                && desk.find(owner.id(), null).isEmpty();
    }

    private void attach(StoredDocument file, String id, Question question) {
        DocumentOwner owner = new DocumentOwner(MarkJson.OWNER, id);
        if (owner.equals(file.owner())) {
            return;
        }
        if (files.attach(file.id(), owner, null)) {
            audit.append(question.draft(AuditAction.FILE_ATTACHED)
                    .on("attachment", file.id())
                    .change(null, AttachmentAnswers.record(file, owner)));
        }
    }

    JsonObject withdraw(Question question) {
        question.allow();
        DataMark before = seen.find(question.id());
        DataMark after = refusing(() -> desk.withdraw(
                before.id(), question.viewer().person(), question.viewer().account()));
        record(question, AuditAction.DATA_MARK_WITHDRAWN, before, after, null);
        return whole(after, question);
    }

    JsonObject decide(Question question) {
        question.allow();
        DataMark before = seen.find(question.id());
        RequestBody asked = new RequestBody(question, "accept", "reason");
        if (!(question.body().getValue("accept") instanceof Boolean accept)) {
            throw RequestBody.wrong("accept", "须为 true 或 false", "must be true or false");
        }
        String reason = asked.reason();
        requireUninvolved(before, question);
        DataMark after = refusing(() -> desk.decide(
                before.id(),
                accept,
                reason,
                question.viewer().person(),
                question.viewer().account()));
        record(question, AuditAction.DATA_MARK_DECIDED, before, after, reason);
        return whole(after, question);
    }

    JsonObject revoke(Question question) {
        question.allow();
        DataMark before = seen.find(question.id());
        String reason = new RequestBody(question, "reason").reason();
        requireUninvolved(before, question);
        DataMark after = refusing(() -> desk.revoke(
                before.id(),
                reason,
                question.viewer().person(),
                question.viewer().account()));
        record(question, AuditAction.DATA_MARK_REVOKED, before, after, reason);
        return whole(after, question);
    }

    /** What somebody said of these data once is not his to judge again. */
    private void requireUninvolved(DataMark mark, Question question) {
        Set<String> deciders = objections.decidersAbout(mark.points(), mark.from(), mark.to());
        if (deciders.contains(question.viewer().person())
                || deciders.contains(question.viewer().account())) {
            throw Problem.forbidden(new Bilingual(
                    "您裁定过对该时段数据的异议，不能再审核其标记；请由其他人员审核",
                    "you decided an objection to these data, so their mark is another one's to decide"));
        }
    }

    private JsonObject whole(DataMark mark, Question question) {
        return json.whole(mark, question.viewer(), clock.instant());
    }

    private void record(
            Question question, AuditAction action, @Nullable DataMark before, DataMark after, @Nullable String reason) {
        var draft = question.draft(action)
                .on("mark", after.id())
                .change(before == null ? null : RecordedState.of(recorded(before)), RecordedState.of(recorded(after)));
        audit.append(reason == null ? draft : draft.because(reason));
    }

    private static JsonObject recorded(DataMark m) {
        return new JsonObject()
                .put("enterprise", m.enterpriseId())
                .put("target", m.target().id())
                .put("kind", EnumCode.of(m.kind()))
                .put("from", m.from().toString())
                .put("to", m.to().toString())
                .put("state", EnumCode.of(m.state()))
                .put("effect", EnumCode.of(m.effect()))
                .put("effectTo", m.effectTo() == null ? null : m.effectTo().toString());
    }

    private static <T> T refusing(Supplier<T> act) {
        try {
            return act.get();
        } catch (MarkRefused e) {
            throw switch (e.why()) {
                case MALFORMED -> Problem.badRequest(e.words());
                case NOT_YOURS -> Problem.forbidden(e.words());
                case DECIDED -> Problem.of(409, new Bilingual("已有处理结果", "decided meanwhile"), e.words());
            };
        }
    }

    private static <E extends Enum<E>> E constant(String field, String code, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> EnumCode.of(e).equals(code))
                .findFirst()
                .orElseThrow(() -> {
                    String codes = Arrays.stream(type.getEnumConstants())
                            .map(EnumCode::of)
                            .collect(Collectors.joining(", "));
                    return RequestBody.wrong(
                            field,
                            "的值 \"" + code + "\" 不可用；可用的有 " + codes,
                            "\"" + code + "\" is not allowed; give one of " + codes);
                });
    }
}
