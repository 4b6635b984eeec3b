package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.access.audit.HourlyEntries;
import io.greenpark.dashboards.auth.Caller;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts on record that somebody who is known asked for an operation that his roles do not give, once an hour for each. The refusal does not
 * wait for it. Runs on the event loop; entries are written on a thread of their own.
 */
final class RefusedAccess {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

    private final HourlyEntries entries;
    private final WorkerExecutor recorders;

    RefusedAccess(Vertx vertx, AuditLog audit, Clock clock) {
        this.entries = new HourlyEntries(audit, clock);
        this.recorders = vertx.createSharedWorkerExecutor("refusals", 1);
    }

    /** @param operation as the contract has it, {@code POST /registry/changes} */
    void note(Caller caller, String operation) {
        AuditDraft draft = AuditDraft.of(caller.name(), caller.origin(), AuditAction.ACCESS_REFUSED)
                .on("operation", operation);
        // A loop of refusals is not to fill the queue of that thread either.
        if (entries.has(draft)) {
            return;
        }
        recorders
                .executeBlocking(() -> {
                    entries.append(draft);
                    return null;
                })
                .onFailure(failure -> LOG.warn(
                        "{} of {} is not on record: {}", draft.action().code(), draft.who(), failure.getMessage()));
    }
}
