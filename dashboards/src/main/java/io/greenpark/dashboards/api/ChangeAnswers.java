package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Fate;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.park.registry.RegistryEdits.Review;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Change;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.edit.Undo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of the registry: making them, and what was changed, by whom and why. */
final class ChangeAnswers {
    private static final int WAITING = 202;
    private static final int CONFLICT = 412;
    private static final int REFUSED = 422;

    private final AuditLog audit;
    private final RegistryEdits edits;
    private final RegistryHistory history;
    private final ShownDocuments shown;
    private final RegistrySource registry;
    private final Clock clock;

    ChangeAnswers(RegistryDocuments documents, AuditLog audit, Clock clock) {
        this.clock = clock;
        this.audit = audit;
        this.registry = documents.whole();
        this.edits = documents.edits();
        this.history = documents.history();
        this.shown = new ShownDocuments(documents.whole(), history);
    }

    Reply submit(Question question) {
        question.allow("dryRun");
        EditRequest asked = ChangeRequest.of(question, history.newest());
        return carryOut(question, asked);
    }

    /** Takes a change back by a new one, where none of its documents changed since. */
    Reply undo(Question question) {
        question.allow("dryRun");
        RequestBody body = new RequestBody(question, "reason", "emergency");
        Change change = change(question.path().getOrDefault("number", ""));
        if (history.versionsOf(change.number(), null, ChangeRequest.MAX_EDITS + 1)
                        .size()
                > ChangeRequest.MAX_EDITS) {
            throw Problem.badRequest(new Bilingual(
                    "该变更涉及的内容超过 " + ChangeRequest.MAX_EDITS + " 项，不能一次撤销；请用表格或文件恢复",
                    "the change touched more than " + ChangeRequest.MAX_EDITS
                            + " documents and cannot be undone at once; put them back by a spreadsheet or files"));
        }
        List<Edit> back = Undo.of(history, change.number(), clock.instant());
        return carryOut(
                question, ChangeRequest.by(question, body.reason(), back, change.number(), body.flag("emergency")));
    }

    /** Submits edits, puts on record what came of it, and tells it. */
    Reply carryOut(Question question, EditRequest asked) {
        return reply(asked, result(question, asked));
    }

    /** What came of edits by whoever asks, which is on record. */
    EditResult result(Question question, EditRequest asked) {
        SentMasks masks = SentMasks.of(asked, history, registry.current());
        EditResult result = masks.applyTo(edits.submit(masks.request()));
        record(question, asked, result);
        return result;
    }

    /** The answer to edits. */
    Reply reply(EditRequest asked, EditResult result) {
        return Reply.of(status(result), json(asked, result), result.number());
    }

    /** Number of the newest change there is. */
    long newest() {
        return history.newest();
    }

    private void record(Question question, EditRequest asked, EditResult result) {
        Long request = result.review().request();
        if (request != null) {
            audit.append(question.draft(AuditAction.REVIEW_REQUESTED)
                    .on("review", request.toString())
                    .because(asked.reason()));
        }
        if (result.applied() && changesAnything(result)) {
            audit.append(question.draft(AuditAction.REGISTRY_CHANGED)
                    .on("registry-change", String.valueOf(result.number()))
                    .because(asked.reason()));
        }
    }

    /** What is asked for may be so already. */
    static boolean changesAnything(EditResult result) {
        return result.fates().stream().anyMatch(fate -> fate.outcome() != Outcome.UNCHANGED);
    }

    /** Of what came of edits. */
    static int status(EditResult result) {
        if (result.accepted()) {
            return result.review().request() != null && !result.applied() ? WAITING : 200;
        }
        return result.fates().stream().anyMatch(f -> f.outcome() == Outcome.CONFLICT) ? CONFLICT : REFUSED;
    }

