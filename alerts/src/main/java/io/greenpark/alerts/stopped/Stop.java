package io.greenpark.alerts.stopped;

import io.greenpark.park.registry.EnterpriseFile.OperatingState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why an enterprise is not to operate on a day: by its file, by an order, or by both.
 *
 * @param state what the file says; null where it says nothing, or that the enterprise operates
 * @param since the day from which on the file says so; null with {@code state}
 * @param order the newest order to stop that is in force; null for none
 */
public record Stop(
        @Nullable OperatingState state,
        @Nullable LocalDate since,
        @Nullable StopOrder order) {
    /** Whether only an order says so. */
    public boolean byOrderAlone() {
        return state == null;
    }
}
