package io.greenpark.alerts.cases;

import org.jdbi.v3.core.Handle;

/** Takes the steps that people are to be told of, in the transaction that makes them. */
@FunctionalInterface
public interface CaseEventListener {
    void announce(Handle handle, Case of, Case.CaseEvent step);
}
