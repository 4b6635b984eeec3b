package io.greenpark.dashboards.auth;

import io.greenpark.access.account.Identities;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.auth.SignInThrottle.Attempt;
import io.greenpark.operations.status.HttpTraffic;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.Books;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authenticates callers, lets them sign in and out, and refuses requests that another web site made a browser send. Runs
 * on the event loop; passwords are compared, and ended sessions kept, on worker threads.
 */
public final class Access {
    /** Name of the session cookie. */
    public static final String COOKIE = "greenpark-session";

    /** Cookies are sent in the order of their names; the session is to come first. */
    private static final String DEVICE_COOKIE = "greenpark-trusted";

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Duration DEVICE_LIFETIME = Duration.ofDays(90);

    /** A password takes a core for a while: so many are compared at a time. */
    private static final int COMPARED_AT_A_TIME = 2;

    /** So many of the connections may wait for a hash, and as many for a refusal: the rest is for others. */
    private static final int PART_WAITING = 4;

    private static final Duration TURNED_AWAY_FOR = Duration.ofSeconds(10);
    private static final Set<HttpMethod> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> LOCALHOST_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private final Vertx vertx;
    private final Identities identities;
    private final UserAccounts accounts;
    private final boolean signIn;
    private final boolean secure;
    private final Proxies proxies;
    private final WorkerExecutor workers;
    private final WorkerExecutor recorders;
    private final Sessions sessions;
    private final SignedText devices;
    private final SignInThrottle throttle;
    private final SignInLog log;
    private final AuditLog audit;
    private final SignInQueue queue;
    private final int mostWaiting;
    /** Refusals that are put off. On the event loop. */
    private int delayed;

    /**
     * How callers may come in.
     *
     * @param signIn whether callers must be known; false only for the demo on loopback
     * @param secure whether cookies are for TLS only
     * @param proxies who may say for whom they ask
     * @param connections how many connections there may be, of which those that wait for an answer take a part
     */
    public record Rules(boolean signIn, boolean secure, Proxies proxies, int connections) {}

    /** Blocks: reads from the books which sessions have been ended. */
    public Access(Vertx vertx, Identities identities, AuditLog audit, Books books, Rules rules, Clock clock) {
        this.audit = audit;
        this.vertx = vertx;
        this.identities = identities;
        this.accounts = identities.accounts();
        this.signIn = rules.signIn();
        this.secure = rules.secure();
        this.proxies = rules.proxies();
        this.workers = vertx.createSharedWorkerExecutor("sign-in", COMPARED_AT_A_TIME);
        this.recorders = vertx.createSharedWorkerExecutor("recorders", 1);
        byte[] key = identities.sessionKey();
        this.sessions = new Sessions(key, LIFETIME, new EndedSessions(books, clock), clock);
        this.devices = new SignedText(key, "device", DEVICE_LIFETIME, clock);
        this.throttle = new SignInThrottle(clock);
        this.log = new SignInLog(clock);
        this.mostWaiting = Math.max(1, rules.connections() / PART_WAITING);
        this.queue = new SignInQueue(COMPARED_AT_A_TIME, mostWaiting);
    }

    /** Has the right password learned, on a worker, before anybody tries one. */
    public void start() {
        workers.executeBlocking(() -> {
            identities.learn();
            return null;
        });
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

    /** Whether whoever sent a request is still known: a session may have ended since, or expired. */
    public boolean isStillKnown(RoutingContext ctx) {
        return callerOf(ctx) != null;
    }

    /** Who may look where no sign-in is required; null where it is. */
    public @Nullable Caller open(RoutingContext ctx) {
        return signIn ? null : new Caller(Viewer.ofAll("demo"), Caller.AuthMethod.OPEN, origin(ctx), false);
    }

    private String origin(RoutingContext ctx) {
        return proxies.client(ctx.request()).getHostAddress();
    }

    /** Who sent a request; null where that is unknown. */
    private @Nullable Caller callerOf(RoutingContext ctx) {
        String authorization = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return identities
                    .bearer(authorization.substring(7).strip())
                    .map(viewer -> used(new Caller(viewer, Caller.AuthMethod.TOKEN, origin(ctx), false)))
                    .orElse(null);
        }
        Cookie cookie = ctx.request().getCookie(COOKIE);
        Caller signedIn = cookie == null ? null : signedIn(cookie.getValue(), origin(ctx));
        return signedIn == null ? open(ctx) : signedIn;
    }

