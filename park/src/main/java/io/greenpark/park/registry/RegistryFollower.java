package io.greenpark.park.registry;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the registry for one thread that looks at changes when it has time: what changes meanwhile is gathered, and what
 * could not be looked at because that failed is looked at again. Any thread may change the registry and ask whether there
 * is something to look at; one thread looks.
 */
public final class RegistryFollower {
    private final RegistrySource source;
    private final Set<DocumentKey> gathered = new HashSet<>();
    /** The registry of the last change told; null before the first. */
    private @Nullable Registry newest;

    private boolean told;
    private volatile @Nullable Registry seen;

    /** Follows from now on; the first look is at everything. */
    public RegistryFollower(RegistrySource source) {
        this.source = source;
        source.onChange(this::gather);
    }

    private void gather(RegistryChange change) {
        Registry changed = source.current();
        synchronized (this) {
            gathered.addAll(change.keys());
            newest = changed;
            told = true;
        }
    }

    /** Whether the current registry was not looked at yet. */
    public boolean pending() {
        return seen != source.current();
    }

    /**
     * Has {@code look} look at what changed since the last time; false if there is nothing.
     *
     * @param look if it fails, the same and what changes meanwhile is looked at next time
     */
    public boolean follow(Consumer<RegistryDifference> look) {
        RegistryDifference difference = take();
        if (difference == null) {
            return false;
        }
        try {
            look.accept(difference);
        } catch (RuntimeException | Error e) {
            putBack(difference);
            throw e;
        }
        seen = difference.now();
        return true;
    }

    /** The registry is the one that was told with the last of the keys: a later one may differ in more than them. */
    private synchronized @Nullable RegistryDifference take() {
        Registry before = seen;
        if (before != null && !told) {
            return null;
        }
        Registry now = newest == null ? source.current() : newest;
        RegistryDifference difference = new RegistryDifference(before, now, gathered);
        gathered.clear();
        told = false;
        return difference;
    }

    private synchronized void putBack(RegistryDifference difference) {
        gathered.addAll(difference.keys());
        told = true;
    }
}
