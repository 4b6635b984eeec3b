package io.greenpark.dashboards.auth;

import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.AuditLog;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the books what nobody waits for, on a thread of its own: while they are slow or away people sign in as ever, and that it is
 * not on record stands in the log then.
 */
final class Records {
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);

    private final WorkerExecutor workers;
    private final AuditLog audit;

    Records(Vertx vertx, AuditLog audit) {
        this.workers = vertx.createSharedWorkerExecutor("recorders", 1);
        this.audit = audit;
    }

    void append(AuditDraft draft) {
        run(draft.action().code() + " of " + draft.who(), () -> audit.append(draft));
    }

    /** @param what it is, for the log */
    void run(String what, Runnable write) {
        workers.executeBlocking(
                        () -> {
                            write.run();
                            return null;
                        },
                        false)
                .onFailure(failure -> LOG.warn("{} is not on record: {}", what, failure.getMessage()));
    }
}
