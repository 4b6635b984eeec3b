package io.greenpark.dashboards.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.greenpark.dashboards.api.OperationRights.Right;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.event.EventStream;
import io.greenpark.dashboards.event.Events;
import io.greenpark.dashboards.event.Hearing;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
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
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The routes of the API, one per operation of the contract. Requests arrive on the event loop; everything that asks the
 * books runs on the worker executor, JSON writing included.
 */
public final class Api {
    /** Where the contract lies on the class path. */
    public static final String CONTRACT = "io/greenpark/dashboards/openapi.yaml";

    /** More than are looking at a time; each is made again when somebody asks. */
    private static final int SCOPES_KEPT = 500;

    private static final Duration SCOPE_KEPT_FOR = Duration.ofHours(1);

    private final Vertx vertx;
    private final ConsoleSources sources;
    private final Function<Scope, ConsoleSources> seen;
    private final Access access;
    private final WorkerExecutor workers;
    private final Clock clock;
    private final Events events;
    private final RefusedAccess refusals;
    private final OperationRights rights = OperationRights.ofContract();
    private final LoadingCache<Scope, Answers> answers;

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
     * @param seen what somebody is answered from who sees a scope
     * @param workers where blocking work runs
     * @param events what changed, for pages that are open
     */
    public Api(
            Vertx vertx,
            ConsoleSources sources,
            Function<Scope, ConsoleSources> seen,
            Access access,
            WorkerExecutor workers,
            Events events,
            Clock clock) {
        this.seen = seen;
        this.events = events;
        this.vertx = vertx;
        this.sources = sources;
        this.access = access;
        this.workers = workers;
        this.clock = clock;
        this.refusals = new RefusedAccess(vertx, sources.audit(), clock);
        this.answers = Caffeine.newBuilder()
                .maximumSize(SCOPES_KEPT)
                .expireAfterAccess(SCOPE_KEPT_FOR)
                .executor(Runnable::run)
                .build(scope -> new Answers(seen.apply(scope), scope, clock));
    }

    /** The router of everything below {@code /api/v1}. */
    public Router router() {
        Router router = Router.router(vertx);
        // Who asks is known before a body of that size is taken in.
        forCallers(router.post("/registry/changes"))
                .handler(ctx -> Bodies.take(ctx, ChangeRequest.MAX_BODY_BYTES))
                .handler(reply(a -> a.changes()::submit));
        forCallers(router.patch("/uploads/:id"))
                .handler(ctx -> Bodies.take(ctx, UploadAnswers.MAX_CHUNK_BYTES))
                .handler(reply(a -> a.uploads()::append));
        takeSheets(router, "/sheets/:kind/preview", a -> a.sheets()::preview);
        takeSheets(router, "/sheets/:kind/accept", a -> a.sheets()::accept);
        takeSheets(router, "/figure-sheets/preview", a -> a.figureSheets()::preview);
        takeSheets(router, "/figure-sheets/accept", a -> a.figureSheets()::accept);
        takeSheets(
                router, "/year-sheets", a -> question -> Reply.ok(a.yearSheets().take(question)));
        router.route().handler(ctx -> Bodies.take(ctx, Bodies.MAX_BYTES));
        routeForAnyone(router);
        routeDocuments(router);
        routeSheets(router);
        routeRegistry(router);
        routeAttachments(router);
        routePacks(router);
        routeReports(router);
        routeFigures(router);
        routeOutlets(router);
        routePoints(router);
        routeOperations(router);
        routeFindings(router);
        routeReturns(router);
        routeCleanProduction(router);
        routeObjections(router);
        routeAcceptance(router);
        routeClosings(router);
        routePlans(router);
        routeAccounts(router);
        AllowedMethods allowed = AllowedMethods.of(router);
        router.route().last().handler(ctx -> ErrorAnswers.notInContract(ctx, allowed.of(ctx)));
        router.route().failureHandler(ErrorAnswers::failed);
        return router;
    }

