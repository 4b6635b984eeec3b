package io.greenpark.dashboards.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.access.account.AccountProblem;
import io.greenpark.access.account.Identities;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.access.factor.Enrolment;
import io.greenpark.access.factor.FactorProblem;
import io.greenpark.access.factor.SecondFactors;
import io.greenpark.dashboards.auth.Tries.Try;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What people change of their own accounts: password and second factor. Each asks for the password once more, since a browser may stand
 * open; a wrong one counts like one at the sign-in. Futures fail with {@link AccountProblem} or
 * {@link FactorProblem} where something is refused.
 */
public final class OwnAccount {
    private final UserAccounts accounts;
    private final SecondFactors factors;
    private final Callers callers;
    private final SignInThrottle throttle;
    private final Tries tries;
    private final AuditLog audit;
    private final WorkerExecutor workers;

    OwnAccount(
            Identities identities,
            Callers callers,
            SignInThrottle throttle,
            Tries tries,
            AuditLog audit,
            WorkerExecutor workers) {
        this.accounts = identities.accounts();
        this.factors = identities.factors();
        this.callers = callers;
        this.throttle = throttle;
        this.tries = tries;
        this.audit = audit;
        this.workers = workers;
    }

    /** How long whoever has a session has to wait before the next guess at his own password. */
    public Duration wait(RoutingContext ctx) {
        return throttle.wait(attempt(ctx, null).who());
    }

    private Try attempt(RoutingContext ctx, @Nullable String code) {
        return tries.of(ctx, Objects.requireNonNull(Caller.of(ctx)).name(), code);
    }

    /** Changes the password of whoever has a session, which goes on; all others of the account end. */
    public Future<Void> changePassword(RoutingContext ctx, String present, String other) {
        Try attempt = attempt(ctx, null);
        return this.<Void>work(() -> {
                    accounts.changePassword(attempt.user(), present, other);
                    audit.append(draft(attempt, AuditAction.PASSWORD_CHANGED));
                    return null;
                })
                .onSuccess(done -> goOn(attempt))
                .onFailure(failure -> throttle.failed(attempt.who()));
    }

    /** Begins to set a second factor up. */
    public Future<Enrolment> beginFactor(RoutingContext ctx, String password) {
        Try attempt = attempt(ctx, null);
        return work(() -> {
            requirePassword(attempt, password);
            return factors.begin(attempt.user());
        });
    }

    /** Takes the second factor into use that was begun; the session goes on, all others of the account end. Gives recovery codes. */
    public Future<List<String>> confirmFactor(RoutingContext ctx, String code) {
        Try attempt = attempt(ctx, code);
        return work(() -> {
                    JsonNode before = factors.state(attempt.user());
                    List<String> codes = factors.confirm(attempt.user(), code);
                    accounts.endSessions(attempt.user());
                    recordFactor(attempt, before);
                    return codes;
                })
                .onSuccess(done -> goOn(attempt));
    }

    /** Takes the second factor away. */
    public Future<Void> removeFactor(RoutingContext ctx, String password, String code) {
        Try attempt = attempt(ctx, code);
        return this.<Void>work(() -> {
                    requirePassword(attempt, password);
                    requireCode(attempt, code);
                    JsonNode before = factors.state(attempt.user());
                    factors.remove(attempt.user());
                    accounts.endSessions(attempt.user());
                    recordFactor(attempt, before);
                    return null;
                })
                .onSuccess(done -> goOn(attempt));
    }

    /**
     * Makes other recovery codes in place of those of before, for a code of the app alone: one recovery code that somebody found is not worth ten. The
     * session goes on, all others of the account end.
     */
    public Future<List<String>> renewRecovery(RoutingContext ctx, String password, String code) {
        Try attempt = attempt(ctx, code);
        return work(() -> {
                    requirePassword(attempt, password);
                    requireCodeOfApp(attempt, code);
                    JsonNode before = factors.state(attempt.user());
                    List<String> codes = factors.renewRecovery(attempt.user());
                    accounts.endSessions(attempt.user());
                    recordFactor(attempt, before);
                    return codes;
                })
                .onSuccess(done -> goOn(attempt));
    }

    private void requirePassword(Try attempt, String password) {
        if (!accounts.signIn(attempt.user(), password)) {
            throttle.failed(attempt.who());
            throw AccountProblem.wrongPassword();
        }
    }

    private void requireCodeOfApp(Try attempt, String code) {
        if (SecondFactors.isRecoveryCode(code)) {
            throttle.failed(attempt.who());
            throw AccountProblem.invalid(
                    "更换恢复码须用应用显示的验证码，不能用恢复码；手机丢失的，请先停用动态验证码再重新设置",
                    "recovery codes are renewed with a code of the app, not with one of themselves; who has lost the phone removes the"
                            + " second factor and sets it up again");
        }
        requireCode(attempt, code);
    }

    private void requireCode(Try attempt, String code) {
        boolean right = SecondFactors.isRecoveryCode(code)
                ? factors.acceptRecovery(attempt.user(), code)
                : factors.accept(attempt.user(), code);
        if (!right) {
            throttle.failed(attempt.who());
            throw AccountProblem.invalid(
                    "验证码不正确或已用过；请等待应用显示下一个，或使用恢复码",
                    "the code is wrong, or was used already; wait for the next one of the app, or give a recovery code");
        }
    }

    private <T> Future<T> work(Callable<T> work) {
        return workers.executeBlocking(work, false);
    }

    private void recordFactor(Try attempt, JsonNode before) {
        audit.append(draft(attempt, AuditAction.SECOND_FACTOR_CHANGED).change(before, factors.state(attempt.user())));
    }

    private static AuditDraft draft(Try attempt, AuditAction action) {
        return AuditDraft.of(attempt.user(), attempt.origin(), action).on("account", attempt.user());
    }

    private void goOn(Try attempt) {
        callers.open(attempt.ctx(), attempt.user(), SessionUser.Way.PASSWORD).attach(attempt.ctx());
    }
}
