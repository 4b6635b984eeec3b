package io.greenpark.store.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.live.LivenessTracker.ListeningSpan;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that listens from {@link #START} on. */
class LivenessTrackerTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(START);
    private SqliteTelemetryLog log;
    private boolean logAccepts = true;
    private LivenessTracker tracker;

    @BeforeEach
    void open() {
        log = SqliteTelemetryLog.open(folder, LogConfig.defaults(), clock);
        tracker = new LivenessTracker(log, () -> logAccepts, clock);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static Instant after(int seconds) {
        return START.plusSeconds(seconds);
    }

    /** So many readings arrive now; returns where the log ends then. */
    private Position arrive(int count) {
        Reading reading = new Reading("e", "meter", "k", "p", 1, Unit.KWH, Flag.NORMAL, 5, clock.millis(), Door.MQTT);
        return log.append(Collections.nCopies(count, reading))
                .toCompletableFuture()
                .join();
    }

    /** The reader fails every half minute. */
    private void failFor(Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plusSeconds(30)) {
            clock.advance(Duration.ofSeconds(30));
            tracker.readerIsActive();
        }
    }

    @Test
    void an_immediate_read_is_covered_up_to_the_reader_s_call() {
        clock.set(after(10));
        Position end = arrive(1);
        tracker.readerIsActive();
        clock.set(after(11));
        tracker.processed(end);
        assertThat(tracker.span()).isEqualTo(new ListeningSpan(START, after(10)));
    }

    @Test
    void a_failing_reader_does_not_extend_the_covered_time() {
        tracker.readerIsActive();
        tracker.processed(Position.START);
        arrive(1);
        failFor(Duration.ofHours(2));
        assertThat(tracker.span()).isEqualTo(new ListeningSpan(START, START));
    }

    @Test
    void a_reader_catching_up_extends_the_time_at_the_former_end() {
        clock.set(after(10));
        Position end = arrive(10);
        tracker.readerIsActive();
        tracker.processed(new Position(0, 5));
        clock.set(after(20));
        arrive(10);
        tracker.readerIsActive();
        assertThat(tracker.span()).isEqualTo(new ListeningSpan(START, START));
        tracker.processed(end);
        assertThat(tracker.span()).isEqualTo(new ListeningSpan(START, after(10)));
    }

    @Test
    void after_a_halt_of_the_process_listening_begins_anew() {
        tracker.readerIsActive();
        tracker.processed(Position.START);
        clock.advance(Duration.ofHours(8));
        tracker.readerIsActive();
        assertThat(tracker.span()).isEqualTo(new ListeningSpan(clock.instant(), START));
        tracker.processed(Position.START);
        assertThat(tracker.span()).isEqualTo(new ListeningSpan(clock.instant(), clock.instant()));
    }

    @Test
    void while_the_log_refuses_appends_the_platform_does_not_listen() {
        logAccepts = false;
        failFor(Duration.ofHours(8));
        Instant over = clock.instant();
        logAccepts = true;
        failFor(Duration.ofMinutes(10));
        assertThat(tracker.span().since()).isEqualTo(over);
    }

    @Test
    void a_clock_set_back_covers_no_future_time() {
        clock.set(after(7_200));
        tracker.readerIsActive();
        tracker.processed(Position.START);
        clock.set(after(60));
        tracker.readerIsActive();
        assertThat(tracker.span()).isEqualTo(new ListeningSpan(after(60), after(60)));
    }
}
