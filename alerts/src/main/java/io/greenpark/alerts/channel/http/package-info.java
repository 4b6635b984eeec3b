/** What channels that call other servers by HTTP have in common. */
@NullMarked
package io.greenpark.alerts.channel.http;

import org.jspecify.annotations.NullMarked;
