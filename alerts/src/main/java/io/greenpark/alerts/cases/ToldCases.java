package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases without the figures that officers may not be told. */
public final class ToldCases implements Cases {
    private final Cases all;
    private final WithheldFigures figures;

    public ToldCases(Cases all, WithheldFigures figures) {
        this.all = all;
        this.figures = figures;
    }

    @Override
    public List<Case> summaries(CaseFilter filter, int max) {
        return all.summaries(filter, max).stream().map(figures::told).toList();
    }

    @Override
    public List<Case> withEvents(List<Case> cases) {
        return all.withEvents(cases).stream().map(figures::told).toList();
    }

    @Override
    public CaseCounts counts(CaseFilter filter) {
        return all.counts(filter);
    }

    @Override
    public Map<Subject, Integer> open() {
        return all.open();
    }

    @Override
    public Optional<Case> find(String id) {
        return all.find(id).map(figures::told);
    }

    @Override
    public List<Verdict> evidence(String id) {
        return all.find(id)
                .map(c -> all.evidence(id).stream()
                        .map(v -> figures.told(c.key(), v))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public List<NotificationStatus> notifications(String id) {
        return all.notifications(id);
    }

    @Override
    public Map<String, DeviceStanding> standings() {
        return all.standings();
    }

    @Override
    public Case acknowledge(String id, String by, String comment, boolean ofEnterprise) {
        return figures.told(all.acknowledge(id, by, comment, ofEnterprise));
    }

    @Override
    public Map<String, Long> openByAccount(CaseFilter filter) {
        return all.openByAccount(filter);
    }

    @Override
    public List<Case> own(List<String> ids, OwnerChange change) {
        return all.own(ids, change).stream().map(figures::told).toList();
    }
}
