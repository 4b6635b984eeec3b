package io.greenpark.dashboards.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.access.account.OutsideAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.outside.Journey;
import io.greenpark.access.outside.OutsideProblem;
import io.greenpark.access.outside.OutsideSignIn;
import io.greenpark.access.outside.Proof;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.auth.Tries.Try;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Sends browsers to somebody else's page and takes them in when they come back. Browsers follow these addresses, so what goes wrong is said
 * on the console's own page: {@code /#/?outside=KIND}. On the event loop; what asks the other side is done by workers.
 */
public final class OutsideVisits {
    private static final String LEAVE = "/sign-in/outside";
    private static final String RETURN = "/sign-in/outside/return";

    /** What tells people apart who come back, as far as their attempts are counted: no account is known yet. */
    private static final String NOBODY = "";

    private static final int LONGEST_CODE = 4_096;

    private final OutsideSignIn there;
    private final OutsideAccounts accounts;
    private final Journeys journeys;
    private final Callers callers;
    private final SessionCookies cookies;
    private final Tries tries;
    private final SignInThrottle throttle;
    private final SignInLog log;
    private final Records records;
    private final WorkerExecutor workers;
    private final URI back;

    /** @param publicUrl how people reach the console */
    OutsideVisits(
            OutsideSignIn there,
            OutsideAccounts accounts,
            Journeys journeys,
            Tries tries,
            SignIns.Parts parts,
            WorkerExecutor workers,
            String publicUrl) {
        this.there = there;
        this.accounts = accounts;
        this.journeys = journeys;
        this.tries = tries;
        this.callers = parts.callers();
        this.cookies = parts.cookies();
        this.throttle = parts.throttle();
        this.log = parts.log();
        this.records = parts.records();
        this.workers = workers;
        this.back = URI.create(publicUrl + RETURN);
    }

    /** What stands on the button. */
    public Bilingual label() {
        return there.label();
    }

    /** Adds the addresses at which browsers leave and come back. */
    public void addTo(Router router) {
        router.get(LEAVE).handler(this::leave);
        router.get(RETURN).handler(this::comeBack);
    }

    private void leave(RoutingContext ctx) {
        Try attempt = tries.of(ctx, NOBODY, null);
        Journey journey = journeys.begin(ctx);
        workers.executeBlocking(() -> there.leave(journey, back), false)
                .onSuccess(page -> send(ctx, page.toString()))
                .onFailure(failure -> refuse(attempt, failure));
    }

    private void comeBack(RoutingContext ctx) {
        Try attempt = tries.of(ctx, NOBODY, null);
        Journey journey = journeys.end(ctx);
        String code = parameter(ctx, "code");
        if (!throttle.wait(attempt.who()).isZero()) {
            log.throttled(attempt.address(), NOBODY, false);
            say(ctx, "throttled");
        } else if (journey == null || !journey.state().equals(parameter(ctx, "state"))) {
            say(ctx, "expired");
        } else if (code == null || code.length() > LONGEST_CODE) {
            // Whoever turns back there comes with an error in place of a code.
            say(ctx, "cancelled");
        } else {
            workers.executeBlocking(() -> arrive(journey, code), false)
                    .onSuccess(found -> accept(attempt, found))
                    .onFailure(failure -> refuse(attempt, failure));
        }
    }

    private static @Nullable String parameter(RoutingContext ctx, String name) {
        return ctx.queryParams().get(name);
    }

    /** Whose account it is, and by which proof. */
    private record Arrived(OutsideAccounts.Found found, Proof proof) {}

    private Arrived arrive(Journey journey, String code) {
        Proof proof = there.arrive(journey, back, code);
        return new Arrived(accounts.of(proof), proof);
    }

    private void accept(Try attempt, Arrived arrived) {
        String user = arrived.found().userName();
        throttle.succeeded(attempt.who());
        log.accepted();
        if (arrived.found().linkedNow()) {
            records.append(AuditDraft.of(user, attempt.origin(), AuditAction.ACCOUNT_CHANGED)
                    .on("account", user)
                    .change(null, linked(arrived.proof())));
        }
        records.append(AuditDraft.of(user, attempt.origin(), AuditAction.SESSION_OPENED));
        callers.open(attempt.ctx(), user, SessionUser.Way.OUTSIDE);
        cookies.trust(attempt.ctx(), user);
        send(attempt.ctx(), "/");
    }

    private static JsonNode linked(Proof proof) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("issuer", proof.issuer())
                .put("subject", proof.subject())
                .put("name", proof.name());
    }

    private void refuse(Try attempt, Throwable failure) {
        if (failure instanceof OutsideProblem problem) {
            if (problem.kind() != OutsideProblem.Kind.AWAY) {
                throttle.failed(attempt.who());
            }
            log.refusedOutside(attempt.address(), problem.text());
            say(attempt.ctx(), EnumCode.of(problem.kind()));
        } else {
            attempt.ctx().fail(failure);
        }
    }

    private static void say(RoutingContext ctx, String kind) {
        send(ctx, "/#/?outside=" + kind);
    }

    private static void send(RoutingContext ctx, String address) {
        ctx.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, address)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
