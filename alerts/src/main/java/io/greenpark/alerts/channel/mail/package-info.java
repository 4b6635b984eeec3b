/**
 * Notifications as mail over SMTP. Comes in: messages of the outbox; goes out to the configured mail server.
 */
@NullMarked
package io.greenpark.alerts.channel.mail;

import org.jspecify.annotations.NullMarked;
