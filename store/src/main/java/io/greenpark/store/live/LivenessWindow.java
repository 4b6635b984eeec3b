package io.greenpark.store.live;

import java.time.Instant;

/**
 * The time the live state covers. A device without a sign of life was silent for certain only between {@code since} and
 * {@code until}.
 *
 * @param since the platform has been listening without a break since then
 * @param until everything that had arrived by then is processed
 * @param lag readings yet to be processed
 */
public record LivenessWindow(Instant since, Instant until, long lag) {}
