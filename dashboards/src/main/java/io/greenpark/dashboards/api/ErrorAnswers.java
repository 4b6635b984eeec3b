package io.greenpark.dashboards.api;

import io.greenpark.park.document.DocumentsUnavailableException;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.BooksUnavailableException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Locale;
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
    private static final Bilingual TOO_LONG = new Bilingual("过长", "too long");

    private ErrorAnswers() {}

    static void refuse(RoutingContext ctx, Problem problem) {
        refuse(ctx.request(), problem);
    }

    /** Writes a problem as the answer, in the language of whoever asks; scripts that name none have read English so far. */
    public static void refuse(HttpServerRequest request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer realm=\"greenpark\"");
        }
        Locale language = AcceptFields.language(request, Locale.ENGLISH);
        // Beside what other answers vary with.
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .end(problem.json(language).toBuffer());
    }

    /** Answers what no route took: another method may be allowed there, or there is no such path. */
    static void notInContract(RoutingContext ctx, Set<HttpMethod> allowed) {
        if (allowed.isEmpty()) {
            String asked = request(ctx);
            refuse(
                    ctx,
                    Problem.notFound(new Bilingual(
                            "接口中没有 " + asked + "；见 /api/openapi.yaml",
                            asked + " is not in the contract; see /api/openapi.yaml")));
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
            String asked = asked(request);
            refuse(
                    request,
                    Problem.of(
                            405,
                            new Bilingual("不支持该方法", "method not allowed"),
                            new Bilingual(
                                    "接口中没有 " + asked + "，该处可用 " + methods + "；见 /api/openapi.yaml",
                                    asked + " is not in the contract, which has " + methods
                                            + " there; see /api/openapi.yaml")));
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
                    new Bilingual("核算数据库无应答", "books away"),
                    new Bilingual(
                            "核算数据库没有应答；数据照常接收并保存，请稍后再试",
                            "the books' database does not answer; readings are taken in and kept all the same. Try again"
                                    + " later"));
        }
        if (cause instanceof DocumentsUnavailableException) {
            LOG.error("{} {}: {}", ctx.request().method(), ctx.request().path(), cause.getMessage());
            return Problem.of(
                    503,
                    new Bilingual("文件暂不可用", "files away"),
                    new Bilingual(
                            "服务器磁盘无法读写文件，原因见服务器日志；请联系平台运维人员，稍后再试",
                            "the server's disk cannot read or write files now; the server's log says why. Tell the operator"
                                    + " of the platform, and try again later"));
        }
        int status = cause instanceof HttpException refusal ? refusal.getStatusCode() : ctx.statusCode();
        boolean thrown = cause != null && !(cause instanceof HttpException);
        if (!thrown && status >= 400 && status < 500) {
            String asked = request(ctx);
            return Problem.of(
                    status,
                    Problem.REFUSED,
                    new Bilingual(
                            "不接受 " + asked + "；见 /api/openapi.yaml", asked + " is not taken; see /api/openapi.yaml"));
        }
        LOG.error("{} {} failed", ctx.request().method(), ctx.request().path(), cause);
        return Problem.of(
                500,
                new Bilingual("服务器出错", "failed"),
                new Bilingual(
                        "未能作出应答，原因见服务器日志；请重试", "the answer could not be made; the server's log says why. Try again"));
    }

    /** What is wrong with a request that could not be parsed. */
    public static Problem unparsed(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Problem.of(
                    414,
                    TOO_LONG,
                    new Bilingual(
                            "请求行超过 4096 字节；请分次查询，每次少查一些",
                            "the request line is longer than 4096 bytes; ask for less at a time"));
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Problem.of(
                    431,
                    TOO_LONG,
                    new Bilingual(
                            "请求头超过 8192 字节；请减少或缩短字段",
                            "the header is larger than 8192 bytes; send fewer or shorter fields"));
        }
        return Problem.badRequest(
                new Bilingual("这不是 HTTP/1.1 请求；见 RFC 9112", "this is no HTTP/1.1 request; see RFC 9112"));
    }

    private static String request(RoutingContext ctx) {
        return asked(ctx.request());
    }

    private static String asked(HttpServerRequest request) {
        return "\"" + request.method() + " " + request.path() + "\"";
    }
}
