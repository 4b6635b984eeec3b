package io.greenpark.dashboards.api;

import io.greenpark.store.books.BooksUnavailableException;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps failures to answers: the {@link Problem} thrown, or one for any other failure. */
final class ErrorAnswers {
    static final int MAX_BODY_BYTES = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private static final String LIMIT = "greenpark.body-limit";

    private ErrorAnswers() {}

    /** Takes in the bodies of a route, and refuses those of more bytes. */
    static void limitBody(Supplier<Route> route, int bytes) {
        route.get().handler(ctx -> {
            ctx.put(LIMIT, bytes);
            ctx.next();
        });
        route.get().handler(BodyHandler.create(false).setBodyLimit(bytes));
    }

    static void refuse(RoutingContext ctx, Problem problem) {
        Api.send(ctx, problem.status(), problem.json().toBuffer());
    }

    static void notInContract(RoutingContext ctx) {
        refuse(ctx, Problem.notFound(request(ctx) + " is not in the contract; see /api/openapi.yaml"));
    }

    static void failed(RoutingContext ctx) {
        refuse(ctx, problem(ctx));
    }

    private static Problem problem(RoutingContext ctx) {
        Throwable cause = ctx.failure();
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof BooksUnavailableException) {
            return Problem.of(
                    503,
                    "books away",
                    "the books' database does not answer; readings are taken in and kept all the same. Try again later");
        }
        if (cause == null && ctx.statusCode() >= 400 && ctx.statusCode() < 500) {
            return Problem.of(ctx.statusCode(), "refused", explain(ctx));
        }
        LOG.error("{} {} failed", ctx.request().method(), ctx.request().path(), cause);
        return Problem.of(500, "failed", "the answer could not be made; the server's log says why. Try again");
    }

    private static String explain(RoutingContext ctx) {
        return ctx.statusCode() == 413
                ? "the body is larger than the " + ctx.<Integer>get(LIMIT) + " bytes allowed"
                : request(ctx) + " is not taken; see /api/openapi.yaml";
    }

    private static String request(RoutingContext ctx) {
        return "\"" + ctx.request().method() + " " + ctx.request().path() + "\"";
    }
}
