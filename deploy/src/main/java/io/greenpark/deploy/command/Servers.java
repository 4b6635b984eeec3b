package io.greenpark.deploy.command;

import io.greenpark.deploy.app.AppConfig;
import java.net.URI;

/** Where a Greenpark of a configuration listens, as a client on the same machine reaches it. */
final class Servers {
    private Servers() {}

    static URI mqtt(AppConfig settings) {
        return URI.create("tcp://" + reachable(settings.mqtt().host()) + ":"
                + settings.mqtt().port());
    }

    static URI coap(AppConfig settings) {
        return URI.create("coap://" + reachable(settings.coap().host()) + ":"
                + settings.coap().port());
    }

    static URI coaps(AppConfig settings) {
        return URI.create("coaps://" + reachable(settings.coap().secureHost()) + ":"
                + settings.coap().securePort());
    }

    static URI http(AppConfig settings) {
        String scheme = settings.http().tls() ? "https" : "http";
        return URI.create(scheme + "://" + reachable(settings.http().host()) + ":"
                + settings.http().port());
    }

    /** A server that listens on all addresses is reached on loopback. */
    private static String reachable(String host) {
        return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    }
}
