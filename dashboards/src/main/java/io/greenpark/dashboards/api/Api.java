package io.greenpark.dashboards.api;

import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.store.books.BooksUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Routes of the contract to their answers. Requests are taken in on the event loop; everything that asks the books runs
 * on the worker executor, JSON writing included.
 */
public final class Api {
    /** Where the contract lies on the class path. */
    public static final String CONTRACT = "io/greenpark/dashboards/openapi.yaml";

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final Set<String> FOR_EVERYBODY = Set.of("health", "live", "ready", "session", "signIn", "signOut");

    private final Vertx vertx;
    private final Access access;
    private final WorkerExecutor workers;
    private final HealthProbes probes;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /** Answers one operation; runs on a worker thread, may block, may throw {@link Problem}. */
    @FunctionalInterface
    interface Answer {
        JsonObject to(Question question);
    }

    /** @param workers where blocking work runs */
    public Api(Vertx vertx, ConsoleSources sources, Access access, WorkerExecutor workers, Clock clock) {
        this.vertx = vertx;
        this.access = access;
        this.workers = workers;
        this.probes = new HealthProbes(sources.operations(), workers);
        Parks parks = new Parks(sources.registry());
        Standing standing = new Standing(sources, clock);
        answers.put("health", new HealthAnswer(sources, clock));
        EnterpriseAnswers enterprises = new EnterpriseAnswers(sources.registry(), standing, clock);
        answers.put("parks", enterprises::parks);
        answers.put("park", enterprises::park);
        answers.put("enterprises", enterprises::enterprises);
        answers.put("enterprise", enterprises::enterprise);
        answers.put("outlet", enterprises::outlet);
        EnergyAnswers energy = new EnergyAnswers(sources.registry(), sources.energy());
        answers.put("enterpriseEnergy", energy::ofEnterprise);
        answers.put("parkEnergy", energy::ofPark);
        IntensityAnswers intensity = new IntensityAnswers(sources.registry(), sources.intensity());
        answers.put("enterpriseIntensity", intensity::ofEnterprise);
        answers.put("parkIntensity", intensity::ofPark);
        answers.put("series", new SeriesAnswer(sources, clock));
        AlertAnswers alerts = new AlertAnswers(sources.registry(), sources.cases());
        answers.put("alerts", alerts::list);
        answers.put("alert", alerts::one);
        answers.put("acknowledge", alerts::acknowledge);
        answers.put("deadLetters", new DeadLetterAnswer(sources.deadLetters(), parks));
        answers.put("devices", new DeviceAnswer(sources, parks, clock));
        answers.put("operations", new OperationsAnswer(sources.operations()));
        answers.put("inbox", new InboxAnswer(sources.inbox()));
    }

    /** The router of everything below {@code /api/v1}. */
    public Future<Router> router(boolean inbox) {
        SessionAnswers session = new SessionAnswers(access, inbox);
        return routedContract().map(contract -> {
            RouterBuilder builder = RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
            builder.rootHandler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
            for (OpenAPIRoute route : builder.getRoutes()) {
                String operation = route.getOperation().getOperationId();
                // Parameters are read by the answers, whose sentences say what is wrong and what is allowed.
                route.setDoValidation(false).setDoSecurity(false);
                route.addHandler(ctx -> guard(ctx, operation));
                switch (operation) {
                    case "live" -> route.addHandler(probes::live);
                    case "ready" -> route.addHandler(probes::ready);
                    case "session" -> route.addHandler(session::show);
                    case "signIn" -> route.addHandler(session::signIn);
                    case "signOut" -> route.addHandler(session::signOut);
                    default -> route.addHandler(ctx -> answer(ctx, operation));
                }
            }
            return complete(builder.createRouter());
        });
    }

    /**
     * The contract without its security requirements: {@link Access} sees to those, and the router would otherwise ask
     * for handlers of its own kind.
     */
    private Future<OpenAPIContract> routedContract() {
        return OpenAPIContract.from(vertx, CONTRACT).compose(contract -> {
            JsonObject raw = withoutNotes(contract.getRawContract());
            raw.remove("security");
            return OpenAPIContract.from(vertx, raw);
        });
    }

