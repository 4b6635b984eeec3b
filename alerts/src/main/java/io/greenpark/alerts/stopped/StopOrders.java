package io.greenpark.alerts.stopped;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Whoever keeps orders to stop. */
@FunctionalInterface
public interface StopOrders {
    /** There are none. */
    StopOrders NONE = handle -> Map.of();

    /** All that were not taken back, by enterprise, those that were lifted among them. */
    Map<String, List<StopOrder>> all(Handle handle);
}
