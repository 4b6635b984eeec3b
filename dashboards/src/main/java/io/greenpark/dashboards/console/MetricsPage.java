package io.greenpark.dashboards.console;

import io.greenpark.dashboards.api.ErrorAnswers;
import io.greenpark.dashboards.api.Problem;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.operations.status.Operations;
import io.greenpark.park.text.Bilingual;
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
            case OFF ->
                refuse(
                        ctx,
                        404,
                        new Bilingual(
                                "指标页已关闭；请将 http.metrics 设为 token 或 loopback",
                                "metrics are switched off; set http.metrics to token or loopback"));
            case LOOPBACK -> {
                if (Access.namesThisMachine(ctx)) {
                    send(ctx);
                } else {
                    refuse(
                            ctx,
                            403,
                            new Bilingual(
                                    "指标页只供本机读取；请访问 http://localhost",
                                    "metrics are for this machine; ask for http://localhost"));
                }
            }
            case TOKEN -> {
                Bilingual crossSite = access.crossSite(ctx);
                if (crossSite != null) {
                    refuse(ctx, 403, crossSite);
                } else if (Caller.of(ctx) == null) {
                    refuse(
                            ctx,
                            401,
                            new Bilingual(
                                    "读取指标需要令牌；请发送请求头 \"Authorization: Bearer\"，其值为 credentials/api-token 的内容，或将"
                                            + " http.metrics 设为 loopback",
                                    "metrics need a token; send the header \"Authorization: Bearer\" with the content of"
                                            + " credentials/api-token, or set http.metrics to loopback"));
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
                    refuse(
                            ctx,
                            500,
                            new Bilingual("未能生成指标，原因见服务器日志", "metrics could not be made; the server's log says why"));
                });
    }

    private static void refuse(RoutingContext ctx, int status, Bilingual reason) {
        Bilingual title = status == 401 ? Problem.NOT_SIGNED_IN : Problem.REFUSED;
        ErrorAnswers.refuse(ctx.request(), Problem.of(status, title, reason));
    }
}
