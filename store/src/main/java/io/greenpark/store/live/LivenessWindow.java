package io.greenpark.store.live;

import java.time.Instant;

/**
 * What the live state can vouch for. A device without a sign of life was silent for certain only between {@code since} and
 * {@code until}.
 *
 * @param since the platform has been listening without a break since then
 * @param until whatever had arrived by then has been taken in
 * @param lag readings yet to be taken in
 */
public record LivenessWindow(Instant since, Instant until, long lag) {}
