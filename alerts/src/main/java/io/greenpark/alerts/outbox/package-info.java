/**
 * The outbox: one row per case event, recipient and channel, written in the transaction of the event; a dispatcher
 * delivers them, at least once each, under ids that never change. Comes in: events of cases; goes on to the channels.
 */
@NullMarked
package io.greenpark.alerts.outbox;

import org.jspecify.annotations.NullMarked;
