package io.greenpark.dashboards.api;

import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.ConsoleSources;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;

/**
 * The routes of the API, one per operation of the contract. Requests arrive on the event loop; everything that asks the
 * books runs on the worker executor, JSON writing included.
 */
public final class Api {
    /** Where the contract lies on the class path. */
    public static final String CONTRACT = "io/greenpark/dashboards/openapi.yaml";

    private final Vertx vertx;
    private final ConsoleSources sources;
    private final Access access;
    private final WorkerExecutor workers;
    private final Clock clock;

    /** Answers one operation; runs on a worker thread, may block, may throw {@link Problem}. */
    @FunctionalInterface
    interface Answer {
        JsonObject to(Question question);
    }

    /** @param workers where blocking work runs */
    public Api(Vertx vertx, ConsoleSources sources, Access access, WorkerExecutor workers, Clock clock) {
        this.vertx = vertx;
        this.sources = sources;
        this.access = access;
        this.workers = workers;
        this.clock = clock;
    }

    /** The router of everything below {@code /api/v1}. */
    public Router router() {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(ErrorAnswers.MAX_BODY_BYTES));
        routeForAnyone(router);
        routeRegistry(router);
        routeFigures(router);
        routeOperations(router);
        router.route().last().handler(ErrorAnswers::notInContract);
        router.route().failureHandler(ErrorAnswers::failed);
        return router;
    }

    private void routeForAnyone(Router router) {
        HealthProbes probes = new HealthProbes(sources.operations(), workers);
        SessionAnswers session = new SessionAnswers(access, sources.inbox() != null);
        forAnyone(router.get("/health")).handler(answer(new HealthAnswer(sources.operations(), clock)));
        forAnyone(router.get("/health/live")).handler(probes::live);
        forAnyone(router.get("/health/ready")).handler(probes::ready);
        forAnyone(router.get("/session")).handler(session::show);
        forAnyone(router.post("/session")).handler(session::signIn);
        forAnyone(router.delete("/session")).handler(session::signOut);
    }

    private void routeRegistry(Router router) {
        EnterpriseAnswers enterprises =
                new EnterpriseAnswers(sources.registry(), new SubjectOverview(sources, clock), clock);
        forCallers(router.get("/parks")).handler(answer(enterprises::parks));
        forCallers(router.get("/parks/:id")).handler(answer(enterprises::park));
        forCallers(router.get("/enterprises")).handler(answer(enterprises::enterprises));
        forCallers(router.get("/enterprises/:id")).handler(answer(enterprises::enterprise));
        forCallers(router.get("/outlets/:id")).handler(answer(enterprises::outlet));
    }

    private void routeFigures(Router router) {
        EnergyAnswers energy = new EnergyAnswers(sources.registry(), sources.energy());
        IntensityAnswers intensity = new IntensityAnswers(sources.registry(), sources.intensity());
        forCallers(router.get("/enterprises/:id/energy")).handler(answer(energy::ofEnterprise));
        forCallers(router.get("/parks/:id/energy")).handler(answer(energy::ofPark));
        forCallers(router.get("/enterprises/:id/intensity")).handler(answer(intensity::ofEnterprise));
        forCallers(router.get("/parks/:id/intensity")).handler(answer(intensity::ofPark));
        forCallers(router.get("/statistics/unstated"))
                .handler(answer(new StatisticAnswers(sources.registry())::unstated));
        forCallers(router.get("/points/:id/series")).handler(answer(new SeriesAnswer(sources, clock)));
    }

    private void routeOperations(Router router) {
        Parks parks = new Parks(sources.registry());
        AlertAnswers alerts = new AlertAnswers(sources.registry(), sources.cases());
        forCallers(router.get("/alerts")).handler(answer(alerts::list));
        forCallers(router.get("/alerts/:id")).handler(answer(alerts::one));
        forCallers(router.post("/alerts/:id/acknowledge")).handler(answer(alerts::acknowledge));
        forCallers(router.get("/dead-letters")).handler(answer(new DeadLetterAnswer(sources.deadLetters(), parks)));
        forCallers(router.get("/devices")).handler(answer(new DeviceAnswer(sources, parks, clock)));
        forCallers(router.get("/operations")).handler(answer(new OperationsAnswer(sources.operations())));
        forCallers(router.get("/inbox")).handler(answer(new InboxAnswer(sources.inbox())));
    }

    private Route forAnyone(Route route) {
        return route.handler(this::refuseCrossSite);
    }

    private Route forCallers(Route route) {
        return route.handler(this::refuseCrossSite).handler(Api::refuseStrangers);
    }

    private void refuseCrossSite(RoutingContext ctx) {
        String crossSite = access.crossSite(ctx);
        if (crossSite != null) {
            throw Problem.forbidden(crossSite);
        }
        ctx.next();
    }

    private static void refuseStrangers(RoutingContext ctx) {
        if (Caller.of(ctx) == null) {
            throw Problem.signInFirst();
        }
        ctx.next();
    }

    private Handler<RoutingContext> answer(Answer answer) {
        return ctx -> {
            Question question = Question.of(ctx);
            workers.<Buffer>executeBlocking(() -> answer.to(question).toBuffer(), false)
                    .onSuccess(body -> send(ctx, 200, body))
                    .onFailure(ctx::fail);
        };
    }

    static void send(RoutingContext ctx, int status, Buffer body) {
        if (!ctx.response().closed()) {
            ctx.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(body);
        }
    }
}
