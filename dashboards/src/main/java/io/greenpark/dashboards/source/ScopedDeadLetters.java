package io.greenpark.dashboards.source;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.RegistrySource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was refused of the devices that somebody sees; what names none of them is not there. */
final class ScopedDeadLetters implements DeadLetters {
    private final DeadLetters all;
    private final RegistrySource registry;

    /** @param registry as the one who asks sees it */
    ScopedDeadLetters(DeadLetters all, RegistrySource registry) {
        this.all = all;
        this.registry = registry;
    }

    private Set<String> seen() {
        return registry.current().facts().devices().stream().map(Device::id).collect(Collectors.toSet());
    }

    private Set<String> seen(@Nullable Set<String> devices) {
        Set<String> seen = seen();
        if (devices == null) {
            return seen;
        }
        Set<String> both = new HashSet<>(devices);
        both.retainAll(seen);
        return both;
    }

    @Override
    public CompletionStage<Void> append(List<DeadLetter> letters) {
        throw new UnsupportedOperationException("who looks at dead letters appends none");
    }

    @Override
    public List<StoredDeadLetter> list(
            @Nullable Set<String> devices, @Nullable RejectReason reason, @Nullable Long beforeId, int max) {
        return all.list(seen(devices), reason, beforeId, max);
    }

    @Override
    public long rows(@Nullable Set<String> devices, @Nullable RejectReason reason) {
        return all.rows(seen(devices), reason);
    }

    @Override
    public Map<RejectReason, Long> counts() {
        return all.counts(seen());
    }

    @Override
    public Map<RejectReason, Long> counts(Set<String> devices) {
        return all.counts(seen(devices));
    }

    @Override
    public Map<String, StoredDeadLetter> lastPerDevice() {
        Map<String, StoredDeadLetter> last = new HashMap<>(all.lastPerDevice());
        last.keySet().retainAll(seen());
        return last;
    }

    @Override
    public Optional<StoredDeadLetter> newestOf(String id) {
        return all.newestOf(id).filter(row -> seen().contains(id));
    }

    @Override
    public Optional<StoredDeadLetter> newestOfStranger(String id) {
        return all.newestOfStranger(id).filter(row -> seen().contains(id));
    }

    @Override
    public void close() {
        // Belongs to whoever opened it.
    }
}
