package io.greenpark.alerts;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Canary;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.Mark;
import io.greenpark.store.live.LivenessWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What arrives in a timeline: messages of devices and their signs of life, and the figures that are booked from them. */
abstract class TimelineArrivals extends TimelinePlatform {
    public long signsLag;
    public long accountsLag;
    private Instant listeningSince = Instant.MIN;
    private @Nullable Instant takenInUntil;
    private long offset;
    private boolean together;
    private final List<Reading> arriving = new ArrayList<>();

    TimelineArrivals(BooksKind kind) {
        super(kind);
    }

    @Override
    void begins() {
        listeningSince = clock.instant();
    }

    @Override
    ReaderLag lag() {
        return new ReaderLag(this::livenessWindow, () -> accountsLag);
    }

    private LivenessWindow livenessWindow() {
        Instant until = takenInUntil == null ? clock.instant() : takenInUntil;
        return new LivenessWindow(listeningSince, until, signsLag);
    }

    /** What arrives from now on waits in the log. */
    public Timeline holdSigns() {
        takenInUntil = clock.instant();
        return line();
    }

    /** All that has arrived by now is taken in, and from now on at once. */
    public Timeline releaseSigns() {
        takenInUntil = null;
        return line();
    }

    /** The platform was suspended until now; it was not closed. */
    public Timeline resumed() {
        listeningSince = clock.instant();
        return line();
    }

    /** The mean of the hour that starts at {@code local} changes now; its readings arrive now. */
    public Timeline hour(String point, String local, String mean, double completeness) {
        return mean(point, Step.HOUR, Timeline.time(local), mean, completeness, clock.instant());
    }

    /** The mean of an hour whose readings arrived at another time. */
    public Timeline hourArrived(String point, String local, String mean, Instant arrivedAt) {
        return mean(point, Step.HOUR, Timeline.time(local), mean, 1, arrivedAt);
    }

    public Timeline day(String point, String local, String mean, double completeness) {
        return mean(point, Step.DAY, Timeline.time(local + "T00:00"), mean, completeness, clock.instant());
    }

    private Timeline mean(String point, Step step, Instant from, String mean, double completeness, Instant arrivedAt) {
        Instant to = ParkTime.shanghai().endOf(step, from);
        accounts.put(point, step, new DischargeRow(from, to, new BigDecimal(mean), 6, completeness, Quality.MEASURED));
        Reading reading = new Reading(
                TestPark.ENTERPRISE,
                "analyser",
                "value",
                point,
                offset,
                Unit.MG_PER_M3,
                Flag.NORMAL,
                from.toEpochMilli(),
                arrivedAt.toEpochMilli(),
                Door.MQTT);
        Mark.Kind kind = step == Step.HOUR ? Mark.Kind.DISCHARGE_HOUR : Mark.Kind.DISCHARGE_DAY;
        books.write(tx -> {
            tx.readings().put(List.of(reading), new Position(0, offset++));
            tx.marks().mark(kind, point, from.toEpochMilli());
            return true;
        });
        return line().evaluate();
    }

    /** The mean of an hour is no longer there. */
    public Timeline noHour(String point, String local) {
        accounts.remove(point, Step.HOUR, Timeline.time(local));
        return mark(Mark.Kind.DISCHARGE_HOUR, point, Timeline.time(local));
    }

    public Timeline mark(Mark.Kind kind, String subject, Instant start) {
        books.write(tx -> {
            tx.marks().mark(kind, subject, start.toEpochMilli());
            return true;
        });
        return line().evaluate();
    }

    public Timeline month(IntensityRow row) {
        return month(Subject.enterprise(TestPark.ENTERPRISE), row);
    }

    /** The intensity of a month changes now. */
    public Timeline month(Subject subject, IntensityRow row) {
        accounts.put(subject, row);
        return mark(Mark.Kind.INTENSITY_MONTH, subject.id(), month(row.month()));
    }

    private static Instant month(YearMonth month) {
        return ParkTime.shanghai().startOf(month);
    }

    /** A message of a device arrives now. */
    public Timeline heard(String device) {
        return sent(device, device, clock.instant().minus(Duration.ofDays(400)));
    }

    /** A value of a point with a data time arrives now. */
    public Timeline sent(String device, String point, Instant dataTime) {
        return sent(device, point, dataTime, Door.MQTT);
    }

    Timeline sent(String device, String point, Instant dataTime, Door door) {
        Reading reading = new Reading(
                TestPark.ENTERPRISE,
                device,
                "value",
                point,
                1,
                Unit.MG_PER_M3,
                Flag.NORMAL,
                dataTime.toEpochMilli(),
                clock.millis(),
                door);
        arriving.add(reading);
        return together ? line() : takeIn();
    }

    private Timeline takeIn() {
        books.write(tx -> {
            tx.live().observe(arriving);
            return true;
        });
        arriving.clear();
        return line();
    }

    /** The messages of {@code story} are taken in together, after it. */
    public Timeline together(Runnable story) {
        together = true;
        story.run();
        together = false;
        return takeIn();
    }

    /** A canary reading arrives now in the live state, and in the reading store if {@code stored}. */
    public Timeline canary(boolean stored) {
        Reading reading = new Reading(
                Canary.OWNER,
                Canary.DEVICE,
                Canary.KEY,
                Canary.POINT,
                1,
                Unit.ONE,
                Flag.NORMAL,
                clock.millis(),
                clock.millis(),
                Door.MQTT);
        books.write(tx -> {
            tx.live().observe(List.of(reading));
            if (stored) {
                tx.readings().put(List.of(reading), new Position(0, offset++));
            }
            return true;
        });
        return line();
    }

    /** All devices but those named are heard now. */
    public Timeline allHeardBut(String... silent) {
        return together(() -> registry.facts().devices().stream()
                .filter(d -> !List.of(silent).contains(d.id()))
                .forEach(d -> heard(d.id())));
    }
}
