package io.greenpark.dashboards.auth;

import io.greenpark.access.account.Identities;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.operations.status.HttpTraffic;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates callers, lets them sign in and out, and refuses requests that another web site made a browser send. Runs
 * on the event loop; passwords are compared, and ended sessions kept, on worker threads.
 */
public final class Access {
    /** Name of the session cookie. */
    public static final String COOKIE = "greenpark-session";

    /** So many sign-ins ask another side at a time. */
    private static final int ASKED_OUTSIDE_AT_A_TIME = 4;

    private final Identities identities;
    private final boolean signIn;
    private final WorkerExecutor workers;
    private final SessionCookies cookies;
    private final Records records;
    private final Callers callers;
    private final CrossSite crossSite;
    private final Tries tries;
    private final SignIns signIns;
    private final OwnAccount ownAccount;
    private final @Nullable OutsideVisits outside;
    private final InvitedPeople invited;
    private final MailedLinks mailedLinks;

    /**
     * How callers may come in.
     *
     * @param signIn whether callers must be known; false only for the demo on loopback
     * @param secure whether cookies are for TLS only
     * @param proxies who may say for whom they ask
     * @param connections how many connections there may be, of which those that wait for an answer take a part
     * @param publicUrl how people reach the console
     */
    public record Rules(boolean signIn, boolean secure, Proxies proxies, int connections, String publicUrl) {}

    /** Blocks: reads from the books which sessions have been ended. */
    public Access(Vertx vertx, Identities identities, AuditLog audit, Books books, Rules rules, Clock clock) {
        this.identities = identities;
        this.signIn = rules.signIn();
        this.workers = vertx.createSharedWorkerExecutor("sign-in", SignIns.COMPARED_AT_A_TIME);
        EndedSessions ended = new EndedSessions(books, clock);
        this.records = new Records(vertx, audit);
        this.cookies = new SessionCookies(identities.sessionKey(), ended, rules.secure(), clock);
        this.callers = new Callers(identities, cookies, rules.proxies(), records, signIn);
        this.crossSite = new CrossSite(rules.signIn());
        this.tries = new Tries(rules.proxies(), cookies);
        SignInThrottle throttle = new SignInThrottle(clock);
        this.invited = new InvitedPeople(identities.invited(), throttle, tries, audit, workers);
        this.mailedLinks = new MailedLinks(throttle, tries, workers);
        SignInLog log = new SignInLog(clock);
        SignIns.Parts parts = new SignIns.Parts(vertx, identities, callers, cookies, throttle, records, log, workers);
        this.signIns = new SignIns(parts, rules.connections());
        this.outside = identities
                .outsideSignIn(clock)
                .map(there -> new OutsideVisits(
                        there,
                        identities.outside(),
                        new Journeys(identities.sessionKey(), rules.secure(), clock),
                        tries,
                        parts,
                        vertx.createSharedWorkerExecutor("outside sign-in", ASKED_OUTSIDE_AT_A_TIME),
                        rules.publicUrl()))
                .orElse(null);
        this.ownAccount = new OwnAccount(identities, callers, throttle, tries, audit, workers);
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
        Caller caller = callers.of(ctx);
        if (caller != null) {
            caller.attach(ctx);
        }
        ctx.next();
    }

    /** Whether whoever sent a request is still known: a session may have ended since, or expired. */
    public boolean isStillKnown(RoutingContext ctx) {
        return callers.of(ctx) != null;
    }

    /** Who may look where no sign-in is required; null where it is. */
    public @Nullable Caller open(RoutingContext ctx) {
        return callers.anyone(ctx);
    }

    /** Why a request must be refused although its cookie is correct: another site made the browser send it. Null if it is fine. */
    public @Nullable Bilingual crossSite(RoutingContext ctx) {
        return crossSite.refusal(ctx);
    }

    /** Whether a request names this machine as localhost, and not by a name that a foreign site points at it. */
    public static boolean namesThisMachine(RoutingContext ctx) {
        return CrossSite.namesThisMachine(ctx);
    }

    /**
     * Checks an account and opens its session.
     *
     * @param code of the second factor; null if none was given
     */
    public Future<SignInResult> signIn(RoutingContext ctx, String userName, String password, @Nullable String code) {
        return signIns.signIn(tries.of(ctx, userName, code), password);
    }

    /** The page of somebody else at which people may sign in as well; null for none. */
    public @Nullable OutsideVisits outside() {
        return outside;
    }

    /** People who come with a link that was mailed to them. */
    public InvitedPeople invited() {
        return invited;
    }

    /** People who come with other links that were mailed to them. */
    public MailedLinks mailedLinks() {
        return mailedLinks;
    }

    /** What people change of their own accounts. */
    public OwnAccount ownAccount() {
        return ownAccount;
    }

    /** Ends the session of a request for good and clears its cookie. */
    public Future<Void> signOut(RoutingContext ctx) {
        String session = cookies.clear(ctx);
        if (session == null) {
            return Future.succeededFuture();
        }
        Caller caller = Caller.of(ctx);
        // A session that has ended already is not ended again.
        if (caller != null && caller.method() == Caller.AuthMethod.SESSION) {
            records.append(AuditDraft.of(caller.name(), caller.origin(), AuditAction.SESSION_ENDED)
                    .on("account", caller.name()));
        }
        return workers.executeBlocking(
                () -> {
                    cookies.end(session);
                    return null;
                },
                false);
    }

    /** Sign-ins since the start. */
    public HttpTraffic.SignIns signIns() {
        return signIns.counts();
    }
}
