package io.greenpark.lab.bench.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Whether a soak stayed as it was, in words. Trends are extrapolated to an hour; so that a short soak is not judged by
 * noise, a trend counts only if it also shows: the last third's largest value beside the middle third's.
 */
final class SoakCriteria {
    /** Memory that grows by more than this share of its median in an hour would fill a usual reserve within a shift. */
    static final double MEMORY_SHARE_PER_HOUR = 0.25;
    /**
     * What the last third's peak may be above the middle third's: a little less than ten minutes of the growth above come to,
     * so that it distinguishes growth from a slope that rose early and stopped.
     */
    static final double LAST_THIRD_SHARE = 0.01;
    /** The same for the resident memory, which moves with the heap's size whenever the collector gives room up or takes it. */
    static final double RESIDENT_LAST_THIRD_SHARE = 0.05;
    /** Without {@code jcmd}: parts of the judged time, of each of which the smallest heap is what collections leave. */
    static final int HEAP_PARTS = 24;
    /** Readings of so many seconds may wait for a reader at most: a canary or a case would come so much later. */
    static final double LAG_SECONDS = 15;
    /** By readings of so many seconds a lag may have grown from the beginning of the judged time to its end. */
    static final double LAG_GROWTH_SECONDS = 2;
    /** After the last message the readers may need so long. */
    static final Duration DRAIN = Duration.ofSeconds(60);
    /** Less than this share of what was due means that the load was held up. */
    static final double LEAST_OF_RATE = 0.98;
    /** Files and threads that come and go: pools, log files of a new day, write-ahead logs. */
    static final int HANDLES = 20;

    private static final double MB = 1 << 20;
    private static final int FEWEST_SAMPLES = 9;
    private static final int FEWEST_COLLECTIONS = 6;

    /** One criterion and its result. */
    record Criterion(String what, boolean good, String words) {}

    private final SoakResult result;
    private final List<SoakSample> judged;
    private final List<Criterion> criteria = new ArrayList<>();

    private SoakCriteria(SoakResult result) {
        this.result = result;
        this.judged = result.judged();
    }

    /** All criteria. */
    static List<Criterion> of(SoakResult result) {
        return new SoakCriteria(result).evaluate();
    }

    private List<Criterion> evaluate() {
        if (judged.size() < FEWEST_SAMPLES) {
            add("samples", false, "%d samples after the warm-up are too few to judge", judged.size());
        } else {
            memory("resident memory", Trend.values(judged, SoakSample::residentBytes), RESIDENT_LAST_THIRD_SHARE);
            memory("heap after collections", keptHeap(), LAST_THIRD_SHARE);
            memory("direct memory", Trend.values(judged, SoakSample::directBytes), LAST_THIRD_SHARE);
            TreeSet<String> readers = new TreeSet<>();
            judged.forEach(s -> readers.addAll(s.lags().keySet()));
            readers.forEach(this::lag);
            handles("open files", SoakSample::files);
            handles("threads", SoakSample::threads);
        }
        load();
        add(
                "worked off",
                result.drained().compareTo(DRAIN) <= 0,
                "no reader had a lag %.1f s after the last message; allowed %d s",
                result.drained().toMillis() / 1e3,
                DRAIN.toSeconds());
        result.kept()
                .forEach(k ->
                        add(k.store(), k.equal(), "%,d %s expected, %,d found", k.expected(), k.what(), k.found()));
        return criteria;
    }

    /** What collections of the whole heap left; where none could be asked for, the lowest that was seen now and then. */
    private List<Trend.Value> keptHeap() {
        List<SoakSample> collected =
                judged.stream().filter(s -> s.keptHeapBytes() > 0).toList();
        return collected.size() < FEWEST_COLLECTIONS
                ? Trend.lowest(Trend.values(judged, SoakSample::heapBytes), Math.min(HEAP_PARTS, judged.size() / 3))
                : Trend.values(collected, SoakSample::keptHeapBytes);
    }

    private void memory(String what, List<Trend.Value> values, double allowedStep) {
        Trend trend = Trend.of(values);
        double share = trend.median() == 0 ? 0 : trend.perHour() / trend.median();
        double step = lastThird(values) / Math.max(1, middleThird(values)) - 1;
        add(
                what,
                share <= MEMORY_SHARE_PER_HOUR || step <= allowedStep,
                "median %.0f MB, at most %.0f MB; trend %+.1f MB per hour (%+.0f %%, allowed %.0f %%), last third's peak"
                        + " %+.1f %% beside the middle third's (allowed %.0f %%)",
                trend.median() / MB,
                trend.largest() / MB,
                trend.perHour() / MB,
                share * 100,
                MEMORY_SHARE_PER_HOUR * 100,
                step * 100,
                allowedStep * 100);
    }

    private void lag(String reader) {
        List<Trend.Value> values = Trend.values(judged, s -> s.lags().getOrDefault(reader, 0L));
        Trend trend = Trend.of(values);
        double span = judged.get(judged.size() - 1).second() - judged.get(0).second();
        double grown = trend.perSecond() * span / result.rate();
        double largest = trend.largest() / result.rate();
        add(
                "lag of " + reader,
                grown <= LAG_GROWTH_SECONDS && largest <= LAG_SECONDS,
                "median %,.0f, at most %,.0f = %.1f s of the load (allowed %.0f s); grown by %+.2f s of it (allowed %.0f s)",
                trend.median(),
                trend.largest(),
                largest,
                LAG_SECONDS,
                grown,
                LAG_GROWTH_SECONDS);
    }

    private void handles(String what, ToDoubleFunction<SoakSample> figure) {
        List<Trend.Value> values = Trend.values(judged, figure);
        double middle = middleThird(values);
        double last = lastThird(values);
        add(
                what,
                last <= middle + HANDLES,
                "at most %.0f in the middle third, %.0f in the last (allowed %d more)",
                middle,
                last,
                HANDLES);
    }

    private void load() {
        double due = result.rate() * result.options().duration().toMillis() / 1e3;
        double share = result.load().readings() / due;
        add(
                "load",
                share >= LEAST_OF_RATE && result.load().lostConnections() == 0,
                "%,d readings acknowledged, %.1f %% of those due (allowed from %.0f %% on); %d connections lost",
                result.load().readings(),
                share * 100,
                LEAST_OF_RATE * 100,
                result.load().lostConnections());
    }

    private static double middleThird(List<Trend.Value> values) {
        return largest(values.subList(values.size() / 3, values.size() * 2 / 3));
    }

    private static double lastThird(List<Trend.Value> values) {
        return largest(values.subList(values.size() * 2 / 3, values.size()));
    }

    private static double largest(List<Trend.Value> values) {
        return values.stream().mapToDouble(Trend.Value::value).max().orElse(0);
    }

    private void add(String what, boolean good, String format, Object... arguments) {
        criteria.add(new Criterion(what, good, String.format(Locale.ROOT, format, arguments)));
    }
}
