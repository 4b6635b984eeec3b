package io.greenpark.park.log;

import static io.greenpark.park.log.LogReadings.numbers;
import static io.greenpark.park.log.LogReadings.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.time.MovableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every telemetry log promises. An implementation says how it is opened, how its files are damaged, and how its
 * disk is made to run full. The class needs a constructor without arguments: a child process uses it too.
 */
public abstract class TelemetryLogContract {
    /** How long readings are kept in these tests. */
    protected static final Duration KEEP = Duration.ofDays(7);
    /** How many readings may be in flight in these tests. */
    protected static final int MAX_IN_FLIGHT = 100_000;

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path dir;

    private final MovableClock clock = new MovableClock(MORNING);
    private TelemetryLog log;

    /** Opens or opens again the log in {@code dir}, keeping {@link #KEEP}, taking {@link #MAX_IN_FLIGHT}. */
    protected abstract TelemetryLog open(Path dir, Clock clock);

    /** Drops now what retention would drop. */
    protected abstract void applyRetention(TelemetryLog log);

    /** Flips a bit of the stored batch that begins at {@code offset}; the log is closed. */
    protected abstract void damage(Path dir, long offset) throws Exception;

    /** Tears the end off the newest write, as a power cut in the middle of it does; the log was killed. */
    protected abstract void tearTail(Path dir) throws IOException;

    /** From now on nothing more fits on the disk. */
    protected abstract void fillDisk(TelemetryLog log);

    /** There is room again. */
    protected abstract void makeRoom(TelemetryLog log);

    @BeforeEach
    void open() {
        log = open(dir, clock);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void reopen() {
        log.close();
        open();
    }

    private Position append(int from, int to) {
        return log.append(readings(from, to)).toCompletableFuture().join();
    }

    private static Position at(long offset) {
        return new Position(0, offset);
    }

    /** Everything from a position to the end, the way a reader goes, and what it was told to have missed. */
    private LogSlice everythingAfter(long offset, int max) {
        List<Reading> all = new ArrayList<>();
        long missed = 0;
        Position position = at(offset);
        while (true) {
            LogSlice slice = log.readAfter(position, max);
            if (slice.isEmpty()) {
                assertThat(position).isEqualTo(log.end(0));
                return new LogSlice(at(offset), position, all, missed);
            }
            assertThat(slice.to().offset() - position.offset())
                    .isEqualTo(slice.readings().size() + slice.missed())
                    .isPositive();
            all.addAll(slice.readings());
            missed += slice.missed();
            position = slice.to();
        }
    }

    @Test
    void a_new_log_is_empty() {
        assertThat(log.end(0)).isEqualTo(Position.START);
        assertThat(log.start(0)).isEqualTo(Position.START);
        assertThat(log.readAfter(Position.START, 10).isEmpty()).isTrue();
    }

    @Test
    void readings_come_back_as_they_were_sent() {
        append(0, 5);
        assertThat(log.readAfter(Position.START, 100).readings()).isEqualTo(readings(0, 5));
        reopen();
        assertThat(log.readAfter(Position.START, 100).readings()).isEqualTo(readings(0, 5));
    }

    @Test
    void positions_grow_by_what_was_appended_and_go_on_after_reopening() {
        assertThat(append(0, 3)).isEqualTo(at(3));
        assertThat(append(3, 10)).isEqualTo(at(10));
        reopen();
        assertThat(log.end(0)).isEqualTo(at(10));
        assertThat(append(10, 11)).isEqualTo(at(11));
        assertThat(numbers(everythingAfter(0, 4).readings()))
                .isEqualTo(IntStream.range(0, 11).boxed().toList());
    }

    @Test
    void an_empty_batch_is_durable_at_once_and_moves_nothing() {
        append(0, 3);
        assertThat(log.append(List.of()).toCompletableFuture().join()).isEqualTo(at(3));
        assertThat(log.end(0)).isEqualTo(at(3));
    }

    @Test
    void a_slice_begins_inside_a_batch_and_ends_inside_a_batch() {
        append(0, 10);
        append(10, 20);
        reopen();
        LogSlice slice = log.readAfter(at(4), 9);
        assertThat(numbers(slice.readings()))
                .isEqualTo(IntStream.range(4, 13).boxed().toList());
        assertThat(slice.from()).isEqualTo(at(4));
        assertThat(slice.to()).isEqualTo(at(13));
        assertThat(slice.missed()).isZero();
    }

    @Test
    void each_threads_appends_keep_their_order() throws Exception {
        int threads = 4;
        int each = 500;
        List<Thread> writers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int first = t * each;
            writers.add(new Thread(() -> {
                List<CompletableFuture<Position>> done = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    done.add(log.append(readings(first + i, first + i + 1)).toCompletableFuture());
                }
                done.forEach(CompletableFuture::join);
            }));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        List<Integer> all = numbers(everythingAfter(0, 64).readings());
        assertThat(all).hasSize(threads * each).doesNotHaveDuplicates();
        for (int t = 0; t < threads; t++) {
            int writer = t;
            assertThat(all.stream().filter(n -> n / each == writer)).isSorted();
        }
    }

