package io.greenpark.park.registry;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at in a registry, by one that has looked at another before.
 *
 * @param before the registry looked at before; null if none was, then everything is to be looked at
 * @param now the registry to look at
 * @param keys the documents in which they differ, at least
 */
public record RegistryDifference(@Nullable Registry before, Registry now, Set<DocumentKey> keys) {
    /** Up to this many changed documents are always looked at one by one. */
    private static final int FEW = 100;

    public RegistryDifference {
        keys = Set.copyOf(keys);
    }

    /** A registry of which nothing was looked at yet. */
    public static RegistryDifference whole(Registry now) {
        return new RegistryDifference(null, now, Set.of());
    }

    /** Whether to look at everything: for the first time, or because looking at so many documents costs as much. */
    public boolean whole() {
        return before == null || keys.size() > Math.max(FEW, now.facts().count() / 10);
    }

    /** The ids of one kind among the documents. */
    public Set<String> ids(DocumentKind kind) {
        return keys.stream().filter(k -> k.kind() == kind).map(DocumentKey::id).collect(Collectors.toSet());
    }

    /** The registry before, if there is one, and the one now. */
    public List<Registry> both() {
        return before == null ? List.of(now) : List.of(before, now);
    }
}
