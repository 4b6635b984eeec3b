package io.greenpark.dashboards.api;

import io.greenpark.store.books.BooksUnavailableException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where failures become answers: the {@link Problem} thrown, or one for any other failure, written as
 * {@code application/problem+json}.
 */
public final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String PROBLEM_JSON = "application/problem+json";

    private ErrorAnswers() {}

    static void refuse(RoutingContext ctx, Problem problem) {
        refuse(ctx.response(), problem);
    }

    /** Writes a problem as the answer. */
    public static void refuse(HttpServerResponse response, Problem problem) {
        if (response.closed() || response.ended()) {
            return;
        }
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer realm=\"greenpark\"");
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problem.json().toBuffer());
    }

    /** Answers what no route took: another method may be allowed there, or there is no such path. */
    static void notInContract(RoutingContext ctx, Set<HttpMethod> allowed) {
        if (allowed.isEmpty()) {
            refuse(ctx, Problem.notFound(request(ctx) + " is not in the contract; see /api/openapi.yaml"));
        } else {
            notAllowed(ctx.request(), allowed);
        }
    }

    /** Answers a method that a path does not take; {@code OPTIONS} is told what it does. */
    public static void notAllowed(HttpServerRequest request, Set<HttpMethod> allowed) {
        String methods = allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        HttpServerResponse response = request.response().putHeader(HttpHeaders.ALLOW, methods + ", OPTIONS");
        if (request.method() == HttpMethod.OPTIONS) {
            response.setStatusCode(204).end();
        } else {
            refuse(
                    response,
                    Problem.of(
                            405,
                            "method not allowed",
                            "\"" + request.method() + " " + request.path() + "\" is not in the contract, which has "
                                    + methods + " there; see /api/openapi.yaml"));
        }
    }

    /** Answers a request whose handler failed. */
    public static void failed(RoutingContext ctx) {
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
        int status = cause instanceof HttpException refusal ? refusal.getStatusCode() : ctx.statusCode();
        boolean thrown = cause != null && !(cause instanceof HttpException);
        if (!thrown && status >= 400 && status < 500) {
            return Problem.of(status, "refused", request(ctx) + " is not taken; see /api/openapi.yaml");
        }
        LOG.error("{} {} failed", ctx.request().method(), ctx.request().path(), cause);
        return Problem.of(500, "failed", "the answer could not be made; the server's log says why. Try again");
    }

    /** What is wrong with a request that could not be parsed. */
    public static Problem unparsed(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Problem.of(414, "too long", "the request line is longer than 4096 bytes; ask for less at a time");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Problem.of(431, "too long", "the header is larger than 8192 bytes; send fewer or shorter fields");
        }
        return Problem.badRequest("this is no HTTP/1.1 request; see RFC 9112");
    }

    private static String request(RoutingContext ctx) {
        return "\"" + ctx.request().method() + " " + ctx.request().path() + "\"";
    }
}
