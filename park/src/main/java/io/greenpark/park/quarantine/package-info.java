/**
 * What senders that have proved who they are sent for devices and keys that the registry does not have: kept until somebody claims the
 * device, or says that it is not ours. Doors append, the release behind them takes out what has a point by now and puts it into the
 * log, people look at what waits.
 */
@NullMarked
package io.greenpark.park.quarantine;

import org.jspecify.annotations.NullMarked;
