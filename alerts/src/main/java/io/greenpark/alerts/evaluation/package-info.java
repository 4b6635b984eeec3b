/**
 * The loop that judges: claims the dirty marks of the accounts, asks the rules, and writes verdicts, cases and notices in
 * the transaction that deletes the marks; a second step watches for silence and for periods that have just closed.
 */
@NullMarked
package io.greenpark.alerts.evaluation;

import org.jspecify.annotations.NullMarked;
