package io.greenpark.sim.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.config.tls.PinnedCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks the API of a running server, signed in with the token of its data folder. Any thread. */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final URI server;
    private final Path tokenFile;
    private final Duration timeout;
    private final HttpClient http;

    /**
     * What a server answered.
     *
     * @param page what was asked
     */
    public record ApiAnswer(URI page, int status, String body) {
        /** @throws IOException if it is no JSON */
        public JsonNode json() throws IOException {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IOException(page + " answered " + status + " and no JSON: " + body, e);
            }
        }
    }

    /**
     * Where to ask; connects with the first question.
     *
     * @param server {@code http://host:port}
     * @param dataFolder of the server; its {@code credentials/api-token} is read anew for every question, as the server
     *     writes it when it first starts, and a question is asked without it where it cannot be read
     * @param certificate the server's own certificate, trusted over HTTPS; null for plain HTTP
     * @param timeout of a question
     */
    public ApiClient(URI server, Path dataFolder, @Nullable Path certificate, Duration timeout) {
        this.server = server;
        this.tokenFile = dataFolder.resolve("credentials").resolve("api-token");
        this.timeout = timeout;
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(timeout).version(HttpClient.Version.HTTP_1_1);
        if (certificate != null) {
            builder.sslContext(PinnedCertificate.context(certificate));
        }
        http = builder.build();
    }

    /** The token's file, for messages. */
    public Path tokenFile() {
        return tokenFile;
    }

    /**
     * Asks for a page, whatever its status.
     *
     * @param path from the root on
     * @throws IOException if there is no answer
     */
    public ApiAnswer ask(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder());
    }

    /**
     * Sends a JSON object to a page, whatever its status.
     *
     * @param path from the root on
     * @throws IOException if there is no answer
     */
    public ApiAnswer post(String path, String json) throws IOException, InterruptedException {
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private ApiAnswer send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        URI page = server.resolve(path);
        request.uri(page).timeout(timeout);
        if (Files.isReadable(tokenFile)) {
            request.header(
                    "Authorization", "Bearer " + Files.readString(tokenFile).strip());
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new ApiAnswer(page, answer.statusCode(), answer.body());
    }

    /** @throws IOException if the page is not answered with 200 */
    public String text(String path) throws IOException, InterruptedException {
        return text(path, "application/json");
    }

    /**
     * A page in one of its forms.
     *
     * @param accept the media type
     * @throws IOException if it is not answered with 200
     */
    public String text(String path, String accept) throws IOException, InterruptedException {
        ApiAnswer answer = send(path, HttpRequest.newBuilder().header("Accept", accept));
        if (answer.status() != OK) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    /**
     * The JSON of an answer.
     *
     * @param path below {@code /api/v1/}
     * @throws IOException if it is not answered with 200
     */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(text("/api/v1/" + path));
    }
}
