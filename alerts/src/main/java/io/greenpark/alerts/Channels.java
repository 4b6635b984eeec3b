package io.greenpark.alerts;

import io.greenpark.alerts.bounce.ReturnTags;
import io.greenpark.alerts.channel.mail.MailChannel;
import io.greenpark.alerts.channel.robot.RobotChannel;
import io.greenpark.alerts.channel.sms.SmsChannel;
import io.greenpark.alerts.channel.webhook.WebhookChannel;
import io.greenpark.alerts.channel.zhezhengding.ZhezhengdingChannel;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.OutboxConfig;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The channels that the settings switch on. */
final class Channels {
    private Channels() {}

    static List<Channel> of(Vertx vertx, AlertsConfig config, @Nullable ReturnTags tags, Clock clock) {
        OutboxConfig outbox = config.outbox();
        List<Channel> channels = new ArrayList<>();
        if (config.mail().host() != null) {
            channels.add(new MailChannel(vertx, config.mail(), tags));
        }
        channels.add(new WebhookChannel(vertx, config.webhook().with(outbox), clock));
        channels.addAll(RobotChannel.of(vertx, outbox.groups(), config.webhook(), clock));
        if (config.sms().url() != null) {
            channels.add(new SmsChannel(vertx, config.sms(), clock));
        }
        if (config.zhezhengding().appKey() != null) {
            channels.add(new ZhezhengdingChannel(vertx, config.zhezhengding(), outbox.bureau(), clock));
        }
        return List.copyOf(channels);
    }
}