    @Test
    void appends_complete_in_the_order_of_their_positions() {
        List<Long> completed = new ArrayList<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(log.append(readings(i, i + 1)).toCompletableFuture().thenAccept(p -> completed.add(p.offset())));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertThat(completed).hasSize(1_000).isSorted().endsWith(1_000L);
    }

    @Test
    void readers_are_independent() {
        append(0, 10);
        Position fast = log.readAfter(Position.START, 8).to();
        Position slow = log.readAfter(Position.START, 2).to();
        assertThat(numbers(log.readAfter(fast, 100).readings())).containsExactly(8, 9);
        assertThat(numbers(log.readAfter(slow, 3).readings())).containsExactly(2, 3, 4);
    }

    @Test
    void concurrent_readers_each_get_everything_once_and_in_order() throws Exception {
        int total = 5_000;
        List<List<Reading>> read = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Thread> readers = new ArrayList<>();
        for (int r = 0; r < read.size(); r++) {
            List<Reading> mine = read.get(r);
            int max = 1 + 60 * r;
            readers.add(new Thread(() -> {
                Position position = Position.START;
                while (mine.size() < total) {
                    LogSlice slice = log.readAfter(position, max);
                    mine.addAll(slice.readings());
                    position = slice.to();
                }
            }));
        }
        readers.forEach(Thread::start);
        for (int n = 0; n < total; n += 50) {
            append(n, n + 50);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        List<Integer> all = IntStream.range(0, total).boxed().toList();
        assertThat(read).allSatisfy(mine -> assertThat(numbers(mine)).isEqualTo(all));
    }

    @Test
    void readers_are_woken_after_a_commit_and_then_find_it() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        log.onAppend(woken::countDown);
        append(0, 1);
        assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(log.readAfter(Position.START, 1).readings()).hasSize(1);
    }

    @Test
    void a_reader_behind_the_retention_edge_is_told_what_it_missed() {
        append(0, 100);
        clock.advance(Duration.ofDays(1));
        append(100, 150);
        clock.advance(Duration.ofDays(9));
        append(150, 160);
        applyRetention(log);
        assertThat(log.start(0)).isEqualTo(at(150));
        reopen();
        LogSlice slice = log.readAfter(at(20), 1_000);
        assertThat(slice.missed()).isEqualTo(130);
        assertThat(slice.from()).isEqualTo(at(150));
        assertThat(numbers(slice.readings()))
                .isEqualTo(IntStream.range(150, 160).boxed().toList());
        assertThat(log.readAfter(slice.to(), 10).isEmpty()).isTrue();
    }

    @Test
    void retention_counts_from_arrival_and_keeps_what_is_young_enough() {
        append(0, 10);
        clock.advance(KEEP);
        append(10, 20);
        applyRetention(log);
        assertThat(log.start(0)).isEqualTo(Position.START);
        clock.advance(Duration.ofDays(1));
        applyRetention(log);
        assertThat(log.start(0)).isEqualTo(at(10));
    }

