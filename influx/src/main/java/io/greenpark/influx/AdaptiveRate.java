package io.greenpark.influx;

import io.greenpark.store.loop.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How much is sent at once and how long to wait after failures, following the server's answers. Lines per request change by
 * additive increase and multiplicative decrease (AIMD, as in TCP congestion control): they grow by a fixed step while
 * answers are quick and halve when the server is overloaded, slow or calls a request too large. Pauses double up to a
 * bound, half of each at random so that several writers do not come back together. One thread.
 */
final class AdaptiveRate implements Backoff {
    private static final int STEPS = 20;

    private final AdaptiveRateConfig config;
    private final RandomGenerator random;
    private int lines;

    AdaptiveRate(AdaptiveRateConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
        this.lines = config.batch();
    }

    /** Lines of the next request. */
    int lines() {
        return lines;
    }

    /** Learns from an answer to a request of so many lines. */
    void learn(Answer answer, int sent, Duration took) {
        boolean slow = took.compareTo(config.slowAfter()) > 0;
        switch (answer.outcome()) {
            case WRITTEN, LINES -> {
                if (slow) {
                    halve(sent);
                } else if (2 * sent >= lines) {
                    lines = Math.min(config.batch(), lines + Math.max(1, config.batch() / STEPS));
                }
            }
            case TOO_LARGE, BUSY -> halve(sent);
            default -> {
                // Denied, away or broken: fewer lines would not help.
            }
        }
    }

    /** Several requests of one size fail together; they halve only once. */
    private void halve(int sent) {
        lines = Math.max(config.minBatch(), Math.min(lines, Math.max(sent, lines) / 2));
    }

    @Override
    public Duration after(Throwable failure, int attempt) {
        Duration pause = doubled(attempt);
        if (failure instanceof InfluxFailure influx) {
            if (influx.answer().outcome() == Answer.WriteOutcome.DENIED) {
                // Frequent attempts would lock accounts or look like an attack.
                pause = config.longestPause();
            }
            Duration asked = influx.answer().retryAfter();
            if (asked != null && asked.compareTo(pause) > 0) {
                return asked;
            }
        }
        long half = pause.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    private Duration doubled(int attempt) {
        Duration pause = config.firstPause().multipliedBy(1L << Math.min(20, attempt - 1));
        return pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause;
    }
}
