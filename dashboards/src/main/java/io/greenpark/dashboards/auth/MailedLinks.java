package io.greenpark.dashboards.auth;

import io.greenpark.dashboards.auth.Tries.Try;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** People who come with a link that was mailed to them and have no session. Whoever tries links waits as whoever tries passwords does. */
public final class MailedLinks {
    private static final String NOBODY = "";

    private final SignInThrottle throttle;
    private final Tries tries;
    private final WorkerExecutor workers;

    MailedLinks(SignInThrottle throttle, Tries tries, WorkerExecutor workers) {
        this.throttle = throttle;
        this.tries = tries;
        this.workers = workers;
    }

    /** How long whoever asks has to wait before the next try. */
    public Duration wait(RoutingContext ctx) {
        return throttle.wait(tries.of(ctx, NOBODY, null).who());
    }

    /** The address that a request came from. */
    public String origin(RoutingContext ctx) {
        return tries.of(ctx, NOBODY, null).origin();
    }

    /**
     * Tries a link, on a worker.
     *
     * @param good whether what came of it means that there was such a link
     */
    public <T> Future<T> use(RoutingContext ctx, Callable<T> link, Predicate<T> good) {
        Try attempt = tries.of(ctx, NOBODY, null);
        return workers.executeBlocking(link, false).onSuccess(answer -> {
            if (!good.test(answer)) {
                throttle.failed(attempt.who());
            }
        });
    }
}