    /** A program's key is noted to be in use once a day, and nothing waits for that. */
    private Caller used(Caller program) {
        if (!identities.keys().isUseNoted(program.name())) {
            recording(
                    "the use of key " + program.name(), () -> identities.keys().noteUse(program.name()));
        }
        return program;
    }

    /** Whose session a cookie is of; null if it has ended, by itself or with what the account's stamp stands for. */
    private @Nullable Caller signedIn(String cookie, String origin) {
        SessionUser user = SessionUser.of(sessions.userOf(cookie));
        if (user == null) {
            return null;
        }
        boolean mustChange =
                accounts.find(user.name()).map(UserAccount::mustChangePassword).orElse(false);
        return accounts.viewer(user.name(), user.stamp())
                .map(viewer -> new Caller(viewer, Caller.AuthMethod.SESSION, origin, mustChange))
                .orElse(null);
    }

    /**
     * Why a request must be refused although its cookie is correct: another site made the browser send it. Null if it is
     * fine. Requests with a bearer token always are: browsers never add one by themselves.
     */
    public @Nullable Bilingual crossSite(RoutingContext ctx) {
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

    /**
     * Checks an account and opens its session. The right password lets in at once, however many others are tried: once it is
     * known to this process that costs next to nothing, and only what was wrong is answered late.
     */
    public Future<SignInResult> signIn(RoutingContext ctx, String userName, String password) {
        InetAddress address = proxies.client(ctx.request());
        Try attempt = new Try(ctx, address, new Attempt(userName, Sender.of(address, device(ctx, userName))));
        if (!throttle.wait(attempt.who).isZero()) {
            return Future.succeededFuture(turnAway(attempt, throttle.wait(attempt.who)));
        }
        Boolean known = accounts.signInAtOnce(userName, password).orElse(null);
        return known != null ? answer(attempt, known) : inTurn(attempt, password);
    }

    /** One request to sign in. */
    private record Try(RoutingContext ctx, InetAddress address, Attempt who) {}

    private Future<SignInResult> inTurn(Try attempt, String password) {
        Sender sender = attempt.who.sender();
        return queue.enter(sender).compose(come -> {
            if (!come) {
                return Future.succeededFuture(turnAway(attempt, TURNED_AWAY_FOR));
            }
            // Of those that wait only one is tried at a time: the ones before it may have been wrong.
            Duration wait = throttle.wait(attempt.who);
            if (!wait.isZero()) {
                queue.leave(sender);
                return Future.succeededFuture(turnAway(attempt, wait));
            }
            // The place is free once it is known what it was, not once that is answered, which may be put off.
            return workers.<Boolean>executeBlocking(() -> accounts.signIn(attempt.who.account(), password), false)
                    .onFailure(failure -> queue.leave(sender))
                    .compose(correct -> {
                        Future<SignInResult> answer = answer(attempt, correct);
                        queue.leave(sender);
                        return answer;
                    });
        });
    }

    private SignInResult turnAway(Try attempt, Duration wait) {
        String user = attempt.who.account();
        log.throttled(attempt.address, user, accounts.find(user).isPresent());
        return new SignInResult.Throttled(wait.toSeconds() + 1);
    }

    private Future<SignInResult> answer(Try attempt, boolean correct) {
        String user = attempt.who.account();
        if (!correct) {
            boolean known = accounts.find(user).isPresent();
            if (log.rejected(attempt.address, user, known) && known) {
                record(attempt, AuditAction.SESSION_REFUSED);
            }
            return later(throttle.failed(attempt.who)).map(now -> new SignInResult.Rejected());
        }
        throttle.succeeded(attempt.who);
        log.accepted();
        record(attempt, AuditAction.SESSION_OPENED);
        openSession(attempt.ctx, user);
        attempt.ctx.response().addCookie(cookie(DEVICE_COOKIE, devices.write(user), DEVICE_LIFETIME));
        return Future.succeededFuture(new SignInResult.SignedIn(caller(attempt.ctx, user)));
    }

    /** People sign in while the books are away, too: that it is not on record stands in the log then. */
    private void record(Try attempt, AuditAction action) {
        AuditDraft draft = AuditDraft.of(attempt.who.account(), attempt.address.getHostAddress(), action);
        recording(action.code() + " of " + draft.who(), () -> audit.append(draft));
    }

    /** On a thread of its own: while the books are slow or away, passwords are compared as ever. */
    private void recording(String what, Runnable write) {
        recorders
                .executeBlocking(
                        () -> {
                            write.run();
                            return null;
                        },
                        false)
                .onFailure(failure -> LOG.warn("{} is not on record: {}", what, failure.getMessage()));
    }

    private Caller caller(RoutingContext ctx, String user) {
        UserAccount account = accounts.find(user).orElseThrow();
        return new Caller(account.viewer(), Caller.AuthMethod.SESSION, origin(ctx), account.mustChangePassword());
    }

    private void openSession(RoutingContext ctx, String user) {
        String stamp = accounts.stamp(user).orElseThrow();
        ctx.response().addCookie(cookie(COOKIE, sessions.open(new SessionUser(user, stamp).text()), LIFETIME));
    }

    /**
     * Changes the password of whoever has a session, which goes on; all others of the account end.
     *
     * @return fails with {@link io.greenpark.access.account.AccountProblem} if the present one is wrong or the other too easy
     */
    public Future<Void> changePassword(RoutingContext ctx, String present, String other) {
        String user = Objects.requireNonNull(Caller.of(ctx)).name();
        InetAddress address = proxies.client(ctx.request());
        Attempt attempt = new Attempt(user, Sender.of(address, device(ctx, user)));
        return workers.<Void>executeBlocking(
                        () -> {
                            accounts.changePassword(user, present, other);
                            audit.append(AuditDraft.of(user, address.getHostAddress(), AuditAction.PASSWORD_CHANGED)
                                    .on("account", user));
                            return null;
                        },
                        false)
                .onSuccess(done -> {
                    openSession(ctx, user);
                    caller(ctx, user).attach(ctx);
                })
                .onFailure(failure -> throttle.failed(attempt));
    }

    /** How long whoever has a session has to wait before the next guess at his own password. */
    public Duration waitToChange(RoutingContext ctx) {
        String user = Objects.requireNonNull(Caller.of(ctx)).name();
        return throttle.wait(new Attempt(user, Sender.of(proxies.client(ctx.request()), device(ctx, user))));
    }

    /** Holds a connection; where so many are held that others would not find one, nobody waits any longer. */
    private Future<?> later(Duration delay) {
        if (delay.isZero() || delayed >= mostWaiting) {
            return Future.succeededFuture();
        }
        delayed++;
        Promise<Void> over = Promise.promise();
        vertx.setTimer(delay.toMillis(), timer -> {
            delayed--;
            over.complete();
        });
        return over.future();
    }

    /** The id of a browser that has signed in to an account before; null if this one has not. */
    private @Nullable String device(RoutingContext ctx, String userName) {
        Cookie cookie = ctx.request().getCookie(DEVICE_COOKIE);
        SignedText.Content device = cookie == null ? null : devices.read(cookie.getValue());
        return device == null || !device.user().equals(userName) ? null : device.id();
    }

    /** Ends the session of a request for good and clears its cookie. */
    public Future<Void> signOut(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(COOKIE);
        ctx.response().addCookie(cookie(COOKIE, "", Duration.ZERO));
        if (cookie == null) {
            return Future.succeededFuture();
        }
        return workers.executeBlocking(
                () -> {
                    sessions.end(cookie.getValue());
                    return null;
                },
                false);
    }

    /** Sign-ins since the start. */
    public HttpTraffic.SignIns signIns() {
        return log.counts();
    }

    private Cookie cookie(String name, String value, Duration maxAge) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(maxAge.toSeconds());
    }
}
