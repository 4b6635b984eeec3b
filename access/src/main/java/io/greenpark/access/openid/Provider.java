package io.greenpark.access.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.access.outside.OutsideProblem;
import io.greenpark.access.outside.OutsideProblem.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.StreamSupport;

/** The provider's side: what it says of itself, and its answers in JSON. Calls block for some seconds at most. */
final class Provider {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    private static final int LONGEST_SAID = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenIdConfig config;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();

    /**
     * What a provider says of itself (OpenID Connect Discovery).
     *
     * @param secretInBody whether it wants the client's secret in the body, since it does not take it in the header
     */
    record Metadata(URI authorization, URI token, URI keys, boolean secretInBody) {}

    Provider(OpenIdConfig config) {
        this.config = config;
    }

    /** Asks the provider what it says of itself. */
    Metadata discover() {
        String issuer = config.issuer().toString();
        URI address = URI.create(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration");
        JsonNode said = ask(HttpRequest.newBuilder(address).GET());
        if (!issuer.equals(said.path("issuer").asText())) {
            throw new OutsideProblem(
                    Kind.REFUSED,
                    "signIn.openIdConnect.issuer: \"" + issuer + "\" calls itself \""
                            + said.path("issuer").asText() + "\"; name it as it does");
        }
        JsonNode methods = said.path("token_endpoint_auth_methods_supported");
        boolean takesHeader = methods.isMissingNode()
                || StreamSupport.stream(methods.spliterator(), false)
                        .anyMatch(method -> method.asText().equals("client_secret_basic"));
        return new Metadata(
                url(said, "authorization_endpoint"), url(said, "token_endpoint"), url(said, "jwks_uri"), !takesHeader);
    }

    private URI url(JsonNode said, String name) {
        URI url = OpenIdConfig.url(said.path(name).asText());
        if (url == null) {
            throw new OutsideProblem(
                    Kind.REFUSED,
                    config.issuer() + ": its " + name + " \"" + said.path(name).asText() + "\" is no https URL");
        }
        return url;
    }

    /** The JSON that it answers with. */
    JsonNode ask(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request.timeout(ANSWERS_WITHIN)
                .header("Accept", "application/json")
                .build());
        if (answer.statusCode() >= 500) {
            throw new OutsideProblem(Kind.AWAY, answer.uri() + " answers " + answer.statusCode());
        }
        JsonNode said = json(answer);
        if (answer.statusCode() != 200) {
            throw new OutsideProblem(
                    Kind.REFUSED,
                    answer.uri() + " answers " + answer.statusCode() + ": "
                            + brief(said.path("error").asText() + " "
                                    + said.path("error_description").asText()));
        }
        return said;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new OutsideProblem(Kind.AWAY, request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideProblem(Kind.AWAY, request.uri() + " was not waited for", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new OutsideProblem(Kind.REFUSED, answer.uri() + " does not answer in JSON", e);
        }
    }

    private static String brief(String said) {
        String line = said.replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST_SAID ? line.substring(0, LONGEST_SAID) + "…" : line;
    }
}
