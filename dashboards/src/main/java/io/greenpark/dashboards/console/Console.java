package io.greenpark.dashboards.console;

import io.greenpark.config.tls.LiveIdentity;
import io.greenpark.dashboards.api.Api;
import io.greenpark.dashboards.api.ErrorAnswers;
import io.greenpark.dashboards.api.Problem;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.OutsideVisits;
import io.greenpark.dashboards.console.HttpConfig.Https;
import io.greenpark.dashboards.door.ConnectionGate;
import io.greenpark.dashboards.door.GatedTransport;
import io.greenpark.dashboards.event.Events;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.operations.status.HttpTraffic;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Console and API on one HTTP port, with event loops of its own: what happens at this port delays no device. Blocking work runs on
 * a worker pool, so that a long report delays no other request.
 */
public final class Console {
    private static final int WORKERS = 4;
    private static final long LATE_EVERY_MS = 250;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Vertx vertx;
    private final HttpConfig config;
    private final ConnectionGate gate;
    private final Api api;
    private final Access access;
    private final Events events;
    private final MetricsPage metrics;
    private final @Nullable LiveIdentity identity;
    private final WorkerExecutor workers;
    private final WebFiles files = WebFiles.open();

    private Console(HttpConfig config, ConsoleSources sources, Function<Scope, ConsoleSources> seen, Clock clock) {
        this.config = config;
        Https https = config.https();
        this.identity = https == null ? null : LiveIdentity.open(https.certificate(), clock);
        this.gate = ConnectionGate.create(config.connections(), config.proxies()::has, clock);
        this.vertx = GatedTransport.vertx(gate, clock, config.tls(), config.statedUrl());
        this.workers = vertx.createSharedWorkerExecutor("console", WORKERS);
        Access.Rules rules = new Access.Rules(
                config.signIn(), config.tls(), config.proxies(), gate.counts().most(), config.publicUrl());
        this.access = new Access(vertx, sources.identities(), sources.audit(), sources.books(), rules, clock);
        this.events = new Events(vertx, workers, sources, gate.counts().most());
        this.api = new Api(vertx, sources, seen, access, workers, events, clock);
        this.metrics = new MetricsPage(sources.operations(), access, config.metrics(), workers);
    }

    /**
     * A console that does not listen yet.
     *
     * @throws io.greenpark.config.tls.TlsException if there is a certificate and it cannot be used
     */
    public static Console create(HttpConfig config, ConsoleSources sources, Clock clock) {
        return create(config, sources, sources::within, clock);
    }

    /** The same where what somebody is answered from who sees a scope is made otherwise: for tests that plant a leak. */
    public static Console create(
            HttpConfig config, ConsoleSources sources, Function<Scope, ConsoleSources> seen, Clock clock) {
        return new Console(config, sources, seen, clock);
    }

    /** Opens the port; completes with its number. A taken port fails with a sentence that names the setting. */
    public Future<Integer> start() {
        vertx.setPeriodic(LATE_EVERY_MS, timer -> gate.cutLate());
        access.start();
        events.start();
        return listen(api.router()).map(HttpServer::actualPort);
    }

    /** The certificate it shows; null without TLS. */
    public @Nullable LiveIdentity identity() {
        return identity;
    }

    /** What has come in here. */
    public HttpTraffic traffic() {
        return new HttpTraffic(gate.counts(), access.signIns());
    }

    /** Closes the port and ends running work. */
    public Future<Void> close() {
        return vertx.close();
    }

    private Future<HttpServer> listen(Router apiRouter) {
        Router router = Router.router(vertx);
        router.route("/api/v1/*").handler(access::authenticate).subRouter(apiRouter);
        router.route("/metrics")
                .handler(Console::readingOnly)
                .handler(access::authenticate)
                .handler(metrics::serve);
        new ContractFiles(config.publicUrl()).addTo(router);
        OutsideVisits outside = access.outside();
        if (outside != null) {
            outside.addTo(router);
        }
        router.route().handler(files::serve);
        router.route().last().handler(Console::refuseUnknown);
        router.route().failureHandler(ErrorAnswers::failed);
        Duration strictFor =
                config.https() == null ? Duration.ZERO : config.https().strictFor();
        RequestEntrance entrance = new RequestEntrance(new SecurityHeaders(strictFor), gate, router);
        HttpServer server = vertx.createHttpServer(options())
                .connectionHandler(gate::watch)
                .requestHandler(entrance::accept)
                .invalidRequestHandler(entrance::refuseUnparsed);
        return server.listen(config.port(), config.host()).recover(this::explain);
    }

    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setCompressionSupported(true)
                .setHttp2ClearTextEnabled(false)
                .setSslHandshakeTimeout(config.connections().headTimeout().toSeconds());
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

    static void readingOnly(RoutingContext ctx) {
        if (READING.contains(ctx.request().method())) {
            ctx.next();
        } else {
            ErrorAnswers.notAllowed(ctx.request(), READING);
        }
    }

    private static void refuseUnknown(RoutingContext ctx) {
        String path = ctx.request().path();
        throw Problem.notFound(new Bilingual(
                "此处没有 \"" + path + "\"；控制台从 / 进入，接口说明见 /api/openapi.yaml",
                "there is no \"" + path
                        + "\" here; the console begins at /, the API is described in /api/openapi.yaml"));
    }
}
