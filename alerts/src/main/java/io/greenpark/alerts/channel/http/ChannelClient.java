package io.greenpark.alerts.channel.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;

/** The client by which channels call servers of others. */
public final class ChannelClient {
    private ChannelClient() {}

    /**
     * One that follows nobody elsewhere: what is signed or secret is for the server that it was meant for.
     *
     * @param timeout until it is connected
     */
    public static WebClient of(Vertx vertx, Duration timeout) {
        return WebClient.create(
                vertx,
                new WebClientOptions()
                        .setUserAgent("Greenpark")
                        .setFollowRedirects(false)
                        .setConnectTimeout((int) timeout.toMillis()));
    }
}
