package io.greenpark.alerts.cases;

import org.jdbi.v3.core.Handle;

/** Takes the events that people are to be notified of, in the transaction that writes them. */
@FunctionalInterface
public interface CaseEventListener {
    void onEvent(Handle handle, Case alertCase, CaseEvent event);

    /** Something happened to a case that nobody is told of, as what comes and goes is not told each time. */
    default void onQuiet(Handle handle, Case alertCase, CaseEvent event) {}
}
