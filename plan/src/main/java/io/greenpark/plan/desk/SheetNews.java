package io.greenpark.plan.desk;

import io.greenpark.plan.sheet.YearSheet;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Tells the enterprise of a sheet that an officer entered or changed, in the transaction that keeps it. */
@FunctionalInterface
public interface SheetNews {
    /** Tells nobody. */
    SheetNews NONE = (handle, sheet, now) -> {};

    void entered(Handle handle, YearSheet sheet, Instant now);
}
