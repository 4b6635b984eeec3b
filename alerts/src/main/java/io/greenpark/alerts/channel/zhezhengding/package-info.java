/**
 * Work messages of the government's DingTalk (浙政钉, 专有钉钉). Comes in: messages of the outbox; goes out to its gateway, signed.
 */
@NullMarked
package io.greenpark.alerts.channel.zhezhengding;

import org.jspecify.annotations.NullMarked;
