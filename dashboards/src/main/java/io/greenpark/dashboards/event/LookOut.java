package io.greenpark.dashboards.event;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at what there is and says what changed since the last look. One look at a time; blocks. */
final class LookOut {
    private static final int MAX_CASES = 10_000;

    private final ConsoleSources sources;
    private volatile @Nullable Sight last;

    LookOut(ConsoleSources sources) {
        this.sources = sources;
    }

    /** What changed; null where nothing is known of before. */
    @Nullable
    Changes look() {
        Registry registry = sources.registry().current();
        Sight now = sight();
        Sight before = last;
        last = now;
        return before == null
                ? null
                : now.since(before, device -> registry.device(device)
                        .map(Device::enterpriseId)
                        .orElse(device));
    }

    /** Nobody listens any more: what was is not compared with what will be. */
    void forget() {
        last = null;
    }

    private Sight sight() {
        Map<String, Sight.OpenCase> cases = new HashMap<>();
        for (Case c : sources.cases().summaries(CaseFilter.all().in(Case.State.OPEN), MAX_CASES)) {
            int stamp = Objects.hash(c.text(), c.figure(), c.acknowledgedBy());
            cases.put(c.id(), new Sight.OpenCase(c.about(), stamp));
        }
        Map<String, String> devices = new HashMap<>();
        sources.cases().standings().forEach((device, standing) -> devices.put(device, standing.name()));
        Map<Sight.ClosedKey, Integer> closings = new HashMap<>();
        sources.registry()
                .current()
                .facts()
                .closings()
                .forEach(c -> closings.put(new Sight.ClosedKey(c.parkId(), c.month()), c.edition()));
        return new Sight(cases, devices, closings);
    }
}
