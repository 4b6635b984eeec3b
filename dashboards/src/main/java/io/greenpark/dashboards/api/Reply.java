package io.greenpark.dashboards.api;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An answer with its status.
 *
 * @param change number of a change of the registry that the answer shows, told as its entity tag; null for none
 */
record Reply(int status, JsonObject body, @Nullable Long change) {
    /** An answer to a request that was carried out. */
    static Reply ok(JsonObject body) {
        return new Reply(200, body, null);
    }

    /** The entity tag: the number in quotation marks. */
    @Nullable
    String entityTag() {
        return change == null ? null : "\"" + change + "\"";
    }
}
