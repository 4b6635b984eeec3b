package io.greenpark.dashboards.console;

import io.greenpark.config.tls.LiveIdentity;
import io.greenpark.config.tls.PemFiles;
import io.greenpark.dashboards.api.Api;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.source.ConsoleSources;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Console and API on one HTTP port. Blocking work runs on a worker pool of its own, so that a long report never delays a
 * door.
 */
public final class Console {
    private static final int WORKERS = 4;
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    private final Vertx vertx;
    private final HttpConfig config;
    private final Api api;
    private final Access access;
    private final MetricsPage metrics;
    private final @Nullable LiveIdentity identity;
    private final WorkerExecutor workers;
    private final WebFiles files = new WebFiles();
    private @Nullable HttpServer server;

    private Console(Vertx vertx, HttpConfig config, ConsoleSources sources, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.workers = vertx.createSharedWorkerExecutor("console", WORKERS);
        this.access = new Access(vertx, sources.credentials(), config.signIn(), config.tls(), clock);
        this.api = new Api(vertx, sources, access, workers, clock);
        this.metrics = new MetricsPage(sources.operations(), access, config.metrics(), workers);
        PemFiles certificate = config.certificateFiles();
        this.identity = certificate == null ? null : LiveIdentity.open(certificate, clock);
    }

    /**
     * A console that does not listen yet.
     *
     * @throws io.greenpark.config.tls.TlsException if there is a certificate and it cannot be used
     */
    public static Console create(Vertx vertx, HttpConfig config, ConsoleSources sources, Clock clock) {
        return new Console(vertx, config, sources, clock);
    }

    /** Opens the port; completes with its number. A taken port fails with a sentence that names the setting. */
    public Future<Integer> start() {
        return listen(api.router()).map(HttpServer::actualPort);
    }

    /** The certificate it shows; null without TLS. */
    public @Nullable LiveIdentity identity() {
        return identity;
    }

    /** Closes the port and ends running work. */
    public Future<Void> close() {
        Future<Void> closed = server == null ? Future.succeededFuture() : server.close();
        return closed.eventually(workers::close);
    }

    private Future<HttpServer> listen(Router apiRouter) {
        Router router = Router.router(vertx);
        router.route().handler(Console::addSecurityHeaders);
        router.route("/api/v1/*").handler(access::authenticate).subRouter(apiRouter);
        router.get("/metrics").handler(access::authenticate).handler(metrics::serve);
        router.get("/api/openapi.yaml").handler(this::serveContract);
        router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(files::serve);
        server = vertx.createHttpServer(options()).requestHandler(router);
        return server.listen(config.port(), config.host()).recover(this::explain);
    }

    private HttpServerOptions options() {
        HttpServerOptions options =
                new HttpServerOptions().setCompressionSupported(true).setIdleTimeout(120);
        if (identity != null) {
            options.setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(identity.keyManager()));
        }
        return options;
    }

    private Future<HttpServer> explain(Throwable cause) {
        if (cause instanceof BindException) {
            return Future.failedFuture(new IOException(
                    "http.port: \"" + config.port() + "\" on " + config.host() + " cannot be opened ("
                            + cause.getMessage() + "); stop what listens there or choose another port, e.g. --set"
                            + " http.port=" + (config.port() == 8081 ? 8082 : 8081),
                    cause));
        }
        return Future.failedFuture(cause);
    }

    private static void addSecurityHeaders(RoutingContext ctx) {
        ctx.response()
                .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        ctx.next();
    }

    private void serveContract(RoutingContext ctx) {
        Buffer text = vertx.fileSystem().readFileBlocking(Api.CONTRACT);
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml")
                .end(text.toString().replace("http://localhost:8080", config.publicUrl()));
    }
}
