package io.greenpark.park.registry;

import java.util.function.Consumer;

/** Where the current registry is to be had; a reload replaces it as a whole. Any thread may ask. */
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
