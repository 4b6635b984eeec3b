package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.handling.Side;
import org.jdbi.v3.core.Handle;

/** Is told of the steps that people take, of terms that pass and of levels that change by time, in the transaction that writes them. */
@FunctionalInterface
public interface StepListener {
    /** Takes no notice. */
    StepListener NONE = (handle, c, event, by, internal) -> {};

    /**
     * @param c the case after it
     * @param by on whose side it was taken
     * @param internal whether the office alone reads it
     */
    void onStep(Handle handle, Case c, CaseEvent event, Side by, boolean internal);
}
