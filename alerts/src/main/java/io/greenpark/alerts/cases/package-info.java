/**
 * Cases: episodes as people see them, from raised to cleared, event by event. Comes in: verdicts, which a reconciler turns
 * into cases; goes on to the console, which reads and acknowledges them, and to the outbox, which notifies of their events.
 */
@NullMarked
package io.greenpark.alerts.cases;

import org.jspecify.annotations.NullMarked;
