package io.greenpark.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.config.command.UserError;
import io.greenpark.dashboards.console.HttpConfig;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.Reachable;
import io.greenpark.sim.client.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The addresses of a Greenpark with this configuration, for a client on the same machine. */
final class Servers {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

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
        HttpConfig.Https https = settings.http().https();
        Path certificate = https == null ? null : https.certificate().certificate();
        return new ApiClient(http(settings), data, certificate, timeout);
    }

    /** What a page of a running server says, well (200) or not (503); a refusal (409) in its words, any other answer, or none, ends the command. */
    static JsonNode ask(ApiClient api, URI server, String path) throws InterruptedException {
        try {
            return answered(api.ask(path));
        } catch (IOException e) {
            throw silent(server.resolve(path), e);
        }
    }

    /** The same, sending a JSON object. */
    static JsonNode send(ApiClient api, URI server, String path, String json) throws InterruptedException {
        try {
            return answered(api.post(path, json));
        } catch (IOException e) {
            throw silent(server.resolve(path), e);
        }
    }

    private static JsonNode answered(ApiClient.ApiAnswer answer) throws IOException {
        if (answer.status() == UNAUTHORIZED) {
            throw UserError.failed(answer.page() + " does not know the token in the data folder; name the folder of the"
                    + " Greenpark that runs here with --data");
        }
        if (answer.status() == CONFLICT) {
            throw UserError.failed(answer.json().path("detail").asText());
        }
        if (answer.status() != OK && answer.status() != UNAVAILABLE) {
            throw UserError.failed(answer.page() + " answers " + answer.status() + "; is another server on this port?");
        }
        return answer.json();
    }

    private static UserError silent(URI page, IOException e) {
        return UserError.failed(
                page + " does not answer (" + e + "); is Greenpark running with this configuration? See its log");
    }
}
