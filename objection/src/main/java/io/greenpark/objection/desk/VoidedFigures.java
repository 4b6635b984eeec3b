package io.greenpark.objection.desk;

import io.greenpark.accounting.discharge.VoidedMeans;
import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.evaluation.VerdictVoids;
import io.greenpark.objection.form.Correction;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.Thing;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksTx;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * An upheld objection to a figure or a case voids what the rules have said of its time, of a month until it is corrected. One to a limit, target or class does nothing by itself:
 * that is put right by an edit of two people, after which the rules judge anew as after any edit.
 */
public final class VoidedFigures implements Effects {
    private final RegistrySource registry;
    private final VerdictVoids voids;
    private final ObjectedMonths months;

    public VoidedFigures(RegistrySource registry, VerdictVoids voids) {
        this.registry = registry;
        this.voids = voids;
        this.months = new ObjectedMonths(registry, voids);
    }

    @Override
    public Optional<Time> time(Handle handle, Objection objection, Instant now) {
        return timeOf(handle, objection.thing(), now);
    }

    /** The time of a figure or a case; empty for what is of none. */
    static Optional<Time> timeOf(Handle handle, Thing thing, Instant now) {
        if (thing.kind().isFigure()) {
            return Optional.of(new Time(Objects.requireNonNull(thing.from()), Objects.requireNonNull(thing.to())));
        }
        return switch (thing.kind()) {
            case CASE -> CaseBook.find(handle, thing.id()).map(c -> time(c, now));
            default -> Optional.empty();
        };
    }

    private static Time time(Case c, Instant now) {
        Instant covered = c.content().coveredTo();
        boolean lasts = c.state() == Case.State.OPEN && now.isAfter(covered);
        return new Time(
                c.since(),
                lasts ? now : covered.isAfter(c.since()) ? covered : c.since().plusMillis(1));
    }

    @Override
    public void uphold(BooksTx tx, Objection objection, Time time, @Nullable Correction correction, Instant now) {
        if (objection.thing().kind().isOfMonth()) {
            months.uphold(tx, objection, Objects.requireNonNull(correction), now);
            return;
        }
        key(tx.handle(), objection.thing()).ifPresent(key -> {
            voids.add(tx, key, time.from(), time.to(), objection.number(), now);
            voidMeans(tx, key, time, objection, now);
        });
    }

    /** Whole hours or days, as the figures are: their time counts in no mean of a day any more, and so of no month. */
    private void voidMeans(BooksTx tx, CaseKey key, Time time, Objection objection, Instant now) {
        String point = key.pointId();
        if (point == null || !key.rule().ofLimits()) {
            return;
        }
        Step step = key.subject().endsWith("/" + Step.HOUR.code()) ? Step.HOUR : Step.DAY;
        ParkTime own = Subject.enterprise(objection.enterpriseId()).time(registry.current());
        Instant from = own.startOf(step, time.from());
        // A case that is open lasts until now, in the middle of an hour that nobody has seen yet.
        Instant to = own.startOf(step, time.to());
        TimeRange whole =
                new TimeRange(from.toEpochMilli(), (from.isBefore(to) ? to : own.endOf(step, from)).toEpochMilli());
        VoidedMeans.add(tx.handle(), point, whole, objection.number(), now);
    }

    private Optional<CaseKey> key(Handle handle, Thing thing) {
        return switch (thing.kind()) {
            case CASE -> CaseBook.find(handle, thing.id()).map(Case::key);
            case MEAN ->
                registry.current()
                        .point(thing.point())
                        .map(point -> new CaseKey(
                                Case.Rule.LIMIT_EXCEEDED,
                                thing.id(),
                                Subject.enterprise(point.enterpriseId()),
                                point.id(),
                                point.deviceId()));
            case ENERGY, INTENSITY, LIMIT, TARGET, CLASS -> Optional.empty();
        };
    }

    @Override
    public boolean correct(BooksTx tx, Objection objection, AwaitedCorrection.End end) {
        return months.correct(tx, objection, end);
    }
}
