package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.hour.HourDay;
import io.greenpark.accounting.hour.UnreadableHoursException;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verdicts that the books have of the periods of a portion. Those of the limits are read in one statement for all subjects
 * with the same first and last period: mostly all of them have the hour that has just closed. A period days apart from the
 * others of its subject is read by itself, so that one late hour of two years ago has nobody's two years read.
 */
final class StoredVerdicts {
    private record Period(Case.Rule rule, String subject, long startMs, Phase phase) {}

    /** The starts of the first and the last of periods without a day between two that has none. */
    private record Stretch(long firstMs, long lastMs) {}

    private static final Logger LOG = LoggerFactory.getLogger(StoredVerdicts.class);

    private final Map<Period, Verdict> found = new HashMap<>();

    private StoredVerdicts() {}

    /** Reads what there is of the periods of some keys. */
    static StoredVerdicts of(Handle handle, Map<CaseKey, List<Evaluation>> byKey) {
        StoredVerdicts stored = new StoredVerdicts();
        Map<String, TreeSet<Long>> limits = new LinkedHashMap<>();
        byKey.forEach((key, evaluations) -> {
            Set<Long> starts =
                    evaluations.stream().map(e -> e.from().toEpochMilli()).collect(Collectors.toSet());
            if (VerdictTable.isFolded(key.rule())) {
                limits.computeIfAbsent(key.subject(), s -> new TreeSet<>()).addAll(starts);
            } else {
                VerdictTable.at(handle, key, starts).forEach(v -> stored.add(key.rule(), key.subject(), v));
            }
        });
        stretches(limits).forEach((stretch, subjects) -> stored.read(handle, stretch, subjects));
        return stored;
    }

    /** Of a subject whose folded verdicts cannot be read there is nothing: it is written as a row, which counts before them. */
    private void read(Handle handle, Stretch stretch, List<String> subjects) {
        try {
            VerdictTable.hours()
                    .each(
                            handle,
                            subjects,
                            stretch.firstMs(),
                            stretch.lastMs() + 1,
                            (subject, v) -> add(v.rule(), subject, v.verdict()));
        } catch (UnreadableHoursException e) {
            if (subjects.size() > 1) {
                subjects.forEach(subject -> read(handle, stretch, List.of(subject)));
            } else {
                LOG.error("the verdicts of \"{}\" are given anew: {}", subjects.get(0), e.getMessage());
            }
        }
    }

    private void add(Case.Rule rule, String subject, Verdict v) {
        found.put(new Period(rule, subject, v.from().toEpochMilli(), v.phase()), v);
    }

    /** What the books have of a period; null if they have nothing. */
    @Nullable
    Verdict of(Evaluation e) {
        return found.get(new Period(e.key().rule(), e.key().subject(), e.from().toEpochMilli(), e.phase()));
    }

    private static Map<Stretch, List<String>> stretches(Map<String, TreeSet<Long>> limits) {
        Map<Stretch, List<String>> subjects = new LinkedHashMap<>();
        limits.forEach((subject, starts) -> stretches(starts)
                .forEach(stretch -> subjects.computeIfAbsent(stretch, s -> new ArrayList<>())
                        .add(subject)));
        return subjects;
    }

    private static List<Stretch> stretches(TreeSet<Long> starts) {
        List<Stretch> stretches = new ArrayList<>();
        long first = starts.first();
        long last = first;
        for (long start : starts) {
            if (HourDay.of(start) > HourDay.of(last) + 1) {
                stretches.add(new Stretch(first, last));
                first = start;
            }
            last = start;
        }
        stretches.add(new Stretch(first, last));
        return stretches;
    }
}
