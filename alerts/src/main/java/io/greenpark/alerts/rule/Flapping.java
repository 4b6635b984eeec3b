package io.greenpark.alerts.rule;

import java.time.Duration;

/**
 * When what comes and goes is one thing.
 *
 * @param times an episode goes on with the one before it if it is at least the so manieth that began within the window; at least 2
 * @param window how long
 */
public record Flapping(int times, Duration window) {}
