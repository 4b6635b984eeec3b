/**
 * Notifications as JSON over HTTP. Comes in: messages of the outbox; goes out to the URLs of contacts and recipients.
 */
@NullMarked
package io.greenpark.alerts.channel.webhook;

import org.jspecify.annotations.NullMarked;
