package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.park.document.DocumentMessages;
import io.greenpark.park.document.DocumentResult;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentResult.Refused;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.Refusal;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.document.Upload;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** Uploads of files, over lines that break. One is its sender's: to all others there is no such upload. */
final class UploadAnswers {
    /** A chunk is in memory as a whole, and is lost as a whole where the line breaks. */
    static final int MAX_CHUNK_BYTES = 1 << 20;

    /** Says how much is kept, to whoever asks by HEAD. */
    static final String OFFSET = "Upload-Offset";

    private static final String BINARY = "application/octet-stream";
    private static final String DIGITS = "\\d{1,18}";

    private final DocumentStore store;
    private final AuditLog audit;

    UploadAnswers(DocumentStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    Reply begin(Question question) {
        question.allow();
        RequestBody body = new RequestBody(question, "name", "bytes", "sha256");
        NewUpload upload = new NewUpload(
                body.text("name"),
                body.whole("bytes"),
                body.textOrNull("sha256").orElse(null),
                null,
                question.viewer().account());
        return reply(done(store.begin(upload)));
    }

    Reply one(Question question) {
        question.allow();
        return reply(own(question));
    }

    private static Reply reply(Upload upload) {
        return Reply.upload(AttachmentJson.of(upload), upload.kept());
    }

    Reply append(Question question) {
        question.allow("offset");
        long offset = offset(question);
        String type = Optional.ofNullable(question.contentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith(BINARY)) {
            throw Problem.of(
                    415,
                    new Bilingual("不是文件内容", "no content of a file"),
                    new Bilingual(
                            "此处不接受内容类型 \"" + type + "\"；请发送 " + BINARY,
                            "content type \"" + type + "\" is not taken here; send " + BINARY));
        }
        own(question);
        return reply(done(store.append(question.id(), offset, question.content().getBytes())));
    }

    private static long offset(Question question) {
        Bilingual allowed = new Bilingual("此分块首字节在文件中的位置，从 0 起", "where in the file the chunk begins, from 0");
        String text = question.text("offset").orElseThrow(() -> Parameter.missing("offset", allowed));
        if (!text.matches(DIGITS)) {
            throw Parameter.wrong("offset", text, allowed);
        }
        return Long.parseLong(text);
    }

    JsonObject finish(Question question) {
        question.allow();
        new RequestBody(question);
        Optional<StoredDocument> made = ownMade(question);
        if (made.isEmpty()) {
            own(question);
        }
        StoredDocument document = done(store.finish(question.id()));
        if (made.isEmpty()) {
            audit.append(question.draft(AuditAction.FILE_UPLOADED)
                    .on("attachment", document.id())
                    .change(null, AttachmentAnswers.record(document, null)));
        }
        return AttachmentJson.of(document);
    }

    /** Also of one that is finished and attached to nothing. */
    JsonObject giveUp(Question question) {
        question.allow();
        Optional<StoredDocument> made = ownMade(question).filter(document -> document.owner() == null);
        if (made.isPresent()) {
            store.remove(made.get().id(), question.viewer().account(), "given up");
            audit.append(question.draft(AuditAction.FILE_REMOVED)
                    .on("attachment", made.get().id())
                    .change(AttachmentAnswers.record(made.get(), null), null));
        } else {
            own(question);
            store.giveUp(question.id());
        }
        return new JsonObject().put("id", question.id()).put("removed", true);
    }

    private Upload own(Question question) {
        return store.upload(question.id())
                .filter(upload -> upload.by().equals(question.viewer().account()))
                .orElseThrow(() -> FileRefusals.problem(DocumentMessages.unknownUpload()));
    }

    /** What an upload became already. */
    private Optional<StoredDocument> ownMade(Question question) {
        return store.find(question.id()).filter(document -> document.uploadedBy()
                .equals(question.viewer().account()));
    }

    private static <T> T done(DocumentResult<T> result) {
        if (result instanceof Refused<T> refused) {
            Refusal refusal = refused.refusal();
            throw FileRefusals.problem(refusal);
        }
        return ((Done<T>) result).value();
    }
}
