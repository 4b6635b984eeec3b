package io.greenpark.park.registry;

import java.util.function.Consumer;

/** Gives the current registry; a reload replaces it as a whole. Thread-safe. */
public interface RegistrySource {
    Registry current();

    /** Calls {@code listener} with every later registry, on the reloading thread. */
    void onChange(Consumer<Registry> listener);

    /** A source that never changes, for tools and tests. */
    static RegistrySource fixed(Registry registry) {
        return new RegistrySource() {
            @Override
            public Registry current() {
                return registry;
            }

            @Override
            public void onChange(Consumer<Registry> listener) {
                // A fixed registry never calls.
            }
        };
    }
}
