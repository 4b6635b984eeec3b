package io.greenpark.deploy.app;

import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The loop that takes up what the books have by now of the registry and of credentials, whoever put it there; it runs where devices sign in or
 * are handed new ones.
 */
final class Updates {
    /** A look asks for two numbers. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private Updates() {}

    static Supplier<List<LoopStatus>> open(Stores stores, Clock clock, ShutdownStack shutdown) {
        BackgroundLoop loop = shutdown.add(
                        "updates", new BackgroundLoop("updates", () -> look(stores), LOOK_EVERY, clock))
                .start();
        return () -> List.of(loop.status());
    }

    private static boolean look(Stores stores) {
        stores.registry().look();
        return stores.credentials().step();
    }
}
