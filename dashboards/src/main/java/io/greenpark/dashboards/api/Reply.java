package io.greenpark.dashboards.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An answer with its status, as it goes over the wire.
 *
 * @param fileName what a browser is to keep it as; null for what is shown
 * @param change number of a change of the registry that the answer shows, told as its entity tag; null for none
 * @param offset how much of an upload is kept, told in the header, too; null for what is none
 */
record Reply(
        int status,
        Buffer body,
        String contentType,
        @Nullable String fileName,
        @Nullable Long change,
        @Nullable Long offset) {
    private static final String JSON = "application/json";

    /** An answer to a request that was carried out. */
    static Reply ok(JsonObject body) {
        return of(200, body, null);
    }

    /** An answer in JSON. */
    static Reply of(int status, JsonObject body, @Nullable Long change) {
        return new Reply(status, body.toBuffer(), JSON, null, change, null);
    }

    /** How far an upload is. */
    static Reply upload(JsonObject body, long offset) {
        return new Reply(200, body.toBuffer(), JSON, null, null, offset);
    }

    /** A file to be kept. */
    static Reply file(byte[] content, String contentType, String fileName) {
        return new Reply(200, Buffer.buffer(content), contentType, fileName, null, null);
    }

    /** The entity tag: the number in quotation marks. */
    @Nullable
    String entityTag() {
        return change == null ? null : "\"" + change + "\"";
    }

    /** The header that names the file (RFC 6266); null where there is none. */
    @Nullable
    String disposition() {
        return fileName == null ? null : "attachment; filename=\"" + fileName + "\"";
    }
}
