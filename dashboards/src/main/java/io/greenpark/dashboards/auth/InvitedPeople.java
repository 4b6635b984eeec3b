package io.greenpark.dashboards.auth;

import io.greenpark.access.account.AccountProblem;
import io.greenpark.access.account.InvitedAccounts;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.auth.Tries.Try;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** People who choose their passwords by links that were mailed to them. Whoever tries links waits as whoever tries passwords does. */
public final class InvitedPeople {
    /** No account is known before the token is. */
    private static final String NOBODY = "";

    private final InvitedAccounts invited;
    private final SignInThrottle throttle;
    private final Tries tries;
    private final AuditLog audit;
    private final WorkerExecutor workers;

    InvitedPeople(
            InvitedAccounts invited, SignInThrottle throttle, Tries tries, AuditLog audit, WorkerExecutor workers) {
        this.invited = invited;
        this.throttle = throttle;
        this.tries = tries;
        this.audit = audit;
        this.workers = workers;
    }

    /** How long whoever asks has to wait before the next try. */
    public Duration wait(RoutingContext ctx) {
        return throttle.wait(tries.of(ctx, NOBODY, null).who());
    }

    /** Sets the password; opens no session, as a second factor may be asked for. Fails with {@link AccountProblem} where refused. */
    public Future<UserAccount> accept(RoutingContext ctx, String token, String password) {
        Try attempt = tries.of(ctx, NOBODY, null);
        return workers.executeBlocking(
                        () -> {
                            UserAccount account = invited.accept(token, password);
                            audit.append(
                                    AuditDraft.of(account.userName(), attempt.origin(), AuditAction.PASSWORD_CHANGED)
                                            .on("account", account.userName()));
                            return account;
                        },
                        false)
                .onFailure(failure -> throttle.failed(attempt.who()));
    }
}
