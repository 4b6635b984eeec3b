package io.greenpark.dashboards.api;

import io.greenpark.dashboards.auth.Caller;
import io.greenpark.operations.status.Operations;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.TroubleKind;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two probes: 200 or 503, so that a supervisor needs the status only. Strangers learn the kinds of trouble, known
 * callers the details too.
 */
final class HealthProbes {
    /** A probe that waits longer than this is answered as not ready. */
    private static final long TIMEOUT_S = 5;

    private static final Logger LOG = LoggerFactory.getLogger(HealthProbes.class);

    private final Operations operations;
    private final WorkerExecutor workers;

    HealthProbes(Operations operations, WorkerExecutor workers) {
        this.operations = operations;
        this.workers = workers;
    }

    /** Whether the process is alive. Answered on the event loop: busy workers must not look like a dead process. */
    void live(RoutingContext ctx) {
        send(ctx, "live", "stuck", operations.stuck());
    }

    /** Whether messages can be taken in and kept, and the console answer. */
    void ready(RoutingContext ctx) {
        workers.<List<Trouble>>executeBlocking(operations::notReady, false)
                .timeout(TIMEOUT_S, TimeUnit.SECONDS)
                .recover(failure -> {
                    LOG.warn("readiness could not be told: {}", failure.toString());
                    return Future.succeededFuture(List.of(new Trouble(
                            TroubleKind.LOG_NOT_WRITABLE,
                            "the stores did not answer within " + TIMEOUT_S + " s (" + failure.getMessage()
                                    + "); see the log of the process")));
                })
                .onSuccess(troubles -> send(ctx, "ready", "not-ready", troubles))
                .onFailure(ctx::fail);
    }

    private static void send(RoutingContext ctx, String okStatus, String failedStatus, List<Trouble> troubles) {
        boolean known = Caller.of(ctx) != null;
        JsonObject body = new JsonObject()
                .put("status", troubles.isEmpty() ? okStatus : failedStatus)
                .put("reasons", Json.array(troubles, t -> trouble(t, known)));
        Api.send(ctx, troubles.isEmpty() ? 200 : 503, body.toBuffer());
    }

    /** A trouble in both languages; its detail is for known callers. */
    static JsonObject trouble(Trouble trouble, boolean known) {
        JsonObject json = new JsonObject()
                .put("code", trouble.kind().code())
                .put(
                        "text",
                        Json.name(new Bilingual(
                                trouble.kind().chinese(), trouble.kind().english())));
        return known ? json.put("detail", trouble.detail()) : json;
    }
}
