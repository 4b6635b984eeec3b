package io.greenpark.dashboards.api;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** A pack that is open to be sent. */
record PackSender(InputStream stream, long bytes, String name) {
    static PackSender open(PackAnswers.PackFile file) throws IOException {
        return new PackSender(Files.newInputStream(file.path()), Files.size(file.path()), file.name());
    }

    void send(RoutingContext ctx, WorkerExecutor workers, Vertx vertx) {
        if (!ctx.response().closed() && !ctx.response().ended()) {
            ctx.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/zip")
                    .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    // It is packed already.
                    .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        ContentSender.send(ctx, stream, bytes, name, workers, vertx);
    }
}
