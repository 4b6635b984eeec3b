/**
 * Notifications as SMS by a gateway of the bureau's choice. Comes in: messages of the outbox; goes out to the gateway, as the settings have its form.
 */
@NullMarked
package io.greenpark.alerts.channel.sms;

import org.jspecify.annotations.NullMarked;
