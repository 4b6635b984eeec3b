package io.greenpark.dashboards.api;

import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.document.ServingHeaders;
import io.greenpark.park.document.StoredDocument;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the content of a file piece by piece, as fast as it is taken in, so that a large one is never in memory as a whole. Event loop
 * only, but for reading.
 */
final class ContentSender {
    private static final Logger LOG = LoggerFactory.getLogger(ContentSender.class);
    private static final int PIECE = 1 << 17;

    /** Whoever takes nothing in for so long has gone: the gate holds no clock against an answer that is under way. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final HttpServerResponse response;
    private final InputStream stream;
    private final String named;
    private final WorkerExecutor workers;
    private final Vertx vertx;

    private ContentSender(
            HttpServerResponse response, InputStream stream, String named, WorkerExecutor workers, Vertx vertx) {
        this.response = response;
        this.stream = stream;
        this.named = named;
        this.workers = workers;
        this.vertx = vertx;
    }

    /** Answers with a content, and closes it. */
    static void send(RoutingContext ctx, DocumentContent content, WorkerExecutor workers, Vertx vertx) {
        HttpServerResponse response = ctx.response();
        StoredDocument document = content.document();
        ContentSender sender = new ContentSender(response, content.stream(), document.sha256(), workers, vertx);
        if (response.closed() || response.ended()) {
            sender.close();
            return;
        }
        String tag = '"' + document.sha256() + '"';
        describe(response, document, tag);
        if (IfNoneMatch.holds(ctx.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), tag)) {
            sender.close();
            response.setStatusCode(304).end();
        } else {
            sender.begin(ctx, document.bytes());
        }
    }

    /** Answers with bytes whose headers are set but for how many they are, and closes them. */
    static void send(
            RoutingContext ctx, InputStream stream, long bytes, String named, WorkerExecutor workers, Vertx vertx) {
        ContentSender sender = new ContentSender(ctx.response(), stream, named, workers, vertx);
        if (ctx.response().closed() || ctx.response().ended()) {
            sender.close();
        } else {
            sender.begin(ctx, bytes);
        }
    }

    private void begin(RoutingContext ctx, long bytes) {
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes));
        if (ctx.request().method().equals(HttpMethod.HEAD)) {
            close();
            response.end();
        } else {
            response.closeHandler(gone -> close());
            next();
        }
    }

    private static void describe(HttpServerResponse response, StoredDocument document, String tag) {
        ServingHeaders.of(document).byName().forEach(response::putHeader);
        response.putHeader(HttpHeaders.ETAG, tag)
                // Asked about each time: a file may be removed, and a desk may have another user next.
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                // Photos and PDFs are packed already.
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
    }

    private void next() {
        workers.executeBlocking(() -> stream.readNBytes(PIECE), false)
                .onSuccess(this::write)
                .onFailure(this::fail);
    }

    private void write(byte[] piece) {
        if (response.closed()) {
            return;
        }
        if (piece.length == 0) {
            close();
            response.end();
            return;
        }
        response.write(Buffer.buffer(piece));
        if (!response.writeQueueFull()) {
            next();
            return;
        }
        long timer = vertx.setTimer(LONGEST_PAUSE.toMillis(), late -> response.reset());
        response.drainHandler(taken -> {
            vertx.cancelTimer(timer);
            response.drainHandler(null);
            next();
        });
    }

    /** What was sent cannot be taken back, so that the connection ends before the length that was told. */
    private void fail(Throwable cause) {
        close();
        if (!response.closed()) {
            LOG.error("documents: \"{}\" cannot be read", named, cause);
            response.reset();
        }
    }

    private void close() {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.warn("documents: \"{}\" cannot be closed", named, e);
        }
    }
}
