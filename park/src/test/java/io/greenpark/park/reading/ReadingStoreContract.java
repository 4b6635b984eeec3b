package io.greenpark.park.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.ReadingStore.Change;
import io.greenpark.park.reading.ReadingStore.Touched;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Extend this with {@link #inTransaction} to show that an implementation is the set of readings. */
public abstract class ReadingStoreContract {
    private static final LocalDate DAY = LocalDate.of(2018, 3, 1);
    private static final long START = ParkTime.shanghai().startOf(DAY).toEpochMilli();
    private static final long QUARTER = Duration.ofMinutes(15).toMillis();
    private static final LocalDate LATER = DAY.plusDays(400);

    private long offset;

    /** Runs the work in a transaction of its own and commits it. */
    protected abstract <T> T inTransaction(Function<ReadingStore, T> work);

    private static Reading reading(String point, long timeMs, double value, Flag flag) {
        return new Reading("e", "d", "k", point, value, Unit.KWH, flag, timeMs, timeMs + 500, Door.MQTT);
    }

    private static Reading reading(String point, long timeMs, double value) {
        return reading(point, timeMs, value, Flag.NORMAL);
    }

    private List<Touched> put(Reading... readings) {
        offset += readings.length;
        return putAt(offset, List.of(readings));
    }

    private List<Touched> putAt(long last, List<Reading> readings) {
        return inTransaction(store -> store.put(readings, new Position(0, last)));
    }

    private long count() {
        return inTransaction(ReadingStore::count);
    }

    private int compact(LocalDate day, int maxPoints) {
        return inTransaction(s -> s.compact(day, maxPoints));
    }

    private List<Sample> range(String point, long fromMs, long toMs) {
        return inTransaction(s -> s.range(point, fromMs, toMs));
    }

    private List<Sample> superseded(String point, long fromMs, long toMs) {
        return inTransaction(s -> s.superseded(point, fromMs, toMs));
    }

    private Optional<Sample> lastBefore(String point, long timeMs) {
        return inTransaction(s -> s.lastBefore(point, timeMs));
    }

    private Optional<Sample> firstFrom(String point, long timeMs) {
        return inTransaction(s -> s.firstFrom(point, timeMs));
    }

    private Optional<Sample> latest(String point) {
        return inTransaction(s -> s.latest(point));
    }

    private void compactAll() {
        while (inTransaction(store -> store.compact(LATER, 3)) > 0) {
            // Until nothing is left.
        }
    }

    private List<Double> values(String point, long fromMs, long toMs) {
        return inTransaction(store ->
                store.range(point, fromMs, toMs).stream().map(Sample::value).toList());
    }

    @Test
    void a_window_holds_what_the_ranges_of_its_points_hold_compacted_or_not() {
        long day = Duration.ofDays(1).toMillis();
        for (int i = 0; i < 3 * 96; i++) {
            put(reading("a", START + i * QUARTER, i), reading("b", START + i * QUARTER + 7, -i));
        }
        put(reading("other", START + 5, 1));
        inTransaction(s -> s.compact(DAY.plusDays(1), 1));
        inTransaction(s -> s.compact(DAY.plusDays(2), 3));
        long from = START + 3 * QUARTER;
        long to = START + 2 * day + QUARTER;
        SampleWindow window = inTransaction(s -> s.window(List.of("a", "b", "never heard of"), from, to, 1_000));
        assertThat(window.fromMs()).isEqualTo(from);
        assertThat(window.toMs()).isEqualTo(to);
        assertThat(window.samples()).containsOnlyKeys("a", "b");
        assertThat(window.of("a")).isEqualTo(range("a", from, to)).hasSize(190);
        assertThat(window.of("b")).isEqualTo(range("b", from, to));
        assertThat(window.of("never heard of")).isEmpty();
    }

    @Test
    void the_newest_samples_of_several_points_are_those_of_each_compacted_or_not() {
        long day = Duration.ofDays(1).toMillis();
        for (int i = 0; i < 2 * 96; i++) {
            put(reading("silent", START + i * QUARTER, i, Flag.FAULT));
        }
        put(reading("talking", START, 1), reading("talking", START + 5 * day, 2), reading("late", START + day, 3));
        inTransaction(s -> s.compact(DAY.plusDays(3), 100));
        put(reading("late", START + day + QUARTER, 4), reading("late", START + QUARTER, 5));
        List<String> points = List.of("silent", "talking", "late", "never heard of");
        Map<String, Sample> newest = inTransaction(s -> s.latest(points));
        assertThat(newest).containsOnlyKeys("silent", "talking", "late");
        newest.forEach((point, sample) -> assertThat(latest(point)).contains(sample));
        assertThat(newest.values().stream().map(Sample::value)).containsExactlyInAnyOrder(191.0, 2.0, 4.0);
        Map<String, Sample> none = inTransaction(s -> s.latest(List.of()));
        assertThat(none).isEmpty();
    }

    @Test
    void a_window_of_too_many_samples_ends_earlier_and_is_whole_up_to_there() {
        for (int i = 0; i < 2 * 96; i++) {
            put(reading("a", START + i * QUARTER, i), reading("b", START + i * QUARTER, i));
        }
        for (int compacted = 0; compacted < 2; compacted++) {
            SampleWindow window = inTransaction(s -> s.window(List.of("a", "b"), START, START + 200 * QUARTER, 251));
            assertThat(window.toMs()).isGreaterThan(START).isLessThan(START + 130 * QUARTER);
            assertThat(window.of("a"))
                    .isEqualTo(range("a", START, window.toMs()))
                    .isNotEmpty();
            assertThat(window.of("b")).isEqualTo(range("b", START, window.toMs()));
            compactAll();
        }
    }

    @Test
    public void a_new_sample_is_told_as_new_and_found_in_its_range() {
        assertThat(put(reading("p", START, 1), reading("p", START + QUARTER, 2)))
                .containsExactly(new Touched("p", START, Change.NEW), new Touched("p", START + QUARTER, Change.NEW));
        assertThat(values("p", START, START + QUARTER)).containsExactly(1.0);
        assertThat(values("p", START + 1, START + 2 * QUARTER)).containsExactly(2.0);
        assertThat(values("q", START, START + QUARTER)).isEmpty();
    }

    @Test
    public void the_same_batch_again_changes_nothing_and_reports_nothing() {
        List<Reading> batch = List.of(reading("p", START, 1), reading("q", START, 2));
        putAt(2, batch);
        assertThat(putAt(2, batch)).isEmpty();
        assertThat(putAt(4, batch)).isEmpty();
        assertThat(count()).isEqualTo(2);
        compactAll();
        assertThat(putAt(6, batch)).isEmpty();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    public void of_two_differing_values_the_later_position_counts_and_the_other_is_evidence() {
        put(reading("p", START, 1));
        assertThat(put(reading("p", START, 2))).containsExactly(new Touched("p", START, Change.CHANGED));
        assertThat(values("p", START, START + 1)).containsExactly(2.0);
        assertThat(putAt(1, List.of(reading("p", START, 1)))).isEmpty();
        assertThat(values("p", START, START + 1)).containsExactly(2.0);
        assertThat(superseded("p", START, START + 1)).extracting(Sample::value).containsExactly(1.0);
    }

    @Test
    public void a_differing_flag_is_a_differing_value() {
        put(reading("p", START, 1));
        assertThat(put(reading("p", START, 1, Flag.CALIBRATION)))
                .containsExactly(new Touched("p", START, Change.CHANGED));
        assertThat(latest("p").orElseThrow().flag()).isEqualTo(Flag.CALIBRATION);
    }

    @Test
    public void a_value_replaced_within_its_batch_is_told_once_as_changed() {
        assertThat(put(reading("p", START, 1), reading("q", START, 7), reading("p", START, 2)))
                .containsExactly(new Touched("p", START, Change.CHANGED), new Touched("q", START, Change.NEW));
        assertThat(values("p", START, START + 1)).containsExactly(2.0);
    }

    @Test
    public void a_compacted_value_is_replaced_by_a_later_position_only() {
        put(reading("p", START, 1));
        put(reading("p", START + QUARTER, 5));
        compactAll();
        assertThat(putAt(1, List.of(reading("p", START, 9)))).isEmpty();
        assertThat(put(reading("p", START, 2))).containsExactly(new Touched("p", START, Change.CHANGED));
        assertThat(values("p", START, START + QUARTER + 1)).containsExactly(2.0, 5.0);
        compactAll();
        assertThat(values("p", START, START + QUARTER + 1)).containsExactly(2.0, 5.0);
        assertThat(count()).isEqualTo(2);
        assertThat(superseded("p", START, START + 1)).extracting(Sample::value).containsExactlyInAnyOrder(9.0, 1.0);
    }

    @Test
    public void a_late_reading_merges_into_its_compacted_day() {
        put(reading("p", START, 1), reading("p", START + 2 * QUARTER, 3));
        compactAll();
        put(reading("p", START + QUARTER, 2));
        assertThat(values("p", START, START + 3 * QUARTER)).containsExactly(1.0, 2.0, 3.0);
        assertThat(lastBefore("p", START + 2 * QUARTER).orElseThrow().value()).isEqualTo(2);
        compactAll();
        assertThat(values("p", START, START + 3 * QUARTER)).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    public void neighbours_are_found_across_days_and_compaction() {
        long yesterday = START - 3 * QUARTER;
        put(reading("p", yesterday, 1), reading("other", START + 1, 8), reading("p", START + 100 * QUARTER, 2));
        for (int round = 0; round < 2; round++) {
            assertThat(lastBefore("p", yesterday)).isEmpty();
            assertThat(lastBefore("p", START + 50 * QUARTER).orElseThrow().value())
                    .isEqualTo(1);
            assertThat(firstFrom("p", yesterday + 1).orElseThrow().value()).isEqualTo(2);
            assertThat(firstFrom("p", START + 100 * QUARTER + 1)).isEmpty();
            assertThat(latest("p").orElseThrow().value()).isEqualTo(2);
            assertThat(latest("unknown")).isEmpty();
            compactAll();
        }
    }

    @Test
    public void latest_goes_by_device_time_not_by_arrival() {
        put(reading("p", START + QUARTER, 2));
        put(reading("p", START, 1));
        assertThat(latest("p").orElseThrow().value()).isEqualTo(2);
    }

    @Test
    public void compaction_keeps_time_value_flag_and_arrival() {
        put(reading("p", START, -0.1, Flag.FAULT), reading("p", START + QUARTER, 1e-300));
        List<Sample> before = inTransaction(s -> s.range("p", 0, Long.MAX_VALUE));
        compactAll();
        assertThat(range("p", 0, Long.MAX_VALUE)).isEqualTo(before);
    }

    @Test
    public void only_days_before_the_named_one_are_compacted_and_no_more_points_than_asked() {
        put(
                reading("a", START, 1),
                reading("b", START, 1),
                reading("c", START, 1),
                reading("a", START + 96 * QUARTER, 1));
        assertThat(compact(DAY, 10)).isZero();
        assertThat(compact(DAY.plusDays(1), 2)).isEqualTo(2);
        assertThat(compact(DAY.plusDays(1), 2)).isEqualTo(1);
        assertThat(compact(DAY.plusDays(1), 2)).isZero();
        assertThat(count()).isEqualTo(4);
    }

    @Test
    public void any_order_with_repeats_and_compaction_in_between_give_the_same_set() {
        for (long seed = 1; seed <= 16; seed++) {
            Random random = new Random(seed);
            String prefix = "s" + seed + "-";
            List<Reading> log = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                log.add(reading(prefix + random.nextInt(3), START + random.nextInt(200) * QUARTER, random.nextInt(4)));
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < log.size(); i++) {
                order.add(i);
                if (random.nextInt(4) == 0) {
                    order.add(i);
                }
            }
            Collections.shuffle(order, random);
            for (int i : order) {
                putAt(i + 1, List.of(log.get(i)));
                if (random.nextInt(40) == 0) {
                    inTransaction(s -> s.compact(LATER, 1 + random.nextInt(3)));
                }
            }
            assertSetOf(log, prefix);
        }
    }

    @Test
    public void compaction_while_late_readings_arrive_loses_none_and_keeps_the_later_value() throws Exception {
        int quarters = 200;
        AtomicBoolean written = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread folder = new Thread(() -> {
            try {
                boolean last = false;
                while (!last) {
                    last = written.get();
                    inTransaction(s -> s.compact(LATER, 2));
                }
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        List<Reading> log = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 600; i++) {
            log.add(reading("w" + i % 3, START + random.nextInt(quarters) * QUARTER, random.nextInt(4)));
        }
        folder.start();
        try {
            for (int i = 0; i < log.size(); i++) {
                putAt(i + 1, List.of(log.get(i)));
            }
        } finally {
            written.set(true);
            folder.join();
        }
        assertThat(failure.get()).isNull();
        assertSetOf(log, "w");
        compactAll();
        assertSetOf(log, "w");
    }

    private void assertSetOf(List<Reading> log, String prefix) {
        Map<String, TreeMap<Long, Double>> expected = new TreeMap<>();
        for (Reading r : log) {
            expected.computeIfAbsent(r.pointId(), p -> new TreeMap<>()).put(r.timeMs(), r.value());
        }
        expected.forEach((point, samples) -> {
            List<Sample> found = inTransaction(s -> s.range(point, START, START + 200 * QUARTER));
            assertThat(found).as(prefix).extracting(Sample::timeMs).containsExactlyElementsOf(samples.keySet());
            assertThat(found).as(prefix).extracting(Sample::value).containsExactlyElementsOf(samples.values());
            for (long t = START; t < START + 200 * QUARTER; t += 23 * QUARTER + 1) {
                long at = t;
                var below = samples.lowerEntry(at);
                var above = samples.ceilingEntry(at);
                assertThat(lastBefore(point, at).map(Sample::timeMs))
                        .isEqualTo(Optional.ofNullable(below).map(Map.Entry::getKey));
                assertThat(firstFrom(point, at).map(Sample::timeMs))
                        .isEqualTo(Optional.ofNullable(above).map(Map.Entry::getKey));
            }
        });
    }
}
