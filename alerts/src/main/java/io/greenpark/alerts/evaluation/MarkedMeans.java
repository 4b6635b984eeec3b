package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.marking.MarkedTimes;
import io.greenpark.alerts.marking.MarkedTimes.Marked;
import io.greenpark.park.discharge.DischargeMean;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.discharge.DischargeMean.Part;
import io.greenpark.park.discharge.MeanValidity;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.sample.PointArithmeticException;
import io.greenpark.park.sample.SampleSpans;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What accepted marks leave of the means that a portion of tasks asks for, computed from the readings themselves: what is marked has no part in what is
 * held against a limit. An hour of which too little is left is left out of its day as a whole. The accounts keep the mean of all that was measured. Most portions
 * meet no mark and cost one query.
 */
final class MarkedMeans {
    private final Map<EvaluationTask, Left> left;

    private MarkedMeans(Map<EvaluationTask, Left> left) {
        this.left = left;
    }

    /**
     * What is left of a period.
     *
     * @param row the mean over that; without one where nothing is
     * @param valid whether it is enough to judge by
     * @param marks ids of the marks
     */
    record Left(DischargeRow row, boolean valid, List<String> marks) {}

    /** @param minPercent the share of its hour or day that a task takes, by the rule that judges it */
    static MarkedMeans of(
            Books books,
            Registry registry,
            Collection<EvaluationTask> tasks,
            ToIntFunction<EvaluationTask> minPercent,
            Instant now) {
        List<EvaluationTask> own = tasks.stream()
                .filter(t -> t.kind() != Mark.Kind.INTENSITY_MONTH)
                .toList();
        Map<EvaluationTask, Left> left = new HashMap<>();
        if (!own.isEmpty()) {
            books.read(handle -> {
                MarkedTimes marked = marked(handle, registry, own);
                own.forEach(task -> new Period(books, handle, registry, task, minPercent.applyAsInt(task), now)
                        .left(marked)
                        .ifPresent(found -> left.put(task, found)));
                return true;
            });
        }
        return new MarkedMeans(left);
    }

    private static MarkedTimes marked(Handle handle, Registry registry, List<EvaluationTask> tasks) {
        Set<String> points = tasks.stream().map(EvaluationTask::subject).collect(Collectors.toSet());
        TreeSet<Long> starts =
                tasks.stream().map(EvaluationTask::startMs).collect(Collectors.toCollection(TreeSet::new));
        EvaluationTask last = tasks.stream()
                .filter(t -> t.startMs() == starts.last())
                .findFirst()
                .orElseThrow();
        // The last one to begin need not be the last one to end.
        Instant end = registry.timeOfPoint(last.subject()).endOf(Step.DAY, Instant.ofEpochMilli(starts.last()));
        return MarkedTimes.load(handle, points, Instant.ofEpochMilli(starts.first()), end);
    }

    /** What marks leave of a task's period; empty where none meets it. */
    Optional<Left> of(EvaluationTask task) {
        return Optional.ofNullable(left.get(task));
    }

    private static final class Period {
        private final Books books;
        private final Handle handle;
        private final Registry registry;
        private final EvaluationTask task;
        private final int minPercent;
        private final Instant now;

        private Period(
                Books books, Handle handle, Registry registry, EvaluationTask task, int minPercent, Instant now) {
            this.books = books;
            this.handle = handle;
            this.registry = registry;
            this.task = task;
            this.minPercent = minPercent;
            this.now = now;
        }

        private Optional<Left> left(MarkedTimes marked) {
            Optional<Point> point = registry.point(task.subject());
            if (point.isEmpty()) {
                return Optional.empty();
            }
            ParkTime time = registry.timeOfPoint(task.subject());
            Step step = task.kind() == Mark.Kind.DISCHARGE_HOUR ? Step.HOUR : Step.DAY;
            long toMs = time.endOf(step, Instant.ofEpochMilli(task.startMs())).toEpochMilli();
            List<Marked> times = marked.of(task.subject(), task.startMs(), toMs);
            return times.isEmpty()
                    ? Optional.empty()
                    : Optional.of(left(point.get(), time, step, OpenTimes.of(task.startMs(), toMs, times)));
        }

        private Left left(Point point, ParkTime time, Step step, OpenTimes all) {
            OpenTimes open = step == Step.DAY ? all.wholeHours(time, minPercent) : all;
            Mean mean = mean(point, time, open);
            DischargeRow row = new DischargeRow(
                    Instant.ofEpochMilli(open.fromMs()),
                    Instant.ofEpochMilli(open.toMs()),
                    mean.mean(),
                    mean.validSamples(),
                    mean.completeness(),
                    mean.quality());
            boolean valid = mean.mean() != null && MeanValidity.isValid(mean.completeness(), minPercent);
            return new Left(row, valid, open.marks());
        }

        /** As the accounts book it, over the time that is left; nothing where the arithmetic of the point fails, as there. */
        private Mean mean(Point point, ParkTime time, OpenTimes open) {
            long reach = SampleSpans.reachMs(point);
            ReadingStore readings = books.ports(handle).readings();
            List<Sample> samples = readings.range(point.id(), open.fromMs() - reach, open.toMs() + reach);
            List<Long> corrected = readings.superseded(point.id(), open.fromMs() - reach, open.toMs() + reach).stream()
                    .map(Sample::timeMs)
                    .distinct()
                    .toList();
            try {
                DischargeMean means = DischargeMean.of(point, time, samples, corrected, now.toEpochMilli());
                Part whole = Part.NONE;
                for (OpenTimes.Range each : open.ranges()) {
                    whole = whole.then(means.part(each.fromMs(), each.toMs(), open.toMs() - open.fromMs()));
                }
                return means.mean(whole, open.fromMs(), open.toMs());
            } catch (PointArithmeticException e) {
                return new Mean(null, 0, 0, Quality.MISSING);
            }
        }
    }
}
