/**
 * Evaluates the rules. Comes in: marks of what the accounts have changed, periods that have just closed, and signs of life;
 * goes on, in the transaction that deletes the marks, as verdicts to the cases.
 */
@NullMarked
package io.greenpark.alerts.evaluation;

import org.jspecify.annotations.NullMarked;
