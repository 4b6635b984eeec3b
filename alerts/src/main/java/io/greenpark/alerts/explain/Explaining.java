package io.greenpark.alerts.explain;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.registry.Registry;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Whether something else explains a case, so that it is not told by itself. */
@FunctionalInterface
public interface Explaining {
    /** Every case stands for itself. */
    Explaining NONE = (handle, registry, c, now) -> false;

    /** Whether an open case is explained now; that it is, or is not any more, is noted in the transaction. */
    boolean explains(Handle handle, Registry registry, Case c, Instant now);
}