    private void takeSheets(Router router, String path, Function<Answers, Replier> replier) {
        forCallers(router.post(path))
                .handler(ctx -> Bodies.take(ctx, SheetAnswers.MAX_BODY_BYTES))
                .handler(reply(replier));
    }

    private void routeForAnyone(Router router) {
        HealthProbes probes = new HealthProbes(sources.operations(), workers);
        SessionAnswers session = new SessionAnswers(access, sources.identities(), sources.inbox() != null);
        OwnAccountAnswers own = new OwnAccountAnswers(access, session);
        forAnyone(reading(router, "/health")).handler(answerAnyone(new HealthAnswer(sources.operations(), clock)));
        forAnyone(reading(router, "/health/live")).handler(probes::live);
        forAnyone(reading(router, "/health/ready")).handler(probes::ready);
        forAnyone(reading(router, "/session")).handler(session::show);
        forAnyone(router.post("/session")).handler(session::signIn);
        forAnyone(router.delete("/session")).handler(session::signOut);
        forAnyone(router.post("/session/password")).handler(own::changePassword);
        forAnyone(router.post("/session/invitation")).handler(session::acceptInvitation);
        forAnyone(router.post("/session/contact"))
                .handler(new ContactLinkAnswers(sources, access.mailedLinks())::answer);
        ReceiptAnswers receipts = new ReceiptAnswers(sources, access.mailedLinks());
        forAnyone(router.post("/session/receipt/look")).handler(receipts::look);
        forAnyone(router.post("/session/receipt")).handler(receipts::acknowledge);
        forAnyone(router.post("/session/second-factor")).handler(own::beginFactor);
        forAnyone(router.post("/session/second-factor/confirmation")).handler(own::confirmFactor);
        forAnyone(router.post("/session/second-factor/recovery-codes")).handler(own::renewRecovery);
        forAnyone(router.post("/session/second-factor/removal")).handler(own::removeFactor);
    }

    private void routeRegistry(Router router) {
        forCallers(reading(router, "/district")).handler(answer(a -> a.enterprises()::district));
        forCallers(reading(router, "/parks")).handler(reply(a -> a.enterprises()::parks));
        forCallers(reading(router, "/parks/:id")).handler(answer(a -> a.enterprises()::park));
        forCallers(reading(router, "/enterprises")).handler(reply(a -> a.enterprises()::enterprises));
        forCallers(reading(router, "/enterprises/:id")).handler(answer(a -> a.enterprises()::enterprise));
        forCallers(reading(router, "/outlets/:id")).handler(answer(a -> a.enterprises()::outlet));
    }

    private void routeDocuments(Router router) {
        forCallers(reading(router, "/registry/changes")).handler(answer(a -> a.changes()::list));
        forCallers(reading(router, "/registry/changes/:number")).handler(answer(a -> a.changes()::one));
        forCallers(router.post("/registry/changes/:number/undo")).handler(reply(a -> a.changes()::undo));
        forCallers(reading(router, "/registry/reviews")).handler(answer(a -> a.reviews()::list));
        forCallers(reading(router, "/registry/reviews/:number")).handler(answer(a -> a.reviews()::one));
        forCallers(router.post("/registry/reviews/:number/decision")).handler(reply(a -> a.reviews()::decide));
        forCallers(reading(router, "/registry/files")).handler(answer(a -> a.files()::status));
        forCallers(router.post("/registry/files/reload")).handler(answer(a -> a.files()::reload));
        // No document: there are none of a kind "files".
        router.route("/registry/files/reload")
                .handler(ctx -> ErrorAnswers.notAllowed(ctx.request(), Set.of(HttpMethod.POST)));
        forCallers(router.post("/registry/contact/:id/phone")).handler(answer(a -> a.documents()::phone));
        forCallers(reading(router, "/registry/:kind")).handler(answer(a -> a.documents()::ofKind));
        forCallers(reading(router, "/registry/:kind/:id")).handler(reply(a -> a.documents()::one));
        forCallers(reading(router, "/registry/:kind/:id/versions")).handler(answer(a -> a.documents()::versions));
    }

