package io.greenpark.alerts.cases;

import io.greenpark.accounting.hour.HourTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Portions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the rules have judged of closed hours and days of outlet points against their limits. Any thread may ask. */
public final class LimitVerdicts {
    private final Books books;

    public LimitVerdicts(Books books) {
        this.books = books;
    }

    /** Periods of some points that start in {@code [from, to)} and exceeded a limit, newest first. */
    public List<Exceedance> exceedances(Collection<String> points, Instant from, Instant to) {
        return books.read(handle -> {
            Map<String, List<CaseRow>> cases = new HashMap<>();
            CaseTable.reachingInto(handle, Case.Rule.LIMIT_EXCEEDED, from.toEpochMilli(), to.toEpochMilli())
                    .forEach(c -> cases.computeIfAbsent(c.key().subject(), s -> new ArrayList<>())
                            .add(c));
            List<Exceedance> found = new ArrayList<>();
            for (Step step : List.of(Step.HOUR, Step.DAY)) {
                each(handle, VerdictHours.EXCEEDED, points, step, from, to, (point, v) -> {
                    if (v.outcome() == Outcome.RAISES) {
                        found.add(new Exceedance(
                                point, step, v, covering(cases.getOrDefault(subject(point, step), List.of()), v)));
                    }
                });
            }
            found.sort(Comparator.comparing((Exceedance e) -> e.verdict().from())
                    .reversed()
                    .thenComparing(Exceedance::pointId)
                    .thenComparing(Exceedance::step));
            return found;
        });
    }

    /** What is judged of some points in the periods of a step that start in {@code [from, to)}, by point and start. */
    public Map<String, Map<Instant, Verdict>> of(Collection<String> points, Step step, Instant from, Instant to) {
        Map<String, Map<Instant, Verdict>> verdicts = new HashMap<>();
        return books.read(handle -> {
            each(
                    handle,
                    VerdictHours.of(Case.Rule.LIMIT_EXCEEDED),
                    points,
                    step,
                    from,
                    to,
                    (point, v) -> verdicts.computeIfAbsent(point, p -> new HashMap<>())
                            .put(v.from(), v));
            return verdicts;
        });
    }

    /** What is judged of some points in the one period of a step that starts at a time, by point. */
    public Map<String, Verdict> at(Collection<String> points, Step step, Instant start) {
        Map<String, Verdict> verdicts = new HashMap<>();
        of(points, step, start, start.plusMillis(1))
                .forEach((point, own) ->
                        verdicts.put(point, own.values().iterator().next()));
        return verdicts;
    }

    private static void each(
            Handle handle,
            HourTable<StoredVerdict> table,
            Collection<String> points,
            Step step,
            Instant from,
            Instant to,
            BiConsumer<String, Verdict> taker) {
        Map<String, String> bySubject = new HashMap<>();
        points.forEach(point -> bySubject.put(subject(point, step), point));
        for (List<String> some : Portions.of(bySubject.keySet())) {
            table.each(handle, some, from.toEpochMilli(), to.toEpochMilli(), (subject, stored) -> {
                String point = bySubject.get(subject);
                if (point != null && stored.verdict().phase() == Phase.CLOSED) {
                    taker.accept(point, stored.verdict());
                }
            });
        }
    }

    /** As a {@link CaseKey} names what is judged. */
    private static String subject(String point, Step step) {
        return point + "/" + step.code();
    }

    private static @Nullable String covering(List<CaseRow> cases, Verdict v) {
        return cases.stream()
                .filter(c -> !v.from().isBefore(c.since()) && v.from().isBefore(c.coveredTo()))
                .map(CaseRow::id)
                .findFirst()
                .orElse(null);
    }
}
