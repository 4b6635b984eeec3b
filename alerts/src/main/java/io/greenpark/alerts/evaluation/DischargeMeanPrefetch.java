package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The means that a portion of tasks asks for, read with one query per point where the periods are close together. */
final class DischargeMeanPrefetch {
    private static final Duration CLOSE_HOURS = Duration.ofDays(14);
    private static final Duration CLOSE_DAYS = Duration.ofDays(366);

    private record Series(Mark.Kind kind, String point) {
        Step step() {
            return kind == Mark.Kind.DISCHARGE_HOUR ? Step.HOUR : Step.DAY;
        }

        long closeMs() {
            return (step() == Step.HOUR ? CLOSE_HOURS : CLOSE_DAYS).toMillis();
        }
    }

    private final DischargeAccounts accounts;
    private final Map<EvaluationTask, DischargeRow> rows = new HashMap<>();

    DischargeMeanPrefetch(DischargeAccounts accounts, Collection<EvaluationTask> tasks) {
        this.accounts = accounts;
        Map<Series, TreeSet<Long>> wanted = new LinkedHashMap<>();
        for (EvaluationTask task : tasks) {
            if (task.kind() != Mark.Kind.INTENSITY_MONTH) {
                wanted.computeIfAbsent(new Series(task.kind(), task.subject()), s -> new TreeSet<>())
                        .add(task.startMs());
            }
        }
        wanted.forEach(this::read);
    }

    private void read(Series series, TreeSet<Long> starts) {
        while (!starts.isEmpty()) {
            long from = starts.first();
            long last = starts.headSet(from + series.closeMs(), true).last();
            accounts.rows(series.point(), Instant.ofEpochMilli(from), Instant.ofEpochMilli(last + 1), series.step())
                    .forEach(row -> rows.put(
                            new EvaluationTask(
                                    series.kind(), series.point(), row.from().toEpochMilli()),
                            row));
            starts.headSet(last, true).clear();
        }
    }

    /** The mean of a task's period; empty if there is none. */
    Optional<DischargeRow> mean(EvaluationTask task) {
        return Optional.ofNullable(rows.get(task));
    }
}
