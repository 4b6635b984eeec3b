/**
 * Times in which people are not told of cases: maintenance windows, and what an officer does not want to hear of for a while. Comes in: what people enter,
 * with owner, reason and end; goes on to the outbox, which asks before it tells.
 */
@NullMarked
package io.greenpark.alerts.mute;

import org.jspecify.annotations.NullMarked;
