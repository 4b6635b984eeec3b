package io.greenpark.dashboards.api;

import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentStore.Taken;
import io.greenpark.park.document.FileKind;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.document.Upload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/** How files, and uploads of them, are written in answers. */
final class AttachmentJson {
    private AttachmentJson() {}

    static JsonObject of(StoredDocument document) {
        DocumentOwner owner = document.owner();
        FileKind kind = document.type().kind();
        return new JsonObject()
                .put("id", document.id())
                .put("name", document.name())
                .put("kind", kind.code())
                .put("mediaType", document.type().mediaType())
                .put("shown", kind.inline())
                .put("bytes", document.bytes())
                .put("sha256", document.sha256())
                .put("owner", owner == null ? null : owner(owner))
                .put("about", Json.time(document.about(), Json.PLATFORM_ZONE))
                .put("uploadedAt", Json.time(document.uploadedAt(), Json.PLATFORM_ZONE))
                .put("uploadedBy", document.uploadedBy())
                .put("capturedAt", document.capturedAt() == null ? null : Objects.toString(document.capturedAt()));
    }

    static JsonObject owner(DocumentOwner owner) {
        return new JsonObject().put("kind", owner.kind()).put("id", owner.id());
    }

    static JsonObject of(Upload upload) {
        return new JsonObject()
                .put("id", upload.id())
                .put("name", upload.name())
                .put("bytes", upload.bytes())
                .put("kept", upload.kept())
                .put("begunAt", Json.time(upload.begunAt(), Json.PLATFORM_ZONE));
    }

    static JsonObject taken(Taken taken) {
        List<FileKind> kinds = taken.kinds().stream().sorted().toList();
        JsonArray all = new JsonArray();
        for (FileKind kind : kinds) {
            all.add(new JsonObject().put("kind", kind.code()).put("mediaType", kind.mediaType()));
        }
        return new JsonObject()
                .put("mostBytes", taken.mostBytes())
                .put("mostChunkBytes", UploadAnswers.MAX_CHUNK_BYTES)
                .put("kinds", all);
    }
}