    private void routeAttachments(Router router) {
        forCallers(router.post("/uploads")).handler(reply(a -> a.uploads()::begin));
        forCallers(reading(router, "/uploads/:id")).handler(reply(a -> a.uploads()::one));
        forCallers(router.delete("/uploads/:id")).handler(answer(a -> a.uploads()::giveUp));
        forCallers(router.post("/uploads/:id/finish")).handler(answer(a -> a.uploads()::finish));
        forCallers(reading(router, "/attachments")).handler(answer(a -> a.attachments()::list));
        forCallers(reading(router, "/attachments/:id")).handler(answer(a -> a.attachments()::one));
        forCallers(reading(router, "/attachments/:id/content")).handler(this::sendContent);
        forCallers(router.post("/attachments/:id/attach")).handler(answer(a -> a.attachments()::attach));
        forCallers(router.post("/attachments/:id/remove")).handler(answer(a -> a.attachments()::remove));
    }

    private void routePacks(Router router) {
        forCallers(reading(router, "/inspection-packs")).handler(answer(a -> a.packs()::list));
        forCallers(router.post("/inspection-packs")).handler(answer(a -> a.packs()::order));
        forCallers(reading(router, "/inspection-packs/:id")).handler(answer(a -> a.packs()::one));
        forCallers(reading(router, "/inspection-packs/:id/content")).handler(this::sendPack);
    }

    private void routeReports(Router router) {
        forCallers(reading(router, "/enterprises/:id/report")).handler(reply(a -> a.reports()::ofEnterprise));
        forCallers(reading(router, "/parks/:id/report")).handler(reply(a -> a.reports()::ofPark));
        forCallers(reading(router, "/district/report")).handler(reply(a -> a.reports()::ofDistrict));
        forCallers(reading(router, "/enterprises/:id/report/paper"))
                .handler(reply(a -> a.reports()::paperOfEnterprise));
        forCallers(reading(router, "/parks/:id/report/paper")).handler(reply(a -> a.reports()::paperOfPark));
        forCallers(reading(router, "/district/report/paper")).handler(reply(a -> a.reports()::paperOfDistrict));
    }

    /** A file of any size. */
    private void sendPack(RoutingContext ctx) {
        Question question = Question.of(ctx);
        workers.executeBlocking(
                        () -> {
                            PackAnswers.PackFile file =
                                    answers.get(question.scope()).packs().content(question);
                            note(question);
                            return PackSender.open(file);
                        },
                        false)
                .onSuccess(open -> open.send(ctx, workers, vertx))
                .onFailure(ctx::fail);
    }

    /** The content of an attachment, which is no JSON and may be large. */
    private void sendContent(RoutingContext ctx) {
        Question question = Question.of(ctx);
        workers.executeBlocking(
                        () -> {
                            DocumentContent content =
                                    answers.get(question.scope()).attachments().content(question);
                            note(question);
                            return content;
                        },
                        false)
                .onSuccess(content -> ContentSender.send(ctx, content, workers, vertx))
                .onFailure(ctx::fail);
    }

    private void routeSheets(Router router) {
        forCallers(reading(router, "/sheets/templates/:kind")).handler(reply(a -> a.sheets()::template));
        forCallers(reading(router, "/sheets/:kind")).handler(reply(a -> a.sheets()::export));
        String mappings = "/figure-sheets/mappings";
        forCallers(reading(router, mappings)).handler(answer(a -> a.mappings()::list));
        forCallers(router.post(mappings)).handler(answer(a -> a.mappings()::add));
        forCallers(router.put(mappings + "/:id")).handler(answer(a -> a.mappings()::change));
        forCallers(router.delete(mappings + "/:id")).handler(answer(a -> a.mappings()::remove));
        forCallers(router.post(mappings + "/:id/matches")).handler(answer(a -> a.mappings()::decide));
    }