    /** What came of edits. */
    JsonObject json(EditRequest asked, EditResult result) {
        JsonArray rows = new JsonArray();
        for (int i = 0; i < result.fates().size(); i++) {
            rows.add(fate(asked.edits().get(i), result.fates().get(i)));
        }
        return new JsonObject()
                .put("change", result.number())
                .put("applied", result.applied())
                .put("dryRun", asked.dryRun())
                .put("review", review(result.review()))
                .put("edits", rows)
                .put("others", Json.array(result.others(), this::other));
    }

    /** What a second person has to review, and by which request. */
    static JsonObject review(Review review) {
        return new JsonObject().put("matters", codes(review.matters())).put("request", review.request());
    }

    /** What is reviewed, in one order. */
    static JsonArray codes(Set<ReviewedMatter> matters) {
        return Json.array(matters.stream().sorted().toList(), EnumCode::of);
    }

    private JsonObject fate(Edit edit, Fate fate) {
        JsonObject json = keyJson(fate.key())
                .put("outcome", fate.outcome().name())
                .put("fields", new JsonArray(List.copyOf(fate.fields())))
                .put("faults", Json.array(fate.faults(), f -> shown.fault(f, edit.json())));
        return shown.putBeforeAndAfter(json, fate.key(), fate.before(), fate.after());
    }

    private JsonObject other(DocumentFault fault) {
        return keyJson(fault.key()).mergeIn(shown.fault(fault, null));
    }

    static JsonObject keyJson(DocumentKey key) {
        return new JsonObject().put("kind", key.kind().code()).put("id", key.id());
    }

    JsonObject list(Question question) {
        question.allow("before", "limit");
        int limit = question.integer("limit", DocumentAnswers.PAGE, 1, DocumentAnswers.MAX_PAGE);
        List<Change> found = history.changesBelow(question.number("before", Long.MAX_VALUE), limit + 1);
        List<Change> page = found.subList(0, Math.min(limit, found.size()));
        return new JsonObject()
                .put("changes", Json.array(page, DocumentAnswers::changeJson))
                .put("next", found.size() > limit ? page.get(limit - 1).number() : null);
    }

    JsonObject one(Question question) {
        question.allow("after", "limit");
        Change change = change(question.path().getOrDefault("number", ""));
        int limit = question.integer("limit", DocumentAnswers.PAGE, 1, DocumentAnswers.MAX_PAGE);
        DocumentKey after = question.text("after").map(ChangeAnswers::afterKey).orElse(null);
        List<Version> found = history.versionsOf(change.number(), after, limit + 1);
        List<Version> page = found.subList(0, Math.min(limit, found.size()));
        return DocumentAnswers.changeJson(change)
                .put("documents", Json.array(page, this::document))
                .put("next", found.size() > limit ? next(page.get(limit - 1).key()) : null);
    }

    private Change change(String text) {
        Optional<Change> change = text.matches("\\d{1,18}") ? history.change(Long.parseLong(text)) : Optional.empty();
        return change.orElseThrow(() -> noChange(text, history.newest()));
    }

    private static Problem noChange(String text, long newest) {
        return Problem.notFound(new Bilingual(
                "没有变更 \"" + text + "\"；最新的是 " + newest + "，全部见 /api/v1/registry/changes",
                "there is no change \"" + text + "\"; the newest is " + newest
                        + ", /api/v1/registry/changes lists them"));
    }

    private JsonObject document(Version version) {
        @Nullable
        Version earlier = history.asOf(version.change() - 1, version.key()).orElse(null);
        return shown.put(shown.putWhatChanged(keyJson(version.key()), version, earlier), version);
    }

    private static String next(DocumentKey key) {
        return key.kind().code() + ":" + key.id();
    }

    private static DocumentKey afterKey(String text) {
        int colon = text.indexOf(':');
        Optional<DocumentKind> kind = DocumentKind.ofCode(colon < 0 ? text : text.substring(0, colon));
        return new DocumentKey(
                kind.orElseThrow(() -> Parameter.wrong(
                        "after",
                        text,
                        new Bilingual(
                                "上一页的 \"next\"，即类别和编号，如 limit:l-1",
                                "\"next\" of the page before, a kind and an id such as limit:l-1"))),
                text.substring(colon + 1));
    }
}
