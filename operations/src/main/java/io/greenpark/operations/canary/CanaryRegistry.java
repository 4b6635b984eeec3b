package io.greenpark.operations.canary;

import io.greenpark.park.registry.Canary;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import java.util.function.Consumer;

/** The bureau's registry and the canary, for what carries readings. Any thread may ask. */
public final class CanaryRegistry implements RegistrySource {
    private final RegistrySource bureau;
    private volatile Pair newest;

    /** A registry and the same with the canary, made once: askers tell registries apart by identity. */
    private record Pair(Registry without, Registry with) {
        static Pair of(Registry registry) {
            return new Pair(registry, Canary.addedTo(registry));
        }

        Pair after(Registry registry) {
            return new Pair(registry, Canary.addedTo(registry, without, with));
        }
    }

    public CanaryRegistry(RegistrySource bureau) {
        this.bureau = bureau;
        this.newest = Pair.of(bureau.current());
    }

    @Override
    public Registry current() {
        Registry now = bureau.current();
        Pair pair = newest;
        return pair.without() == now ? pair.with() : renewed(now);
    }

    private synchronized Registry renewed(Registry now) {
        if (newest.without() != now) {
            newest = newest.after(now);
        }
        return newest.with();
    }

    @Override
    public void onChange(Consumer<RegistryChange> listener) {
        bureau.onChange(listener);
    }
}