    private void routeFigures(Router router) {
        forCallers(reading(router, "/enterprises/:id/energy")).handler(answer(a -> a.energy()::ofEnterprise));
        forCallers(reading(router, "/parks/:id/energy")).handler(answer(a -> a.energy()::ofPark));
        forCallers(reading(router, "/district/energy")).handler(answer(a -> a.energy()::ofDistrict));
        forCallers(reading(router, "/enterprises/:id/intensity")).handler(answer(a -> a.intensity()::ofEnterprise));
        forCallers(reading(router, "/parks/:id/intensity")).handler(answer(a -> a.intensity()::ofPark));
        forCallers(reading(router, "/district/intensity")).handler(answer(a -> a.intensity()::ofDistrict));
        forCallers(reading(router, "/comparison")).handler(reply(Answers::comparison));
        forCallers(reading(router, "/coefficient-sets")).handler(reply(a -> a.coefficients()::list));
        forCallers(reading(router, "/standings")).handler(reply(a -> a.standings()::list));
        forCallers(reading(router, "/waiting")).handler(answer(a -> a.waiting()::of));
        forCallers(reading(router, "/statistics/unstated")).handler(answer(a -> a.statistics()::unstated));
    }

    private void routeOutlets(Router router) {
        forCallers(reading(router, "/outlets")).handler(reply(a -> a.outlets()::list));
        forCallers(reading(router, "/data-quality")).handler(reply(a -> a.quality()::list));
        forCallers(reading(router, "/exceedances")).handler(reply(a -> a.exceedances()::list));
        forCallers(reading(router, "/former-values")).handler(reply(a -> a.former()::list));
    }

    private void routePoints(Router router) {
        forCallers(reading(router, "/points/newest")).handler(reply(a -> a.newest()::list));
        forCallers(reading(router, "/points/:id")).handler(answer(Answers::point));
        forCallers(reading(router, "/series")).handler(answer(Answers::jointSeries));
        forCallers(reading(router, "/points/:id/series")).handler(answer(Answers::series));
    }

    private void routeMarks(Router router) {
        forCallers(reading(router, "/marks")).handler(answer(a -> a.marks()::list));
        forCallers(router.post("/marks")).handler(answer(a -> a.markWrites()::submit));
        forCallers(reading(router, "/marks/:id")).handler(answer(a -> a.marks()::one));
        forCallers(router.post("/marks/:id/withdraw")).handler(answer(a -> a.markWrites()::withdraw));
        forCallers(router.post("/marks/:id/decision")).handler(answer(a -> a.markWrites()::decide));
        forCallers(router.post("/marks/:id/revoke")).handler(answer(a -> a.markWrites()::revoke));
        forCallers(reading(router, "/marking-rules")).handler(answer(a -> a.markingRules()::one));
        forCallers(router.put("/marking-rules")).handler(answer(a -> a.markingRules()::change));
    }

