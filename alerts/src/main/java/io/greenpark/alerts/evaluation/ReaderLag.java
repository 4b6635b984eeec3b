package io.greenpark.alerts.evaluation;

import io.greenpark.store.live.LivenessWindow;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far the live state and the accounts are behind the log, so that nothing is concluded from what has merely not been
 * read yet.
 *
 * @param signs what the live state can vouch for
 * @param accounts readings and bookings the accounts have yet to do
 */
public record ReaderLag(Supplier<LivenessWindow> signs, LongSupplier accounts) {}
