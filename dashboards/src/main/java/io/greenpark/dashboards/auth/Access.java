package io.greenpark.dashboards.auth;

import io.greenpark.registry.credential.ConsoleCredentials;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates callers, lets them sign in and out, and refuses requests that another web site made a browser send. Runs
 * on the event loop; only passwords are compared on a worker thread.
 */
public final class Access {
    /** Name of the session cookie. */
    public static final String COOKIE = "greenpark-session";

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Set<HttpMethod> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> LOCALHOST_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Vertx vertx;
    private final ConsoleCredentials credentials;
    private final boolean signIn;
    private final boolean secure;
    private final Sessions sessions;
    private final Throttle throttle;

    /**
     * @param signIn whether callers must be known; false only for the demo on loopback
     * @param secure whether the cookie is for TLS only
     */
    public Access(Vertx vertx, ConsoleCredentials credentials, boolean signIn, boolean secure, Clock clock) {
        this.vertx = vertx;
        this.credentials = credentials;
        this.signIn = signIn;
        this.secure = secure;
        this.sessions = new Sessions(credentials.sessionKey(), LIFETIME, clock);
        this.throttle = new Throttle(clock);
    }

    /** Whether callers must sign in. */
    public boolean signInRequired() {
        return signIn;
    }

    /** Attaches the caller to the request, if known; goes on in every case. */
    public void authenticate(RoutingContext ctx) {
        Caller caller = callerOf(ctx);
        if (caller != null) {
            caller.attach(ctx);
        }
        ctx.next();
    }

    private @Nullable Caller callerOf(RoutingContext ctx) {
        String authorization = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return credentials.bearer(authorization.substring(7).strip())
                    ? new Caller("api-token", Caller.AuthMethod.TOKEN)
                    : null;
        }
        Cookie cookie = ctx.request().getCookie(COOKIE);
        String user = cookie == null ? null : sessions.userOf(cookie.getValue());
        if (user != null) {
            return new Caller(user, Caller.AuthMethod.SESSION);
        }
        return signIn ? null : new Caller("demo", Caller.AuthMethod.OPEN);
    }

    /**
     * Why a request must be refused although its cookie is correct: another site made the browser send it. Null if it is
     * fine. Requests with a bearer token always are: browsers never add one by themselves.
     */
    public @Nullable String crossSite(RoutingContext ctx) {
        Caller caller = Caller.of(ctx);
        if (caller != null && caller.method() == Caller.AuthMethod.TOKEN) {
            return null;
        }
        String host = host(ctx);
        if (!signIn && !namesThisMachine(ctx)) {
            return "host \"" + host + "\" is not this machine; without sign-in only localhost is answered";
        }
        if (SAFE_METHODS.contains(ctx.request().method())) {
            return null;
        }
        String site = ctx.request().getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return "the request comes from another site (Sec-Fetch-Site \"" + site + "\"); use the console itself";
        }
        String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host)) {
            return "the request comes from \"" + origin + "\", not from \"" + host + "\"; use the console itself";
        }
        return null;
    }

    /** Whether a request names this machine as localhost, and not by a name that a foreign site points at it. */
    public static boolean namesThisMachine(RoutingContext ctx) {
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

    /** Checks an account and opens its session. */
    public Future<SignInResult> signIn(RoutingContext ctx, String userName, String password) {
        String address = "address " + ctx.request().remoteAddress().hostAddress();
        String account = "account " + userName;
        Duration wait = max(throttle.wait(address), throttle.wait(account));
        if (!wait.isZero()) {
            return Future.succeededFuture(new SignInResult.Throttled(wait.toSeconds() + 1));
        }
        throttle.failed(address);
        throttle.failed(account);
        return vertx.executeBlocking(() -> credentials.signIn(userName, password), false)
                .map(correct -> {
                    if (!correct) {
                        return new SignInResult.Rejected();
                    }
                    throttle.succeeded(address);
                    throttle.succeeded(account);
                    ctx.response().addCookie(cookie(sessions.open(userName), LIFETIME.toSeconds()));
                    return new SignInResult.SignedIn(userName);
                });
    }

    /** Ends the session of a request and clears its cookie. */
    public void signOut(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(COOKIE);
        if (cookie != null) {
            sessions.end(cookie.getValue());
        }
        ctx.response().addCookie(cookie("", 0));
    }

    private Cookie cookie(String value, long maxAgeSeconds) {
        return Cookie.cookie(COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(maxAgeSeconds);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
