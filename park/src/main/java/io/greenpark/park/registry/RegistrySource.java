package io.greenpark.park.registry;

import java.util.function.Consumer;

/** Gives the current registry; a change replaces it by another snapshot. Thread-safe. */
public interface RegistrySource {
    Registry current();

    /**
     * Calls {@code listener} after every later change, on the thread that made it; {@link #current()} has it then. Changes
     * come one after the other: none becomes the current one while listeners are told of another.
     */
    void onChange(Consumer<RegistryChange> listener);

    /** A source that never changes, for tools and tests. */
    static RegistrySource fixed(Registry registry) {
        return new RegistrySource() {
            @Override
            public Registry current() {
                return registry;
            }

            @Override
            public void onChange(Consumer<RegistryChange> listener) {
                // A fixed registry never calls.
            }
        };
    }
}
