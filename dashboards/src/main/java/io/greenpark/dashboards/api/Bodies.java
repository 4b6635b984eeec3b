package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the bodies of requests, as bytes: the API knows no forms, which other takers would read in passing. How long a client may
 * take for one is the port's to say.
 */
final class Bodies {
    static final int MAX_BYTES = 64 * 1024;

    private static final String KEY = "greenpark.body";

    private Bodies() {}

    /** Takes a body of at most so many bytes in before it goes on. */
    static void take(RoutingContext ctx, int mostBytes) {
        HttpServerRequest request = ctx.request();
        if (of(ctx) != null) {
            ctx.next();
            return;
        }
        if (announced(request) > mostBytes) {
            throw tooLarge(mostBytes);
        }
        String expected = request.getHeader(HttpHeaders.EXPECT);
        if (expected != null) {
            if (!expected.equalsIgnoreCase("100-continue")) {
                throw Problem.of(
                        417,
                        new Bilingual("无法满足期望", "not expected"),
                        new Bilingual(
                                "不认识请求头 Expect 的值 \"" + expected + "\"；请去掉它",
                                "expectation \"" + expected + "\" is not known; leave it out"));
            }
            request.response().writeContinue();
        }
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > mostBytes) {
                request.handler(null);
                ctx.fail(tooLarge(mostBytes));
            } else {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(failure -> ctx.fail(Problem.badRequest(new Bilingual(
                "请求正文过早结束，或未按 HTTP/1.1 的要求发送；见 RFC 9112",
                "the body ends too early, or is not sent as HTTP/1.1 asks; see RFC 9112"))));
        request.endHandler(end -> {
            if (!ctx.failed()) {
                ctx.put(KEY, body);
                ctx.next();
            }
        });
        request.resume();
    }

    /** The body that was taken in; null if none was. */
    static @Nullable Buffer of(RoutingContext ctx) {
        return ctx.get(KEY);
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    private static Problem tooLarge(int mostBytes) {
        return Problem.of(
                413,
                Problem.REFUSED,
                new Bilingual(
                        "请求正文超过允许的 " + mostBytes + " 字节；请减小后再发送",
                        "the body is larger than the " + mostBytes + " bytes allowed"));
    }
}
