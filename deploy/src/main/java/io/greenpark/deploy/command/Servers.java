package io.greenpark.deploy.command;

import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.Reachable;
import io.greenpark.sim.client.ApiClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The addresses of a Greenpark with this configuration, for a client on the same machine. */
final class Servers {
    private Servers() {}

    static URI mqtt(AppConfig settings) {
        return URI.create("tcp://" + Reachable.host(settings.mqtt().host()) + ":"
                + settings.mqtt().port());
    }

    static URI coap(AppConfig settings) {
        return URI.create("coap://" + Reachable.host(settings.coap().host()) + ":"
                + settings.coap().port());
    }

    static URI coaps(AppConfig settings) {
        return URI.create("coaps://" + Reachable.host(settings.coap().secureHost()) + ":"
                + settings.coap().securePort());
    }

    static URI http(AppConfig settings) {
        String scheme = settings.http().tls() ? "https" : "http";
        return URI.create(scheme + "://" + Reachable.host(settings.http().host()) + ":"
                + settings.http().port());
    }

    /** Asks its API with the token of its data folder. */
    static ApiClient api(AppConfig settings, Path data, Duration timeout) {
        return new ApiClient(http(settings), data, settings.http().certificate(), timeout);
    }
}
