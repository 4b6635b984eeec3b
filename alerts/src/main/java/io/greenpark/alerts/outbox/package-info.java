/**
 * The outbox: one row per case step, recipient and channel, written in the transaction of the step; a courier delivers
 * them, at least once each, under ids that never change. Comes in: steps of cases; goes on to the channels.
 */
@NullMarked
package io.greenpark.alerts.outbox;

import org.jspecify.annotations.NullMarked;
