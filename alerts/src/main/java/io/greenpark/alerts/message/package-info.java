/**
 * The wording of messages that tell of cases, as data: what is said by which kind of channel of which step, in both languages, with names for what is
 * known of a case. Comes in: templates that are shipped or that a bureau has edited, and what may be told of a case; goes on to the channels.
 */
@NullMarked
package io.greenpark.alerts.message;

import org.jspecify.annotations.NullMarked;
