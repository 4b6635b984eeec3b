package io.greenpark.dashboards.console;

import io.greenpark.dashboards.api.ErrorAnswers;
import io.greenpark.dashboards.api.Problem;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.operations.status.Operations;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page that Prometheus scrapes, for callers that {@code http.metrics} allows. */
final class MetricsPage {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final Logger LOG = LoggerFactory.getLogger(MetricsPage.class);

    private final Operations operations;
    private final Access access;
    private final HttpConfig.MetricsAccess allowed;
    private final WorkerExecutor workers;

    MetricsPage(Operations operations, Access access, HttpConfig.MetricsAccess allowed, WorkerExecutor workers) {
        this.operations = operations;
        this.access = access;
        this.allowed = allowed;
        this.workers = workers;
    }

    void serve(RoutingContext ctx) {
        switch (allowed) {
            case OFF -> refuse(ctx, 404, "metrics are switched off; set http.metrics to token or loopback");
            case LOOPBACK -> {
                if (Access.namesThisMachine(ctx)) {
                    send(ctx);
                } else {
                    refuse(ctx, 403, "metrics are for this machine; ask for http://localhost");
                }
            }
            case TOKEN -> {
                String crossSite = access.crossSite(ctx);
                if (crossSite != null) {
                    refuse(ctx, 403, crossSite);
                } else if (Caller.of(ctx) == null) {
                    refuse(
                            ctx,
                            401,
                            "metrics need a token; send the header \"Authorization: Bearer\" with the content of"
                                    + " credentials/api-token, or set http.metrics to loopback");
                } else {
                    send(ctx);
                }
            }
        }
    }

    private void send(RoutingContext ctx) {
        workers.<String>executeBlocking(operations::metrics, false)
                .onSuccess(text -> ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, TEXT)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(text))
                .onFailure(failure -> {
                    LOG.error("metrics could not be made", failure);
                    refuse(ctx, 500, "metrics could not be made; the server's log says why");
                });
    }

    private static void refuse(RoutingContext ctx, int status, String reason) {
        ErrorAnswers.refuse(ctx.response(), Problem.of(status, status == 401 ? "not signed in" : "refused", reason));
    }
}
