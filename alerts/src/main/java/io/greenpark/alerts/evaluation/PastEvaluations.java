package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Schedules every past period of points whose limits changed for evaluation, a portion at a time: years of hours are too
 * many for once. The limits count as seen when all is scheduled: a process that dies before detects them again. Used by one
 * thread.
 */
final class PastEvaluations {
    /** No more than are evaluated at a time. */
    private static final int PORTION = RuleEvaluator.PORTION;

    private final Books books;
    private final DischargeAccounts accounts;
    private final Map<String, Progress> pending = new LinkedHashMap<>();

    PastEvaluations(Books books, DischargeAccounts accounts) {
        this.books = books;
        this.accounts = accounts;
    }

    /**
     * How far a point is.
     *
     * @param limits the digest of the limits it is to be judged by
     * @param afterMs the start of the last period scheduled
     */
    private record Progress(String limits, long seenMs, Step step, long afterMs) {
        static Progress start(String limits, long seenMs) {
            return new Progress(limits, seenMs, Step.HOUR, Long.MIN_VALUE);
        }

        Mark.Kind kind() {
            return step == Step.HOUR ? Mark.Kind.DISCHARGE_HOUR : Mark.Kind.DISCHARGE_DAY;
        }

        /** Null after the last period. */
        @Nullable
        Progress after(List<Long> starts, int asked) {
            if (starts.size() == asked) {
                return new Progress(limits, seenMs, step, starts.get(starts.size() - 1));
            }
            return step == Step.HOUR ? new Progress(limits, seenMs, Step.DAY, Long.MIN_VALUE) : null;
        }
    }

    boolean isPending(String point) {
        return pending.containsKey(point);
    }

    /** Begins with points, from the start where they were pending already. */
    void add(Map<String, String> limits, Instant now) {
        List<String> points = List.copyOf(limits.keySet());
        for (int i = 0; i < points.size(); i += PORTION) {
            List<String> portion = points.subList(i, Math.min(points.size(), i + PORTION));
            books.write(tx -> {
                LimitsSeenTable.touch(tx.handle(), portion, now.toEpochMilli());
                return true;
            });
        }
        limits.forEach((point, digest) -> pending.put(point, Progress.start(digest, now.toEpochMilli())));
    }

    /** Schedules the next portion; returns whether there is more. */
    boolean step(Instant now) {
        if (pending.isEmpty()) {
            return false;
        }
        Portion portion = new Portion();
        for (Map.Entry<String, Progress> one : pending.entrySet()) {
            if (portion.isFull()) {
                break;
            }
            portion.fill(one.getKey(), one.getValue());
        }
        books.write(tx -> {
            ScheduledEvaluations.put(tx.handle(), portion.tasks, now.toEpochMilli());
            LimitsSeenTable.write(tx.handle(), portion.seen, portion.seenMs);
            return true;
        });
        portion.seen.keySet().forEach(pending::remove);
        pending.putAll(portion.unfinished);
        return !pending.isEmpty();
    }

    /** What one transaction does. */
    private final class Portion {
        private final List<EvaluationTask> tasks = new ArrayList<>();
        private final Map<String, String> seen = new LinkedHashMap<>();
        private final Map<String, Long> seenMs = new LinkedHashMap<>();
        private final Map<String, Progress> unfinished = new LinkedHashMap<>();

        boolean isFull() {
            return tasks.size() >= PORTION || seen.size() >= PORTION;
        }

        void fill(String point, Progress begun) {
            Progress progress = begun;
            while (progress != null && !isFull()) {
                int room = PORTION - tasks.size();
                List<Long> starts = accounts.starts(point, progress.step(), progress.afterMs(), room);
                for (long start : starts) {
                    tasks.add(new EvaluationTask(progress.kind(), point, start));
                }
                progress = progress.after(starts, room);
            }
            if (progress == null) {
                seen.put(point, begun.limits());
                seenMs.put(point, begun.seenMs());
            } else {
                unfinished.put(point, progress);
            }
        }
    }
}