    private void routeOperations(Router router) {
        forCallers(reading(router, "/alerts")).handler(reply(a -> a.alerts()::list));
        forCallers(reading(router, "/alerts/:id")).handler(answer(a -> a.alerts()::one));
        forCallers(router.post("/alerts/:id/acknowledge")).handler(answer(a -> a.alerts()::acknowledge));
        forCallers(router.post("/alerts/:id/actions")).handler(answer(a -> a.handling()::act));
        forCallers(reading(router, "/alerts/:id/similar")).handler(answer(a -> a.handling()::similar));
        forCallers(reading(router, "/alerts/:id/dossier")).handler(reply(a -> a.dossiers()::one));
        forCallers(reading(router, "/case-procedures")).handler(answer(a -> a.procedures()::one));
        forCallers(router.put("/case-procedures")).handler(reply(a -> a.procedures()::change));
        forCallers(reading(router, "/monday")).handler(answer(a -> a.mondays()::page));
        forCallers(reading(router, "/notice-plan")).handler(answer(a -> a.noticePlans()::one));
        forCallers(router.put("/notice-plan")).handler(reply(a -> a.noticePlans()::change));
        forCallers(reading(router, "/message-templates")).handler(answer(a -> a.templates()::one));
        forCallers(router.put("/message-templates")).handler(reply(a -> a.templates()::change));
        forCallers(router.post("/message-templates/preview")).handler(answer(a -> a.templates()::preview));
        forCallers(reading(router, "/alert-rules")).handler(answer(a -> a.rules()::list));
        forCallers(router.post("/alert-rules")).handler(reply(a -> a.rules()::add));
        forCallers(reading(router, "/alert-rules/:id")).handler(answer(a -> a.rules()::one));
        forCallers(router.put("/alert-rules/:id")).handler(reply(a -> a.rules()::change));
        forCallers(reading(router, "/effective-rules")).handler(answer(a -> a.rules()::effective));
        forCallers(reading(router, "/rule-dependencies")).handler(answer(a -> a.dependencies()::one));
        forCallers(router.put("/rule-dependencies")).handler(reply(a -> a.dependencies()::change));
        forCallers(reading(router, "/legal-bases")).handler(answer(a -> a.bases()::list));
        forCallers(router.put("/legal-bases/:id")).handler(reply(a -> a.bases()::change));
        forCallers(reading(router, "/mutes")).handler(answer(a -> a.mutes()::list));
        forCallers(router.post("/mutes")).handler(answer(a -> a.mutes()::add));
        forCallers(router.post("/mutes/:id/end")).handler(answer(a -> a.mutes()::end));
        routeMarks(router);
        forCallers(reading(router, "/case-owners")).handler(answer(a -> a.caseOwners()::owners));
        forCallers(router.post("/case-owners")).handler(answer(a -> a.caseOwners()::assign));
        forCallers(reading(router, "/contacts")).handler(reply(a -> a.contacts()::list));
        forCallers(router.post("/contacts/:id/confirm")).handler(answer(a -> a.contacts()::confirm));
        forCallers(router.post("/contacts/:id/mark")).handler(answer(a -> a.contacts()::mark));
        forCallers(reading(router, "/channels")).handler(answer(a -> a.channels()::list));
        forCallers(router.post("/channels/:id/test")).handler(answer(a -> a.channels()::test));
        forCallers(reading(router, "/dead-letters")).handler(reply(Answers::deadLetters));
        forCallers(reading(router, "/quarantine")).handler(reply(a -> a.quarantine()::list));
        forCallers(reading(router, "/quarantine/:id")).handler(answer(a -> a.quarantine()::one));
        forCallers(router.post("/quarantine/claims")).handler(reply(a -> a.quarantine()::claimSeveral));
        forCallers(router.post("/quarantine/:id/claim")).handler(reply(a -> a.quarantine()::claim));
        forCallers(router.post("/quarantine/:id/discard")).handler(answer(a -> a.quarantine()::discard));
        forCallers(router.post("/quarantine/:id/restore")).handler(answer(a -> a.quarantine()::restore));
        forCallers(reading(router, "/devices")).handler(reply(a -> a.devices()::list));
        forCallers(reading(router, "/devices/:id")).handler(answer(a -> a.devices()::one));
        forCallers(router.post("/credentials")).handler(answer(a -> a.credentials()::renew));
        forCallers(reading(router, "/gateways")).handler(reply(a -> a.gateways()::list));
        forCallers(reading(router, "/gateways/:id")).handler(answer(a -> a.gateways()::one));
        forCallers(reading(router, "/search")).handler(answer(Answers::search));
        forCallers(reading(router, "/events")).handler(this::listen);
        forCallers(reading(router, "/operations")).handler(answer(Answers::operations));
        forCallers(reading(router, "/inbox")).handler(answer(Answers::inbox));
    }

