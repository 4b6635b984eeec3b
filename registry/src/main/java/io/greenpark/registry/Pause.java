package io.greenpark.registry;

import java.time.Duration;

/** The time between two looks at files. */
@FunctionalInterface
public interface Pause {
    /** Really waits; for threads that may. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    /** Returns when the time is over. */
    void hold(Duration duration) throws InterruptedException;
}
