package io.greenpark.sim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.ReaderHealth;
import io.greenpark.sim.client.SenderException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Asks {@code GET /api/v1/health} until everything taken in is worked off. */
final class HealthPage {
    private static final String PATH = "/api/v1/health";
    private static final long POLL_MS = 250;
    private static final List<String> COUNTERS = List.of("messages", "readings", "refusals");

    private final ApiClient api;

    HealthPage(ApiClient api) {
        this.api = api;
    }

    /**
     * What the page says.
     *
     * @param largestLag of all readers
     * @param taken what all doors have taken in so far
     */
    private record WorkLeft(long largestLag, long taken) {}

    /**
     * Returns when every reader's lag is 0.
     *
     * @param quietPolls how many polls in a row must agree that the doors take nothing in; more than one where a broker
     *     may still hold messages
     * @param lag receives the largest lag after every poll
     * @throws SenderException if the page cannot be read for longer than {@code longest}
     */
    void waitUntilIdle(int quietPolls, Duration longest, LongConsumer lag) throws InterruptedException {
        long lastAnswerNanos = System.nanoTime();
        long taken = -1;
        int quiet = 0;
        while (quiet < quietPolls) {
            try {
                WorkLeft left = ask();
                lastAnswerNanos = System.nanoTime();
                lag.accept(left.largestLag());
                boolean idle = left.largestLag() == 0 && (quietPolls == 1 || left.taken() == taken);
                quiet = idle ? quiet + 1 : 0;
                taken = left.taken();
            } catch (IOException e) {
                quiet = 0;
                if (System.nanoTime() - lastAnswerNanos > longest.toNanos()) {
                    throw new SenderException(PATH + ": no answer (" + e + "); is the console's port right?");
                }
            }
            if (quiet < quietPolls) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        }
    }

    private WorkLeft ask() throws IOException, InterruptedException {
        ApiClient.ApiAnswer answer = api.ask(PATH);
        if (answer.status() == 401 || answer.status() == 403) {
            throw new SenderException(answer.page() + ": answer " + answer.status() + "; the token in "
                    + api.tokenFile() + " is not accepted, give the server's own --data");
        }
        // 503 is a health page too: a reader that lags or a door that is closed.
        if (answer.status() != 200 && answer.status() != 503) {
            throw new IOException("answer " + answer.status());
        }
        JsonNode page = answer.json();
        long largestLag = ReaderHealth.all(page).stream()
                .mapToLong(ReaderHealth::lag)
                .max()
                .orElse(0);
        long taken = COUNTERS.stream()
                .flatMap(counter -> page.findValues(counter).stream())
                .filter(JsonNode::isIntegralNumber)
                .mapToLong(JsonNode::asLong)
                .sum();
        return new WorkLeft(largestLag, taken);
    }
}
