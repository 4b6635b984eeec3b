package io.greenpark.dashboards.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Keeps for a short while what many screens ask for again and again, and no longer than the registry it follows from: less may
 * be told after a change. Any thread may ask; of two that ask for the same at a time one waits for the other.
 */
final class Briefly<K, V> {
    private final RegistrySource registry;
    private final Cache<Asked<K>, V> kept;

    /** What was asked for, by which registry: another one is another question, even where it says the same. */
    private record Asked<K>(Registry registry, K key) {}

    /** @param most how many answers are kept */
    Briefly(RegistrySource registry, Clock clock, Duration time, int most) {
        this.registry = registry;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(time)
                .maximumSize(most)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    V of(K key, Function<Registry, V> work) {
        Registry current = registry.current();
        return kept.get(new Asked<>(current, key), asked -> work.apply(current));
    }

    /**
     * Each of several.
     *
     * @param work makes those that are not kept, at once
     */
    Map<K, V> of(Collection<K> keys, BiFunction<Registry, Collection<K>, Map<K, V>> work) {
        Registry current = registry.current();
        Set<Asked<K>> asked = new HashSet<>();
        keys.forEach(key -> asked.add(new Asked<>(current, key)));
        Map<K, V> all = new HashMap<>();
        kept.getAll(asked, missing -> {
                    Map<Asked<K>, V> made = new HashMap<>();
                    Set<K> wanted = new HashSet<>();
                    missing.forEach(each -> wanted.add(each.key()));
                    work.apply(current, wanted).forEach((key, value) -> made.put(new Asked<>(current, key), value));
                    return made;
                })
                .forEach((each, value) -> all.put(each.key(), value));
        return all;
    }
}
