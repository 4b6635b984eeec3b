package io.greenpark.lab.load;

import org.jspecify.annotations.Nullable;

/**
 * Who sends, and what to.
 *
 * @param userName null for a server that asks for none
 */
public record LoadClient(
        String clientId,
        String topic,
        @Nullable String userName,
        @Nullable String password) {
    /** A device that signs in with a password, and sends to its topic. */
    public static LoadClient device(String id, @Nullable String password) {
        return new LoadClient(id, "greenpark/" + id + "/telemetry", password == null ? null : id, password);
    }
}
