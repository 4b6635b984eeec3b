package io.greenpark.store.loop;

import java.time.Duration;

/** How long a loop waits after an attempt that failed. */
@FunctionalInterface
public interface Backoff {
    /** From a tenth of a second, doubling, to half a minute: for failures on this machine. */
    Backoff DOUBLING = (failure, attempt) -> {
        Duration longest = Duration.ofSeconds(30);
        Duration pause = Duration.ofMillis(100L << Math.min(20, attempt - 1));
        return pause.compareTo(longest) > 0 ? longest : pause;
    };

    /**
     * @param failure why it failed
     * @param attempt how many attempts have failed in a row, from 1
     */
    Duration after(Throwable failure, int attempt);
}
