package io.greenpark.dashboards.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.access.account.Identities;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.factor.SecondFactors;
import io.greenpark.dashboards.auth.Tries.Try;
import io.greenpark.operations.status.HttpTraffic;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;

/**
 * Lets people in who know their password, and have the code of their second factor where they use one. On the event loop; passwords
 * are compared on worker threads.
 */
final class SignIns {
    /** A password takes a core for a while: so many are compared at a time. */
    static final int COMPARED_AT_A_TIME = 2;

    /** So many of the connections may wait for a hash, and as many for a refusal: the rest is for others. */
    private static final int PART_WAITING = 4;

    private static final Duration TURNED_AWAY_FOR = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final UserAccounts accounts;
    private final SecondFactors factors;
    private final Callers callers;
    private final SessionCookies cookies;
    private final SignInThrottle throttle;
    private final Records records;
    private final WorkerExecutor workers;
    private final SignInLog log;
    private final SignInQueue queue;
    private final int mostWaiting;
    /** Refusals that are put off. On the event loop. */
    private int delayed;

    /**
     * What a sign-in is made with.
     *
     * @param workers that compare passwords
     */
    record Parts(
            Vertx vertx,
            Identities identities,
            Callers callers,
            SessionCookies cookies,
            SignInThrottle throttle,
            Records records,
            SignInLog log,
            WorkerExecutor workers) {}

    /** @param connections how many there may be, of which those that wait for an answer take a part */
    SignIns(Parts parts, int connections) {
        this.vertx = parts.vertx();
        this.accounts = parts.identities().accounts();
        this.factors = parts.identities().factors();
        this.callers = parts.callers();
        this.cookies = parts.cookies();
        this.throttle = parts.throttle();
        this.records = parts.records();
        this.workers = parts.workers();
        this.log = parts.log();
        this.mostWaiting = Math.max(1, connections / PART_WAITING);
        this.queue = new SignInQueue(COMPARED_AT_A_TIME, mostWaiting);
    }

    /** Sign-ins since the start. */
    HttpTraffic.SignIns counts() {
        return log.counts();
    }

    /**
     * Checks an account and opens its session. The right password lets in at once, however many others are tried: once it is
     * known to this process that costs next to nothing, and only what was wrong is answered late.
     */
    Future<SignInResult> signIn(Try attempt, String password) {
        Duration wait = throttle.wait(attempt.who());
        if (!wait.isZero()) {
            return Future.succeededFuture(turnAway(attempt, wait));
        }
        Boolean known = accounts.signInAtOnce(attempt.user(), password).orElse(null);
        return known != null ? answer(attempt, known) : inTurn(attempt, password);
    }

    private Future<SignInResult> inTurn(Try attempt, String password) {
        Sender sender = attempt.who().sender();
        return queue.enter(sender).compose(come -> {
            if (!come) {
                return Future.succeededFuture(turnAway(attempt, TURNED_AWAY_FOR));
            }
            // Of those that wait only one is tried at a time: the ones before it may have been wrong.
            Duration wait = throttle.wait(attempt.who());
            if (!wait.isZero()) {
                queue.leave(sender);
                return Future.succeededFuture(turnAway(attempt, wait));
            }
            // The place is free once it is known what it was, not once that is answered, which may be put off.
            return workers.<Boolean>executeBlocking(() -> accounts.signIn(attempt.user(), password), false)
                    .onFailure(failure -> queue.leave(sender))
                    .compose(correct -> {
                        Future<SignInResult> answer = answer(attempt, correct);
                        queue.leave(sender);
                        return answer;
                    });
        });
    }

    private SignInResult turnAway(Try attempt, Duration wait) {
        String user = attempt.user();
        log.throttled(attempt.address(), user, accounts.find(user).isPresent());
        return new SignInResult.Throttled(wait.toSeconds() + 1, false);
    }

    private Future<SignInResult> answer(Try attempt, boolean correct) {
        String user = attempt.user();
        if (correct) {
            return factors.isOn(user) ? secondStep(attempt) : Future.succeededFuture(accepted(attempt));
        }
        boolean known = accounts.find(user).isPresent();
        if (log.rejected(attempt.address(), user, known) && known) {
            record(attempt, AuditAction.SESSION_REFUSED);
        }
        return later(throttle.failed(attempt.who())).map(now -> new SignInResult.Rejected());
    }

    /** The password was right, which resets no throttle: codes would be guessed without an end. */
    private Future<SignInResult> secondStep(Try attempt) {
        String code = attempt.code();
        if (code == null) {
            return Future.succeededFuture(new SignInResult.CodeNeeded(false));
        }
        if (SecondFactors.isRecoveryCode(code)) {
            JsonNode before = factors.state(attempt.user());
            return workers.<Boolean>executeBlocking(() -> factors.acceptRecovery(attempt.user(), code), false)
                    .compose(right -> {
                        if (right) {
                            records.append(draft(attempt, AuditAction.SECOND_FACTOR_CHANGED)
                                    .on("account", attempt.user())
                                    .change(before, factors.state(attempt.user())));
                        }
                        return codeTried(attempt, right);
                    });
        }
        Duration wait = throttle.waitForCode(attempt.who());
        if (!wait.isZero()) {
            log.throttled(attempt.address(), attempt.user(), true);
            return Future.succeededFuture(new SignInResult.Throttled(wait.toSeconds() + 1, true));
        }
        boolean right = factors.accept(attempt.user(), code);
        if (right) {
            records.run("the code of " + attempt.user(), () -> factors.noteUse(attempt.user()));
        }
        return codeTried(attempt, right);
    }

    private Future<SignInResult> codeTried(Try attempt, boolean right) {
        if (right) {
            return Future.succeededFuture(accepted(attempt));
        }
        if (log.rejectedCode(attempt.address(), attempt.user())) {
            record(attempt, AuditAction.SESSION_REFUSED);
        }
        return later(throttle.failedCode(attempt.who())).map(now -> new SignInResult.CodeNeeded(true));
    }

    private SignInResult accepted(Try attempt) {
        throttle.succeeded(attempt.who());
        log.accepted();
        record(attempt, AuditAction.SESSION_OPENED);
        Caller caller = callers.open(attempt.ctx(), attempt.user(), SessionUser.Way.PASSWORD);
        cookies.trust(attempt.ctx(), attempt.user());
        return new SignInResult.SignedIn(caller);
    }

    private void record(Try attempt, AuditAction action) {
        records.append(draft(attempt, action));
    }

    private static AuditDraft draft(Try attempt, AuditAction action) {
        return AuditDraft.of(attempt.user(), attempt.origin(), action);
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
}
