/**
 * Notifications as messages of robots in chat groups of DingTalk, WeCom and Feishu. Comes in: messages of the outbox; goes out to the robots' addresses,
 * which are secrets of the settings.
 */
@NullMarked
package io.greenpark.alerts.channel.robot;

import org.jspecify.annotations.NullMarked;
