package io.greenpark.sim.client;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A message on its way and who waits for its acknowledgement. */
final class Outbound {
    final String path;
    final byte[] payload;
    final CompletableFuture<Void> done = new CompletableFuture<>();

    Outbound(String path, String json) {
        this.path = path;
        this.payload = json.getBytes(StandardCharsets.UTF_8);
    }
}
