package io.greenpark.park.reading;

import org.jspecify.annotations.Nullable;

/**
 * The status of a door, for health and the console.
 *
 * @param name the door's code, e.g. {@code mqtt}
 * @param address where it listens or what it is connected to, e.g. {@code 127.0.0.1:1883}
 * @param open whether it takes messages now
 * @param connections open connections; null where the door has none
 * @param messages messages answered since the start
 * @param readings readings kept since the start
 * @param refusals values and messages refused since the start
 * @param problem why it does not take messages, in words; null if it does
 */
public record DoorStatus(
        String name,
        String address,
        boolean open,
        @Nullable Integer connections,
        long messages,
        long readings,
        long refusals,
        @Nullable String problem) {}
