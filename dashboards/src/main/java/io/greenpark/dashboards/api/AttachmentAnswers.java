package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files attached to what the registry has. Who sees the owner sees its files; a file that has none yet is its sender's, and to all others
 * one that there is not.
 */
final class AttachmentAnswers {
    private final DocumentStore store;
    private final AuditLog audit;
    private final AttachmentOwners owners;
    private final CaseFiles ofCases;
    private final MarkAnswers marks;

    AttachmentAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.store = sources.attachments();
        this.audit = sources.audit();
        this.owners = new AttachmentOwners(sources.documents(), sources.objections(), scope);
        this.marks = new MarkAnswers(sources, scope, clock);
        this.ofCases = new CaseFiles(sources.cases(), sources.handling());
    }

    JsonObject list(Question question) {
        question.allow("kind", "id");
        DocumentOwner owner = owners.seen(required(question, "kind"), required(question, "id"), question.viewer());
        return new JsonObject()
                .put("owner", AttachmentJson.owner(owner))
                .put("attachments", Json.array(store.of(owner), AttachmentJson::of))
                .put("taken", AttachmentJson.taken(store.taken()));
    }

    private static String required(Question question, String name) {
        Bilingual allowed = new Bilingual("所属对象的类别和编号", "the kind and the id of what the files belong to");
        return question.text(name).orElseThrow(() -> Parameter.missing(name, allowed));
    }

    JsonObject one(Question question) {
        question.allow();
        return AttachmentJson.of(find(question));
    }

    /** To be closed by whoever sends it. */
    DocumentContent content(Question question) {
        question.allow();
        return store.open(find(question).id()).orElseThrow(() -> unknown(question.id()));
    }

    private StoredDocument find(Question question) {
        return store.find(question.id())
                .filter(document -> isSeen(document, question))
                .orElseThrow(() -> unknown(question.id()));
    }

    private boolean isSeen(StoredDocument document, Question question) {
        DocumentOwner owner = document.owner();
        if (owner == null) {
            return document.uploadedBy().equals(question.viewer().account());
        }
        if (owner.kind().equals(MarkJson.OWNER)) {
            return marks.shows(owner, question.viewer());
        }
        return CaseFiles.isOfCase(owner)
                ? ofCases.shows(document, owner, question.viewer())
                : owners.shows(owner, question.viewer());
    }

    private static Problem unknown(String id) {
        return Problem.notFound(new Bilingual(
                "没有附件 \"" + id + "\"，或已移除；各对象的附件见 /api/v1/attachments",
                "there is no attachment \"" + id
                        + "\", or it was removed; /api/v1/attachments lists those of a thing"));
    }

    JsonObject attach(Question question) {
        question.allow();
        RequestBody body = new RequestBody(question, "kind", "id", "about");
        DocumentOwner owner = owners.changeable(body.text("kind"), body.text("id"), question.viewer());
        @Nullable
        Instant about = body.textOrNull("about")
                .map(text -> Dates.instant("about", text, Json.PLATFORM_ZONE))
                .orElse(null);
        StoredDocument document = find(question);
        // Asked again, since the answer was lost, it is not on record twice.
        if (document.owner() != null && document.owner().equals(owner)) {
            return AttachmentJson.of(document);
        }
        if (!store.attach(document.id(), owner, about)) {
            throw attachedAlready();
        }
        audit.append(question.draft(AuditAction.FILE_ATTACHED)
                .on("attachment", document.id())
                .change(null, record(document, owner)));
        return AttachmentJson.of(find(question));
    }

    private static Problem attachedAlready() {
        return Problem.of(
                409,
                new Bilingual("已有归属", "attached already"),
                new Bilingual(
                        "该文件已属于其他对象，不能再次归属；请重新上传",
                        "the file belongs to something else already; upload it again for this"));
    }

    JsonObject remove(Question question) {
        question.allow();
        String reason = new RequestBody(question, "reason").reason();
        StoredDocument document = find(question);
        DocumentOwner owner = document.owner();
        if (owner != null) {
            CaseFiles.requireNoneOfCase(owner);
            requireNoneOfMark(owner);
            owners.requireRemovable(owner);
        }
        if (store.remove(document.id(), question.viewer().account(), reason)) {
            audit.append(question.draft(AuditAction.FILE_REMOVED)
                    .on("attachment", document.id())
                    .change(record(document, owner), null)
                    .because(reason));
        }
        return new JsonObject().put("id", document.id()).put("removed", true);
    }

    private static void requireNoneOfMark(DocumentOwner owner) {
        if (owner.kind().equals(MarkJson.OWNER)) {
            throw Problem.forbidden(new Bilingual(
                    "该文件是数据标记的凭证，不能移除；未审核的标记可以撤回",
                    "the file shows what a mark of data says, and stays; a mark that is not decided can be withdrawn"));
        }
    }

    /** What is on record of a file. */
    static ObjectNode record(StoredDocument document, @Nullable DocumentOwner owner) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", document.name())
                .put("sha256", document.sha256())
                .put(
                        "owner",
                        Optional.ofNullable(owner).map(DocumentOwner::toString).orElse(null));
    }
}
