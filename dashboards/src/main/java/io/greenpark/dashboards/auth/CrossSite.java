package io.greenpark.dashboards.auth;

import io.greenpark.park.text.Bilingual;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses requests that another web site made a browser send. */
final class CrossSite {
    private static final Set<HttpMethod> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> LOCALHOST_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean signIn;

    /** @param signIn whether callers must be known */
    CrossSite(boolean signIn) {
        this.signIn = signIn;
    }

    /**
     * Why a request must be refused although its cookie is correct. Null if it is fine. Requests with a bearer token always are:
     * browsers never add one by themselves.
     */
    @Nullable
    Bilingual refusal(RoutingContext ctx) {
        Caller caller = Caller.of(ctx);
        if (caller != null && caller.method() == Caller.AuthMethod.TOKEN) {
            return null;
        }
        String host = host(ctx);
        if (!signIn && !namesThisMachine(ctx)) {
            return new Bilingual(
                    "主机名 \"" + host + "\" 不是本机；免登录时只应答 localhost",
                    "host \"" + host + "\" is not this machine; without sign-in only localhost is answered");
        }
        if (SAFE_METHODS.contains(ctx.request().method())) {
            return null;
        }
        String site = ctx.request().getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return new Bilingual(
                    "请求来自其他网站（Sec-Fetch-Site \"" + site + "\"）；请在控制台中操作",
                    "the request comes from another site (Sec-Fetch-Site \"" + site + "\"); use the console itself");
        }
        String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host)) {
            return new Bilingual(
                    "请求来自 \"" + origin + "\"，而非 \"" + host + "\"；请在控制台中操作",
                    "the request comes from \"" + origin + "\", not from \"" + host + "\"; use the console itself");
        }
        return null;
    }

    static boolean namesThisMachine(RoutingContext ctx) {
        return LOCALHOST_NAMES.contains(withoutPort(host(ctx)));
    }

    private static String host(RoutingContext ctx) {
        return ctx.request().authority() == null
                ? ""
                : ctx.request().authority().toString();
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }
}