    private void routeFindings(Router router) {
        forCallers(reading(router, "/findings")).handler(reply(a -> a.findings()::list));
        forCallers(reading(router, "/proposals")).handler(reply(a -> a.proposals()::list));
        forCallers(router.post("/proposals/:id/decline")).handler(answer(a -> a.proposals()::decline));
    }

    private void routeCleanProduction(Router router) {
        forCallers(reading(router, "/clean-production")).handler(reply(a -> a.cleanProduction()::list));
        forCallers(reading(router, "/clean-production/:id")).handler(answer(a -> a.cleanProduction()::one));
        forCallers(router.post("/clean-production/:id/entries")).handler(answer(a -> a.cleanProductionWrites()::enter));
        forCallers(router.post("/clean-production/:id/orders")).handler(answer(a -> a.cleanProductionWrites()::order));
        forCallers(router.post("/clean-production/:id/owner")).handler(answer(a -> a.cleanProductionWrites()::own));
        forCallers(router.post("/clean-production/:id/proposals"))
                .handler(answer(a -> a.cleanProductionWrites()::propose));
        forCallers(router.post("/clean-production/:id/proposals/:number/drop"))
                .handler(answer(a -> a.cleanProductionWrites()::drop));
        forCallers(reading(router, "/clean-production-coverage")).handler(reply(a -> a.cleanCoverage()::coverage));
        forCallers(reading(router, "/clean-production-candidates")).handler(reply(a -> a.candidates()::list));
        forCallers(reading(router, "/clean-production-lists")).handler(answer(a -> a.cleanLists()::lists));
        forCallers(router.post("/clean-production-lists")).handler(answer(a -> a.cleanLists()::propose));
        forCallers(router.post("/clean-production-lists/:number/decision"))
                .handler(answer(a -> a.cleanLists()::decide));
        forCallers(reading(router, "/clean-production-terms")).handler(answer(a -> a.cleanLists()::terms));
        forCallers(router.post("/clean-production-terms")).handler(reply(a -> a.cleanLists()::setTerm));
    }

    private void routeReturns(Router router) {
        forCallers(reading(router, "/returns")).handler(reply(a -> a.returns()::list));
        forCallers(reading(router, "/returns/:id/:period")).handler(answer(a -> a.returns()::one));
        forCallers(router.put("/returns/:id/:period")).handler(answer(a -> a.returns()::save));
        forCallers(router.post("/returns/:id/:period/submit")).handler(answer(a -> a.returns()::submit));
        forCallers(router.post("/returns/:id/:period/decision")).handler(answer(a -> a.returns()::decide));
    }

    private void routeObjections(Router router) {
        forCallers(reading(router, "/objections")).handler(reply(a -> a.objections()::list));
        forCallers(reading(router, "/objections/:id")).handler(answer(a -> a.objections()::one));
        forCallers(router.post("/objections/:id/withdrawal")).handler(answer(a -> a.objections()::withdraw));
        forCallers(router.post("/objections/:id/decision")).handler(answer(a -> a.objections()::decide));
        forCallers(router.post("/objections/:id/correction")).handler(answer(a -> a.objections()::correct));
        forCallers(router.post("/enterprises/:id/objections")).handler(answer(a -> a.objections()::file));
    }

    private void routeAcceptance(Router router) {
        forCallers(reading(router, "/acceptance")).handler(reply(a -> a.acceptance()::list));
        forCallers(reading(router, "/acceptance/:id")).handler(answer(a -> a.acceptance()::one));
        forCallers(reading(router, "/acceptance/:id/reading")).handler(answer(a -> a.acceptance()::reading));
        forCallers(router.put("/acceptance/:id")).handler(answer(a -> a.acceptance()::save));
        forCallers(router.post("/acceptance/:id/signature")).handler(answer(a -> a.acceptance()::sign));
        forCallers(router.post("/acceptance/:id/withdrawal")).handler(answer(a -> a.acceptance()::takeBack));
        forCallers(router.post("/acceptance/:id/decision")).handler(answer(a -> a.acceptance()::decide));
    }

