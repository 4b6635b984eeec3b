package io.greenpark.dashboards.source;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseCounts;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseFilter.Seen;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.alerts.cases.OwnerChange;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cases that somebody may see; others are not there. */
final class ScopedCases implements Cases {
    private final Cases all;
    private final RegistrySource registry;
    private final SeenCases seen;

    /** @param registry as the one who asks sees it */
    ScopedCases(Cases all, RegistrySource registry, Scope scope) {
        this.all = all;
        this.registry = registry;
        this.seen = new SeenCases(registry, scope);
    }

    private Seen seen() {
        return seen.now();
    }

    @Override
    public List<Case> summaries(CaseFilter filter, int max) {
        return all.summaries(filter.seenBy(seen()), max);
    }

    @Override
    public List<Case> withEvents(List<Case> cases) {
        return all.withEvents(cases);
    }

    @Override
    public CaseCounts counts(CaseFilter filter) {
        return all.counts(filter.seenBy(seen()));
    }

    @Override
    public Map<String, Long> openByAccount(CaseFilter filter) {
        return all.openByAccount(filter.seenBy(seen()));
    }

    @Override
    public Map<Subject, Integer> open() {
        Map<Subject, Integer> open = new HashMap<>(all.open());
        open.keySet().retainAll(seen().subjects());
        return open;
    }

    @Override
    public Optional<Case> find(String id) {
        Seen seen = seen();
        return all.find(id).filter(seen::takes);
    }

    @Override
    public List<Verdict> evidence(String id) {
        return find(id).map(c -> all.evidence(id)).orElse(List.of());
    }

    /** Who is told about an enterprise is named to those who see it as a whole, as its contacts are. */
    @Override
    public List<NotificationStatus> notifications(String id) {
        Seen seen = seen();
        return all.find(id)
                .filter(c -> seen.subjects().contains(c.about()))
                .map(c -> all.notifications(id))
                .orElse(List.of());
    }

    @Override
    public Map<String, DeviceStanding> standings() {
        Map<String, DeviceStanding> standings = new HashMap<>(all.standings());
        standings
                .keySet()
                .retainAll(registry.current().facts().devices().stream()
                        .map(Device::id)
                        .collect(Collectors.toSet()));
        return standings;
    }

    @Override
    public Case acknowledge(String id, String by, String comment, boolean ofEnterprise) {
        if (find(id).isEmpty()) {
            throw new IllegalArgumentException("case \"" + id + "\" does not exist; see the list of cases");
        }
        return all.acknowledge(id, by, comment, ofEnterprise);
    }

    @Override
    public List<Case> own(List<String> ids, OwnerChange change) {
        for (String id : ids) {
            if (find(id).isEmpty()) {
                throw new IllegalArgumentException("case \"" + id + "\" does not exist; see the list of cases");
            }
        }
        return all.own(ids, change);
    }
}
