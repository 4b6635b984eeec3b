package io.greenpark.alerts.judge;

import java.util.function.LongSupplier;

/**
 * How far those the rules rest on are behind the log, so that nothing is concluded from what has merely not been read
 * yet.
 *
 * @param signs readings the live state has yet to take in
 * @param accounts readings and bookings the accounts have yet to do
 */
public record Behind(LongSupplier signs, LongSupplier accounts) {}
