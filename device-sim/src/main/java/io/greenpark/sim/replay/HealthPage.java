package io.greenpark.sim.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.greenpark.config.tls.PinnedCertificate;
import io.greenpark.sim.client.SenderException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Asks {@code GET /api/v1/health} until everything taken in is worked off. */
final class HealthPage {
    private static final JsonFactory JSON = new JsonFactory();
    private static final long POLL_MS = 250;
    private static final Set<String> COUNTERS = Set.of("messages", "readings", "refusals");

    private final HttpClient http;
    private final URI page;
    private final Path tokenFile;

    HealthPage(ReplayOptions.WaitFor health) {
        HttpClient.Builder client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).version(HttpClient.Version.HTTP_1_1);
        if (health.certificate() != null) {
            client.sslContext(PinnedCertificate.context(health.certificate()));
        }
        http = client.build();
        page = health.http().resolve("/api/v1/health");
        tokenFile = health.dataDirectory().resolve("credentials").resolve("api-token");
    }

    /**
     * What the page says.
     *
     * @param largestLag of all readers
     * @param taken what all doors have taken in so far
     */
    record ReaderProgress(long largestLag, long taken) {}

    /**
     * Returns when every reader's lag is 0.
     *
     * @param quietPolls how many polls in a row must agree that the doors take nothing in; more than one where a broker
     *     may still hold messages
     * @param lag told the largest lag after every poll
     * @throws SenderException if the page cannot be read for longer than {@code bearable}
     */
    void waitUntilIdle(int quietPolls, Duration bearable, LongConsumer lag) throws InterruptedException {
        long lastAnswerNanos = System.nanoTime();
        long taken = -1;
        int quiet = 0;
        while (quiet < quietPolls) {
            try {
                ReaderProgress answer = ask();
                lastAnswerNanos = System.nanoTime();
                lag.accept(answer.largestLag());
                boolean idle = answer.largestLag() == 0 && (quietPolls == 1 || answer.taken() == taken);
                quiet = idle ? quiet + 1 : 0;
                taken = answer.taken();
            } catch (IOException e) {
                quiet = 0;
                if (System.nanoTime() - lastAnswerNanos > bearable.toNanos()) {
                    throw new SenderException(page + ": no answer (" + e + "); is the console's port right?");
                }
            }
            if (quiet < quietPolls) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        }
    }

    private ReaderProgress ask() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10));
        if (Files.isReadable(tokenFile)) {
            request.header(
                    "Authorization",
                    "Bearer "
                            + Files.readString(tokenFile, StandardCharsets.UTF_8)
                                    .strip());
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            throw new SenderException(page + ": answer " + response.statusCode() + "; the token in " + tokenFile
                    + " is not accepted, give the server's own --data");
        }
        // 503 is a health page too: a reader that lags or a door that is closed.
        if (response.statusCode() != 200 && response.statusCode() != 503) {
            throw new IOException("answer " + response.statusCode());
        }
        return parse(response.body());
    }

    /** Reads {@code {"readers": [{"lag": 3}], "doors": [{"readings": 5}]}}; everything else is passed over. */
    static ReaderProgress parse(String body) throws IOException {
        long largestLag = 0;
        long taken = 0;
        boolean readers = false;
        try (JsonParser parser = JSON.createParser(body)) {
            String list = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY && parser.currentName() != null) {
                    list = parser.currentName();
                    readers |= list.equals("readers");
                } else if (token == JsonToken.VALUE_NUMBER_INT && list.equals("readers") && named(parser, "lag")) {
                    largestLag = Math.max(largestLag, parser.getLongValue());
                } else if (token == JsonToken.VALUE_NUMBER_INT && COUNTERS.contains(parser.currentName())) {
                    taken += parser.getLongValue();
                }
            }
        }
        if (!readers) {
            throw new IOException("no \"readers\" in \"" + body + "\"");
        }
        return new ReaderProgress(largestLag, taken);
    }

    private static boolean named(JsonParser parser, String name) throws IOException {
        return name.equals(parser.currentName());
    }
}
