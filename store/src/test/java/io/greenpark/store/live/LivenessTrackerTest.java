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
    private boolean takesIn = true;
    private LivenessTracker livenessTracker;

    @BeforeEach
    void open() {
        log = SqliteTelemetryLog.open(folder, LogConfig.defaults(), clock);
        livenessTracker = new LivenessTracker(log, () -> takesIn, clock);
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
            livenessTracker.comeBy();
        }
    }

    @Test
    void what_is_read_at_once_is_vouched_for_up_to_when_the_reader_looked() {
        clock.set(after(10));
        Position end = arrive(1);
        livenessTracker.comeBy();
        clock.set(after(11));
        livenessTracker.takenIn(end);
        assertThat(livenessTracker.span()).isEqualTo(new ListeningSpan(START, after(10)));
    }

    @Test
    void while_the_reader_fails_nothing_later_is_vouched_for_though_the_platform_listens_on() {
        livenessTracker.comeBy();
        livenessTracker.takenIn(Position.START);
        arrive(1);
        failFor(Duration.ofHours(2));
        assertThat(livenessTracker.span()).isEqualTo(new ListeningSpan(START, START));
    }

    @Test
    void a_reader_that_catches_up_in_portions_vouches_once_it_has_reached_where_the_log_ended() {
        clock.set(after(10));
        Position end = arrive(10);
        livenessTracker.comeBy();
        livenessTracker.takenIn(new Position(0, 5));
        clock.set(after(20));
        arrive(10);
        livenessTracker.comeBy();
        assertThat(livenessTracker.span()).isEqualTo(new ListeningSpan(START, START));
        livenessTracker.takenIn(end);
        assertThat(livenessTracker.span()).isEqualTo(new ListeningSpan(START, after(10)));
    }

    @Test
    void after_the_process_stood_still_listening_begins_anew() {
        livenessTracker.comeBy();
        livenessTracker.takenIn(Position.START);
        clock.advance(Duration.ofHours(8));
        livenessTracker.comeBy();
        assertThat(livenessTracker.span()).isEqualTo(new ListeningSpan(clock.instant(), START));
        livenessTracker.takenIn(Position.START);
        assertThat(livenessTracker.span()).isEqualTo(new ListeningSpan(clock.instant(), clock.instant()));
    }

    @Test
    void while_the_log_takes_nothing_in_the_platform_does_not_listen() {
        takesIn = false;
        failFor(Duration.ofHours(8));
        Instant over = clock.instant();
        takesIn = true;
        failFor(Duration.ofMinutes(10));
        assertThat(livenessTracker.span().since()).isEqualTo(over);
    }

    @Test
    void a_clock_that_is_set_back_leaves_nothing_vouched_for_in_time_to_come() {
        clock.set(after(7_200));
        livenessTracker.comeBy();
        livenessTracker.takenIn(Position.START);
        clock.set(after(60));
        livenessTracker.comeBy();
        assertThat(livenessTracker.span()).isEqualTo(new ListeningSpan(after(60), after(60)));
    }
}