    @Test
    void retention_never_passes_a_registered_reader() {
        AtomicLong committed = new AtomicLong();
        log.register("accounting", partition -> at(committed.get()));
        append(0, 10);
        clock.advance(Duration.ofDays(30));
        append(10, 20);
        committed.set(9);
        applyRetention(log);
        assertThat(everythingAfter(9, 100).readings()).hasSize(11);
        committed.set(10);
        applyRetention(log);
        assertThat(log.start(0)).isEqualTo(at(10));
    }

    @Test
    void a_clock_set_back_over_a_day_edge_costs_no_reading_and_no_order() {
        append(0, 10);
        clock.advance(Duration.ofHours(-9));
        append(10, 20);
        reopen();
        clock.advance(Duration.ofDays(-40));
        append(20, 30);
        clock.set(MORNING.plus(Duration.ofDays(1)));
        append(30, 40);
        reopen();
        LogSlice all = everythingAfter(0, 7);
        assertThat(all.missed()).isZero();
        assertThat(numbers(all.readings()))
                .isEqualTo(IntStream.range(0, 40).boxed().toList());
    }

    @Test
    void a_clock_that_was_ahead_drops_no_needed_reading_and_keeps_none_for_ever() {
        AtomicLong committed = new AtomicLong();
        log.register("accounting", partition -> at(committed.get()));
        append(0, 10);
        clock.advance(Duration.ofDays(400));
        append(10, 20);
        applyRetention(log);
        clock.set(MORNING.plus(Duration.ofDays(1)));
        append(20, 30);
        applyRetention(log);
        assertThat(everythingAfter(0, 100).missed()).isZero();
        committed.set(30);
        clock.advance(KEEP.plusDays(2));
        append(30, 31);
        applyRetention(log);
        assertThat(log.start(0)).isEqualTo(at(30));
    }

    @Test
    void a_reader_that_cannot_give_its_position_keeps_everything() {
        AtomicLong asked = new AtomicLong();
        log.register("accounting", partition -> {
            if (asked.getAndIncrement() > 0) {
                throw new IllegalStateException("the books are closed");
            }
            return Position.START;
        });
        append(0, 10);
        clock.advance(Duration.ofDays(30));
        append(10, 20);
        applyRetention(log);
        assertThat(log.start(0)).isEqualTo(Position.START);
    }

    @Test
    void offsets_go_on_above_every_reader_even_if_the_log_was_lost() {
        log.register("accounting", partition -> at(500));
        assertThat(append(0, 10)).isEqualTo(at(510));
        LogSlice slice = log.readAfter(at(500), 100);
        assertThat(numbers(slice.readings())).hasSize(10);
        assertThat(slice.missed()).isZero();
        assertThat(everythingAfter(0, 100).missed()).isEqualTo(500);
    }

    @Test
    void a_damaged_row_is_skipped_once_and_its_readings_are_counted_as_missed() throws Exception {
        append(0, 10);
        append(10, 30);
        append(30, 40);
        log.close();
        damage(dir, 10);
        open();
        for (int reader = 0; reader < 2; reader++) {
            LogSlice all = everythingAfter(0, 7);
            assertThat(all.missed()).isEqualTo(20);
            assertThat(numbers(all.readings()))
                    .isEqualTo(IntStream.concat(IntStream.range(0, 10), IntStream.range(30, 40))
                            .boxed()
                            .toList());
        }
        assertThat(append(40, 41)).isEqualTo(at(41));
    }

    @Test
    void a_damaged_last_row_never_makes_an_offset_be_given_twice() throws Exception {
        append(0, 10);
        append(10, 30);
        log.close();
        damage(dir, 10);
        open();
        assertThat(log.end(0).offset()).isGreaterThanOrEqualTo(30);
        Position end = append(30, 40);
        assertThat(end.offset()).isGreaterThanOrEqualTo(40);
        LogSlice all = everythingAfter(0, 100);
        assertThat(numbers(all.readings())).hasSize(20).endsWith(39);
        assertThat(all.missed()).isEqualTo(end.offset() - 20);
    }

