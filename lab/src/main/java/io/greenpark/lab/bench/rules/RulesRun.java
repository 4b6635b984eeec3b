package io.greenpark.lab.bench.rules;

import com.sun.management.OperatingSystemMXBean;
import io.greenpark.alerts.evaluation.RuleEvaluator;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Points send in turn, spread over the minute; every tenth of a second some of them are booked, and one of these begins to raise. */
final class RulesRun {
    private static final int TICK_MS = 100;
    private static final int TICKS_A_MINUTE = 60_000 / TICK_MS;
    private static final int SETTLE_TICKS = 50;

    private final Books books;
    private final RuleEvaluator evaluator;
    private final RunningMeans means;
    private final Watched watched;
    private final RulesOptions options;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean over;
    private volatile long judgedCpuNanos;
    private long rulesCpuNanos;
    private long processCpuNanos;
    private long wallNanos;
    private long marked;

    RulesRun(Books books, RuleEvaluator evaluator, RunningMeans means, Watched watched, RulesOptions options) {
        this.books = books;
        this.evaluator = evaluator;
        this.means = means;
        this.watched = watched;
        this.options = options;
    }

    void run() throws InterruptedException {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Thread rules = new Thread(this::judge, "rules");
        rules.start();
        int perTick = Math.max(1, options.points() / TICKS_A_MINUTE);
        int ticks = options.seconds() * 1_000 / TICK_MS;
        int next = 0;
        long begunCpu = 0;
        long begunRules = 0;
        long begun = 0;
        long due = System.nanoTime();
        for (int tick = 0; tick < ticks + SETTLE_TICKS; tick++) {
            if (tick == SETTLE_TICKS) {
                // What is compiled while it begins is not of interest.
                begunCpu = machine.getProcessCpuTime();
                begunRules = judgedCpuNanos;
                begun = System.nanoTime();
                marked = 0;
            }
            int first = next;
            next = (next + perTick) % options.points();
            if (tick >= SETTLE_TICKS) {
                means.rise(RulesPark.point(first));
                watched.marked(RulesPark.point(first));
            }
            mark(first, perTick);
            due += TimeUnit.MILLISECONDS.toNanos(TICK_MS);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        }
        processCpuNanos = machine.getProcessCpuTime() - begunCpu;
        rulesCpuNanos = judgedCpuNanos - begunRules;
        wallNanos = System.nanoTime() - begun;
        over = true;
        work.release();
        rules.join();
    }

    private void mark(int first, int count) {
        long hour = means.hour().toEpochMilli();
        books.write(tx -> {
            for (int i = 0; i < count; i++) {
                tx.marks().mark(Mark.Kind.DISCHARGE_HOUR, RulesPark.point((first + i) % options.points()), hour);
            }
            return true;
        });
        marked += count;
        work.release();
    }

    private void judge() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (!over) {
            work.drainPermits();
            boolean more = evaluator.step();
            watched.written();
            judgedCpuNanos = threads.getCurrentThreadCpuTime();
            if (!more) {
                try {
                    work.tryAcquire(1, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    double judgedPerSecond() {
        return marked / (wallNanos / 1e9);
    }

    double rulesShare() {
        return (double) rulesCpuNanos / wallNanos;
    }

    double processShare() {
        return (double) processCpuNanos / wallNanos;
    }

    int raised() {
        return watched.sortedNanos().size();
    }

    double percentileMs(double share) {
        List<Long> sorted = watched.sortedNanos();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}