    /** A contract as it was written: the loader adds notes of its own, whose names begin with two underscores. */
    private static JsonObject withoutNotes(JsonObject annotated) {
        JsonObject plain = new JsonObject();
        for (String name : annotated.fieldNames()) {
            if (!name.startsWith("__")) {
                plain.put(name, withoutNotes(annotated.getValue(name)));
            }
        }
        return plain;
    }

    private static Object withoutNotes(Object value) {
        if (value instanceof JsonObject object) {
            return withoutNotes(object);
        }
        if (value instanceof JsonArray array) {
            JsonArray plain = new JsonArray();
            array.forEach(item -> plain.add(withoutNotes(item)));
            return plain;
        }
        return value;
    }

    private Router complete(Router router) {
        router.route()
                .last()
                .handler(ctx -> refuse(
                        ctx,
                        Problem.notFound("\"" + ctx.request().method() + " "
                                + ctx.request().path() + "\" is not in the contract; see /api/openapi.yaml")));
        router.route().failureHandler(Api::failed);
        return router;
    }

    private void guard(RoutingContext ctx, String operation) {
        String crossSite = access.crossSite(ctx);
        if (crossSite != null) {
            refuse(ctx, Problem.forbidden(crossSite));
        } else if (!FOR_EVERYBODY.contains(operation) && Caller.of(ctx) == null) {
            refuse(ctx, Problem.signInFirst());
        } else {
            ctx.next();
        }
    }

    private void answer(RoutingContext ctx, String operation) {
        Question question = question(ctx);
        Answer answer = answers.get(operation);
        if (answer == null) {
            throw new IllegalStateException("no answer is written for operation " + operation);
        }
        workers.<Buffer>executeBlocking(() -> answer.to(question).toBuffer(), false)
                .onSuccess(body -> send(ctx, 200, body))
                .onFailure(ctx::fail);
    }

    static Question question(RoutingContext ctx) {
        Map<String, String> query = new HashMap<>();
        ctx.queryParams().forEach(entry -> query.putIfAbsent(entry.getKey(), entry.getValue()));
        ctx.pathParams().values().forEach(Api::refuseNul);
        query.values().forEach(Api::refuseNul);
        Caller caller = Caller.of(ctx);
        return new Question(Map.copyOf(ctx.pathParams()), query, body(ctx), caller == null ? null : caller.name());
    }

    /** No database of texts takes that character, and nothing is called so. */
    private static void refuseNul(String value) {
        if (value.indexOf('\0') >= 0) {
            throw Problem.badRequest("a parameter holds the character U+0000; leave it out");
        }
    }

    private static JsonObject body(RoutingContext ctx) {
        Buffer body = ctx.body() == null ? null : ctx.body().buffer();
        if (body == null || body.length() == 0) {
            return new JsonObject();
        }
        String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/json")) {
            throw Problem.of(415, "not JSON", "content type \"" + type + "\" is not taken here; send application/json");
        }
        try {
            return body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw Problem.badRequest("the body is not a JSON object; send {\"name\": value}");
        }
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

    static void refuse(RoutingContext ctx, Problem problem) {
        send(ctx, problem.status(), problem.json().toBuffer());
    }

    private static void failed(RoutingContext ctx) {
        Throwable cause = ctx.failure();
        if (cause instanceof Problem problem) {
            refuse(ctx, problem);
        } else if (cause instanceof BooksUnavailableException) {
            refuse(
                    ctx,
                    Problem.of(
                            503,
                            "books away",
                            "the books' database does not answer; readings are taken in and kept"
                                    + " all the same. Try again later"));
        } else if (cause == null && ctx.statusCode() >= 400 && ctx.statusCode() < 500) {
            refuse(ctx, Problem.of(ctx.statusCode(), "refused", explain(ctx)));
        } else {
            LOG.error("{} {} failed", ctx.request().method(), ctx.request().path(), cause);
            refuse(
                    ctx,
                    Problem.of(500, "failed", "the answer could not be made; the server's log says why. Try again"));
        }
    }

    private static String explain(RoutingContext ctx) {
        return ctx.statusCode() == 413
                ? "the body is larger than the " + MAX_BODY_BYTES + " bytes allowed"
                : "\"" + ctx.request().method() + " " + ctx.request().path() + "\" is not taken; see /api/openapi.yaml";
    }
}