    private void routeClosings(Router router) {
        forCallers(reading(router, "/closings")).handler(reply(a -> a.closingLists()::list));
        forCallers(router.post("/closings")).handler(answer(a -> a.closings()::closeAll));
        forCallers(reading(router, "/closing-differences")).handler(reply(a -> a.closingLists()::differences));
        forCallers(reading(router, "/closings/:id/:period")).handler(answer(a -> a.closings()::one));
        forCallers(router.post("/closings/:id/:period")).handler(answer(a -> a.closings()::close));
        forCallers(router.post("/closings/:id/:period/reopening")).handler(reply(a -> a.closings()::reopen));
    }

    private void routePlans(Router router) {
        forCallers(reading(router, "/plans")).handler(reply(a -> a.plans()::list));
        forCallers(router.post("/plans")).handler(answer(a -> a.plans()::add));
        forCallers(reading(router, "/plans/:id")).handler(answer(a -> a.plans()::one));
        forCallers(router.put("/plans/:id")).handler(answer(a -> a.plans()::change));
        forCallers(reading(router, "/plans/:id/board")).handler(reply(a -> a.boards()::board));
        forCallers(reading(router, "/plans/:id/targets/:target")).handler(answer(a -> a.boards()::target));
        forCallers(router.put("/plans/:id/values")).handler(answer(a -> a.plans()::state));
        forCallers(reading(router, "/year-sheets")).handler(reply(a -> a.yearSheets()::list));
        forCallers(reading(router, "/year-sheets/:id/:year")).handler(answer(a -> a.yearSheets()::one));
        forCallers(router.put("/year-sheets/:id/:year")).handler(answer(a -> a.yearSheets()::enter));
        forCallers(router.post("/year-sheets/:id/:year/answer")).handler(answer(a -> a.yearSheets()::answer));
    }

    private void routeAccounts(Router router) {
        forCallers(reading(router, "/accounts")).handler(reply(a -> a.accounts()::list));
        forCallers(router.post("/accounts")).handler(answer(a -> a.accounts()::create));
        forCallers(reading(router, "/accounts/:id")).handler(answer(a -> a.accounts()::one));
        forCallers(router.patch("/accounts/:id")).handler(answer(a -> a.accounts()::change));
        forCallers(router.post("/accounts/:id/password")).handler(answer(a -> a.accounts()::reset));
        forCallers(router.post("/accounts/:id/second-factor/reset")).handler(answer(a -> a.proofs()::resetFactor));
        forCallers(router.post("/invitations")).handler(answer(a -> a.invitations()::create));
        forCallers(router.post("/accounts/:id/invitation")).handler(answer(a -> a.invitations()::again));
        forCallers(reading(router, "/accounts/:id/belongings")).handler(answer(a -> a.handOvers()::belongings));
        forCallers(router.post("/accounts/:id/hand-over/preview")).handler(answer(a -> a.handOvers()::preview));
        forCallers(router.post("/accounts/:id/hand-over")).handler(answer(a -> a.handOvers()::handOver));
        forCallers(router.post("/accounts/:id/link/removal")).handler(answer(a -> a.proofs()::unlink));
        forCallers(router.post("/accounts/:id/end-sessions")).handler(answer(a -> a.accounts()::endSessions));
        forCallers(reading(router, "/scopes")).handler(reply(a -> a.scopes()::list));
        forCallers(reading(router, "/access-review")).handler(reply(a -> a.review()::list));
        forCallers(reading(router, "/keys")).handler(reply(a -> a.keys()::list));
        forCallers(router.post("/keys")).handler(answer(a -> a.keys()::create));
        forCallers(router.post("/keys/:id/end")).handler(answer(a -> a.keys()::end));
        forCallers(reading(router, "/session/keys")).handler(reply(a -> a.keys()::own));
        forCallers(router.post("/session/keys/:id/end")).handler(answer(a -> a.keys()::endOwn));
        forCallers(reading(router, "/session/deputies")).handler(answer(a -> a.deputies()::list));
        forCallers(router.post("/session/deputies")).handler(answer(a -> a.deputies()::name));
        forCallers(router.post("/session/deputies/:id/end")).handler(answer(a -> a.deputies()::end));
        forCallers(reading(router, "/audit-log")).handler(reply(a -> a.audit()::entries));
        forCallers(reading(router, "/audit-log/looks")).handler(answer(a -> a.audit()::looks));
        forCallers(reading(router, "/audit-log/check")).handler(answer(a -> a.audit()::check));
    }

