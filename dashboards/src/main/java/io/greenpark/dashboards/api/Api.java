package io.greenpark.dashboards.api;

import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.finding.ReplacementProposals;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.event.EventStream;
import io.greenpark.dashboards.event.Events;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final Events events;
    private final SubjectOverview overview;

    /** Answers one operation; runs on a worker thread, may block, may throw {@link Problem}. */
    @FunctionalInterface
    interface Answer {
        JsonObject to(Question question);
    }

    /** The same where the answer has more than a body. */
    @FunctionalInterface
    interface Replier {
        Reply to(Question question);
    }

    /**
     * The API.
     *
     * @param workers where blocking work runs
     * @param events what changed, for pages that are open
     */
    public Api(Vertx vertx, ConsoleSources sources, Access access, WorkerExecutor workers, Events events, Clock clock) {
        this.events = events;
        this.vertx = vertx;
        this.sources = sources;
        this.access = access;
        this.workers = workers;
        this.clock = clock;
        this.overview = new SubjectOverview(sources, clock);
    }

    /** The router of everything below {@code /api/v1}. */
    public Router router() {
        Router router = Router.router(vertx);
        ChangeAnswers changes = new ChangeAnswers(sources.registry(), sources.documents());
        // Who asks is known before a body of that size is taken in.
        forCallers(router.post("/registry/changes")).handler(Api::refuseSessions);
        router.post("/registry/changes")
                .handler(ctx -> Bodies.take(ctx, ChangeRequest.MAX_BODY_BYTES))
                .handler(reply(changes::submit));
        router.route().handler(ctx -> Bodies.take(ctx, Bodies.MAX_BYTES));
        routeForAnyone(router);
        routeDocuments(router, changes);
        routeRegistry(router);
        routeFigures(router);
        routeOutlets(router);
        routePoints(router);
        routeOperations(router);
        routeFindings(router);
        AllowedMethods allowed = AllowedMethods.of(router);
        router.route().last().handler(ctx -> ErrorAnswers.notInContract(ctx, allowed.of(ctx)));
        router.route().failureHandler(ErrorAnswers::failed);
        return router;
    }

    private void routeForAnyone(Router router) {
        HealthProbes probes = new HealthProbes(sources.operations(), workers);
        SessionAnswers session = new SessionAnswers(access, sources.inbox() != null);
        forAnyone(reading(router, "/health")).handler(answer(new HealthAnswer(sources.operations(), clock)));
        forAnyone(reading(router, "/health/live")).handler(probes::live);
        forAnyone(reading(router, "/health/ready")).handler(probes::ready);
        forAnyone(reading(router, "/session")).handler(session::show);
        forAnyone(router.post("/session")).handler(session::signIn);
        forAnyone(router.delete("/session")).handler(session::signOut);
    }

    private void routeRegistry(Router router) {
        EnterpriseAnswers enterprises = new EnterpriseAnswers(sources.registry(), overview, clock);
        forCallers(reading(router, "/district")).handler(answer(enterprises::district));
        forCallers(reading(router, "/parks")).handler(reply(enterprises::parks));
        forCallers(reading(router, "/parks/:id")).handler(answer(enterprises::park));
        forCallers(reading(router, "/enterprises")).handler(reply(enterprises::enterprises));
        forCallers(reading(router, "/enterprises/:id")).handler(answer(enterprises::enterprise));
        forCallers(reading(router, "/outlets/:id")).handler(answer(enterprises::outlet));
    }

    private void routeDocuments(Router router, ChangeAnswers changes) {
        DocumentAnswers documents = new DocumentAnswers(sources.registry(), sources.documents());
        FilesAnswers files = new FilesAnswers(sources.documents().files());
        forCallers(reading(router, "/registry/changes")).handler(answer(changes::list));
        forCallers(reading(router, "/registry/changes/:number")).handler(answer(changes::one));
        forCallers(reading(router, "/registry/files")).handler(answer(files::status));
        forCallers(router.post("/registry/files/reload")).handler(answer(files::reload));
        // No document: there are none of a kind "files".
        router.route("/registry/files/reload")
                .handler(ctx -> ErrorAnswers.notAllowed(ctx.request(), Set.of(HttpMethod.POST)));
        forCallers(reading(router, "/registry/:kind")).handler(answer(documents::ofKind));
        forCallers(reading(router, "/registry/:kind/:id")).handler(reply(documents::one));
        forCallers(reading(router, "/registry/:kind/:id/versions")).handler(answer(documents::versions));
    }

    private void routeFigures(Router router) {
        EnergyAnswers energy = new EnergyAnswers(sources.registry(), sources.energy(), clock);
        IntensityAnswers intensity = new IntensityAnswers(sources.registry(), sources.intensity());
        forCallers(reading(router, "/enterprises/:id/energy")).handler(answer(energy::ofEnterprise));
        forCallers(reading(router, "/parks/:id/energy")).handler(answer(energy::ofPark));
        forCallers(reading(router, "/district/energy")).handler(answer(energy::ofDistrict));
        forCallers(reading(router, "/enterprises/:id/intensity")).handler(answer(intensity::ofEnterprise));
        forCallers(reading(router, "/parks/:id/intensity")).handler(answer(intensity::ofPark));
        forCallers(reading(router, "/district/intensity")).handler(answer(intensity::ofDistrict));
        forCallers(reading(router, "/comparison")).handler(answer(new ComparisonAnswer(sources, overview, clock)));
        forCallers(reading(router, "/coefficient-sets"))
                .handler(reply(new CoefficientAnswers(sources.registry(), clock)::list));
        forCallers(reading(router, "/standings")).handler(reply(new StandingAnswers(sources, overview, clock)::list));
        forCallers(reading(router, "/statistics/unstated"))
                .handler(answer(new StatisticAnswers(sources.registry())::unstated));
    }

    private void routeOutlets(Router router) {
        forCallers(reading(router, "/outlets")).handler(reply(new OutletAnswers(sources, clock)::list));
        forCallers(reading(router, "/data-quality")).handler(reply(new DataQualityAnswers(sources, clock)::list));
        forCallers(reading(router, "/exceedances")).handler(reply(new ExceedanceAnswers(sources, clock)::list));
        forCallers(reading(router, "/former-values")).handler(reply(new FormerAnswers(sources, clock)::list));
    }

    private void routePoints(Router router) {
        forCallers(reading(router, "/points/newest")).handler(reply(new NewestAnswers(sources, clock)::list));
        forCallers(reading(router, "/points/:id")).handler(answer(new PointAnswer(sources, clock)));
        forCallers(reading(router, "/series")).handler(answer(new JointSeriesAnswer(sources, clock)));
        forCallers(reading(router, "/points/:id/series")).handler(answer(new SeriesAnswer(sources, clock)));
    }

    private void routeOperations(Router router) {
        Parks parks = new Parks(sources.registry());
        DeviceAnswers devices = new DeviceAnswers(sources, clock);
        GatewayAnswers gateways = new GatewayAnswers(sources, clock);
        AlertAnswers alerts = new AlertAnswers(sources.registry(), sources.cases(), clock);
        forCallers(reading(router, "/alerts")).handler(reply(alerts::list));
        forCallers(reading(router, "/alerts/:id")).handler(answer(alerts::one));
        forCallers(router.post("/alerts/:id/acknowledge")).handler(answer(alerts::acknowledge));
        forCallers(reading(router, "/dead-letters"))
                .handler(reply(new DeadLetterAnswer(sources.deadLetters(), parks, clock)));
        forCallers(reading(router, "/devices")).handler(reply(devices::list));
        forCallers(reading(router, "/devices/:id")).handler(answer(devices::one));
        forCallers(reading(router, "/gateways")).handler(reply(gateways::list));
        forCallers(reading(router, "/gateways/:id")).handler(answer(gateways::one));
        forCallers(reading(router, "/search")).handler(answer(new SearchAnswer(sources.registry(), sources.cases())));
        forCallers(reading(router, "/events")).handler(this::listen);
        forCallers(reading(router, "/operations")).handler(answer(new OperationsAnswer(sources.operations())));
        forCallers(reading(router, "/inbox")).handler(answer(new InboxAnswer(sources.inbox())));
    }

    private void routeFindings(Router router) {
        FindingAnswers findings = new FindingAnswers(sources.registry(), new Findings(sources.books()), clock);
        ProposalAnswers proposals =
                new ProposalAnswers(sources.registry(), new ReplacementProposals(sources.books()), clock);
        forCallers(reading(router, "/findings")).handler(reply(findings::list));
        forCallers(reading(router, "/proposals")).handler(reply(proposals::list));
        forCallers(router.post("/proposals/:id/decline")).handler(answer(proposals::decline));
    }

    /** The answer has no end: it is written as things change. */
    private void listen(RoutingContext ctx) {
        Question.of(ctx).allow();
        if (ctx.request().method().equals(HttpMethod.HEAD)) {
            EventStream.describe(ctx.response()).end();
            return;
        }
        Caller caller = Objects.requireNonNull(Caller.of(ctx));
        String heard = ctx.request().getHeader("Last-Event-ID");
        if (!events.listen(ctx.response(), caller, heard, () -> access.isStillKnown(ctx))) {
            throw Problem.of(
                    503,
                    new Bilingual("监听过多", "too many listeners"),
                    new Bilingual(
                            "等待变化通知的页面过多；请一分钟后再试，或直接查询数据",
                            "too many pages listen for changes; ask again in a minute, or ask for the data"));
        }
    }

    /** A HEAD is a GET whose body stays here. */
    private static Route reading(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private Route forAnyone(Route route) {
        return route.handler(this::refuseCrossSite);
    }

    private Route forCallers(Route route) {
        return route.handler(this::refuseCrossSite).handler(Api::refuseStrangers);
    }

    private void refuseCrossSite(RoutingContext ctx) {
        Bilingual crossSite = access.crossSite(ctx);
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

    /** Until there are accounts with rights, whoever may sign in may not change everything. */
    private static void refuseSessions(RoutingContext ctx) {
        Caller caller = Caller.of(ctx);
        if (caller == null || caller.method() != Caller.AuthMethod.TOKEN) {
            throw Problem.forbidden(new Bilingual(
                    "在账号有权限区分之前，登记册只能用令牌变更；请发送请求头 \"Authorization: Bearer\"，其值为 credentials/api-token 的内容",
                    "the registry is changed with the token only, until there are accounts with rights;"
                            + " send the header \"Authorization: Bearer\" with the content of credentials/api-token"));
        }
        ctx.next();
    }

    private Handler<RoutingContext> answer(Answer answer) {
        return reply(question -> Reply.ok(answer.to(question)));
    }

    private Handler<RoutingContext> reply(Replier replier) {
        return ctx -> {
            Question question = Question.of(ctx);
            workers.<Reply>executeBlocking(() -> replier.to(question), false)
                    .onSuccess(reply -> send(ctx, reply))
                    .onFailure(ctx::fail);
        };
    }

    private static void send(RoutingContext ctx, Reply reply) {
        putHeader(ctx, HttpHeaders.ETAG, reply.entityTag());
        putHeader(ctx, HttpHeaders.CONTENT_DISPOSITION, reply.disposition());
        send(ctx, reply.status(), reply.contentType(), reply.body());
    }

    private static void putHeader(RoutingContext ctx, CharSequence name, @Nullable String value) {
        if (value != null) {
            ctx.response().putHeader(name, value);
        }
    }

    static void send(RoutingContext ctx, int status, Buffer body) {
        send(ctx, status, "application/json", body);
    }

    private static void send(RoutingContext ctx, int status, String contentType, Buffer body) {
        if (!ctx.response().closed() && !ctx.response().ended()) {
            ctx.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(body);
        }
    }
}