    @Test
    void kill_9_loses_nothing_whose_append_completed() throws Exception {
        log.close();
        long acknowledged = new LogVictim(getClass(), dir).killAfter(200);
        open();
        assertThat(acknowledged).isPositive();
        assertThat(log.end(0).offset()).isGreaterThanOrEqualTo(acknowledged);
        LogSlice all = everythingAfter(0, 1_000);
        assertThat(all.missed()).isZero();
        assertThat(numbers(all.readings()))
                .isEqualTo(IntStream.range(0, (int) log.end(0).offset()).boxed().toList());
    }

    @Test
    void a_torn_last_write_is_cut_and_everything_before_it_stays() throws Exception {
        log.close();
        long acknowledged = new LogVictim(getClass(), dir).killAfter(5);
        tearTail(dir);
        open();
        long end = log.end(0).offset();
        assertThat(end).isLessThanOrEqualTo(acknowledged + LogVictim.MOST_UNACKNOWLEDGED);
        assertThat(end)
                .isPositive()
                .isEqualTo(everythingAfter(0, 1_000).readings().size());
        assertThat(append((int) end, (int) end + 5)).isEqualTo(at(end + 5));
        assertThat(numbers(everythingAfter(0, 1_000).readings()))
                .isEqualTo(IntStream.range(0, (int) end + 5).boxed().toList());
    }

    @Test
    void on_a_full_disk_only_appends_that_are_not_durable_fail_and_the_log_recovers() {
        List<Integer> durable = new ArrayList<>();
        fillDisk(log);
        int next = 0;
        boolean failed = false;
        while (!failed) {
            failed = !tryAppend(next, next + 2_000, durable);
            next += 2_000;
        }
        assertThat(tryAppend(next, next + 2_000, durable)).isFalse();
        assertThat(numbers(everythingAfter(0, 5_000).readings())).isEqualTo(durable);
        makeRoom(log);
        assertThat(tryAppend(next + 2_000, next + 4_000, durable)).isTrue();
        assertThat(numbers(everythingAfter(0, 5_000).readings())).isEqualTo(durable);
        reopen();
        assertThat(numbers(everythingAfter(0, 5_000).readings())).isEqualTo(durable);
    }

    private boolean tryAppend(int from, int to, List<Integer> durable) {
        try {
            append(from, to);
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(LogUnavailableException.class);
            return false;
        }
        durable.addAll(numbers(readings(from, to)));
        return true;
    }

    @Test
    void beyond_the_bound_an_append_is_refused_and_later_ones_are_taken_again() {
        List<CompletableFuture<Position>> appends = new ArrayList<>();
        List<Reading> batch = readings(0, MAX_IN_FLIGHT / 2 + 1);
        for (int i = 0; i < 20; i++) {
            appends.add(log.append(batch).toCompletableFuture());
        }
        List<Throwable> failures = new ArrayList<>();
        long durable = 0;
        for (CompletableFuture<Position> append : appends) {
            try {
                append.join();
                durable += batch.size();
            } catch (CompletionException e) {
                failures.add(e.getCause());
            }
        }
        assertThat(failures).isNotEmpty().hasOnlyElementsOfType(LogBusyException.class);
        assertThat(log.end(0)).isEqualTo(at(durable));
        assertThat(append(0, 1)).isEqualTo(at(durable + 1));
    }

    @Test
    void closing_settles_every_append_as_durable_or_failed() {
        List<CompletableFuture<Position>> appends = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            appends.add(log.append(readings(i * 10, i * 10 + 10)).toCompletableFuture());
        }
        log.close();
        assertThat(appends).allSatisfy(a -> assertThat(a).isDone());
        long durable =
                appends.stream().filter(a -> !a.isCompletedExceptionally()).count() * 10;
        assertThatThrownBy(() -> append(0, 1)).hasCauseInstanceOf(LogUnavailableException.class);
        open();
        assertThat(log.end(0)).isEqualTo(at(durable));
    }

    @Test
    void two_processes_never_write_one_log() {
        assertThatThrownBy(() -> open(dir, clock))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessageContaining("in use");
    }

    @Test
    void another_partition_than_its_own_is_refused() {
        assertThatThrownBy(() -> log.readAfter(new Position(7, 0), 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