    /** The answer has no end: it is written as things change. */
    private void listen(RoutingContext ctx) {
        Question.of(ctx).allow();
        if (ctx.request().method().equals(HttpMethod.HEAD)) {
            EventStream.describe(ctx.response()).end();
            return;
        }
        Caller caller = Objects.requireNonNull(Caller.of(ctx));
        Hearing hearing = Hearing.of(
                scope -> seen.apply(scope).registry(), mayAsk("/alerts", caller), mayAsk("/devices", caller));
        String heard = ctx.request().getHeader("Last-Event-ID");
        if (!events.listen(ctx.response(), caller, hearing, heard, () -> access.isStillKnown(ctx))) {
            throw Problem.of(
                    503,
                    new Bilingual("监听过多", "too many listeners"),
                    new Bilingual(
                            "等待变化通知的页面过多；请一分钟后再试，或直接查询数据",
                            "too many pages listen for changes; ask again in a minute, or ask for the data"));
        }
    }

    /** Who is answered nothing of a kind is not told either that it changes. */
    private Optional<Scope> mayAsk(String path, Caller caller) {
        return rights.of("GET", path).scopeFor(caller.viewer());
    }

    /** A HEAD is a GET whose body stays here. */
    private static Route reading(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private Route forAnyone(Route route) {
        return route.handler(this::refuseCrossSite);
    }

    /** For those whom the contract names. */
    private Route forCallers(Route route) {
        String method = route.methods().contains(HttpMethod.GET)
                ? "GET"
                : route.methods().iterator().next().name();
        Right right = rights.of(method, route.getPath());
        return route.handler(this::refuseCrossSite).handler(ctx -> admit(ctx, right));
    }

    private void admit(RoutingContext ctx, Right right) {
        Caller caller = Caller.of(ctx);
        if (caller == null) {
            throw Problem.signInFirst();
        }
        Caller.Duty duty = caller.duty();
        if (duty != null) {
            throw Problem.dutyFirst(duty);
        }
        Question.cutTo(ctx, right.scopeFor(caller.viewer()).orElseThrow(() -> {
            refusals.note(caller, right.operation());
            return Problem.notYours(right.roles());
        }));
        ctx.next();
    }

    private void refuseCrossSite(RoutingContext ctx) {
        Bilingual crossSite = access.crossSite(ctx);
        if (crossSite != null) {
            throw Problem.forbidden(crossSite);
        }
        ctx.next();
    }

    /** Answered about what the asker sees. */
    private Handler<RoutingContext> answer(Function<Answers, Answer> answer) {
        return reply(a -> question -> Reply.ok(answer.apply(a).to(question)));
    }

    private Handler<RoutingContext> reply(Function<Answers, Replier> replier) {
        return work(question -> {
            Reply reply = replier.apply(answers.get(question.scope())).to(question);
            note(question);
            return reply;
        });
    }

    private void note(Question question) {
        question.look()
                .ifPresent(object -> sources.looks().note(question.viewer().person(), object));
    }

    /** The same for everybody. */
    private Handler<RoutingContext> answerAnyone(Answer answer) {
        return work(question -> Reply.ok(answer.to(question)));
    }

    private Handler<RoutingContext> work(Replier replier) {
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
        Long offset = reply.offset();
        putHeader(ctx, UploadAnswers.OFFSET, offset == null ? null : offset.toString());
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
