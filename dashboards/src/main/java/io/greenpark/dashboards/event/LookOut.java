package io.greenpark.dashboards.event;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.quarantine.WaitingKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at what there is and says what changed since the last look. One look at a time; blocks. */
final class LookOut {
    private static final int MAX_CASES = 10_000;

    private final ConsoleSources sources;
    private volatile @Nullable Sight last;
    private long waitingAt = Long.MIN_VALUE;
    private int waiting;

    LookOut(ConsoleSources sources) {
        this.sources = sources;
    }

    /** What changed; null where nothing is known of before. */
    @Nullable
    Changes look() {
        Sight now = sight();
        Sight before = last;
        last = now;
        return before == null ? null : now.since(before);
    }

    /** Nobody listens any more: what was is not compared with what will be. */
    void forget() {
        last = null;
    }

    private Sight sight() {
        Map<String, Sight.OpenCase> cases = new HashMap<>();
        for (Case c : sources.cases().summaries(CaseFilter.all().in(Case.State.OPEN), MAX_CASES)) {
            cases.put(c.id(), Sight.OpenCase.of(c));
        }
        Map<String, String> devices = new HashMap<>();
        sources.cases().standings().forEach((device, standing) -> devices.put(device, standing.name()));
        Map<Sight.ClosedKey, Integer> closings = new HashMap<>();
        sources.registry()
                .current()
                .facts()
                .closings()
                .forEach(c -> closings.put(new Sight.ClosedKey(c.parkId(), c.month()), c.edition()));
        return new Sight(cases, devices, waiting(), closings);
    }

    /** What waits is looked through only where something came or went since. */
    private int waiting() {
        long changes = sources.quarantine().changes();
        if (changes != waitingAt) {
            waitingAt = changes;
            waiting = sources.quarantine().devices().stream()
                    .map(d -> List.of(
                            d.id(),
                            d.discard() != null,
                            d.keys().stream().map(WaitingKey::key).toList()))
                    .toList()
                    .hashCode();
        }
        return waiting;
    }
}
