package io.greenpark.dashboards.source;

import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.LinksConfig;
import org.jspecify.annotations.Nullable;

/**
 * Mails that the console sends.
 *
 * @param mail the channel of notices; null where no mail server is set up
 * @param urls where people reach the console
 */
public record Postbox(@Nullable Channel mail, LinksConfig.Urls urls) {
    /** Without a mail server. */
    public static Postbox none(String url) {
        return new Postbox(null, new LinksConfig.Urls(url, url));
    }
}
