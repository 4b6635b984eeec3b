package io.greenpark.objection.desk;

import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.accounting.intensity.VoidedMonths;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.evaluation.VerdictVoids;
import io.greenpark.objection.form.Correction;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.Thing;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.BooksTx;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A month of energy or intensity that an objection was right about is held against no target until what is right has come in, and with it every year to date
 * that it is in: of the enterprise, of its park and of the district. The accounts leave it unjudged from then on; what the rules said before is taken back
 * at once, in the transaction of the decision.
 */
final class ObjectedMonths {
    private final RegistrySource registry;
    private final VerdictVoids voids;

    ObjectedMonths(RegistrySource registry, VerdictVoids voids) {
        this.registry = registry;
        this.voids = voids;
    }

    void uphold(BooksTx tx, Objection objection, Correction correction, Instant now) {
        Thing thing = objection.thing();
        Instant from = Objects.requireNonNull(thing.from());
        VoidedMonths.add(
                tx.handle(),
                new AwaitedCorrection(
                        objection.number(),
                        thing.id(),
                        from,
                        Objects.requireNonNull(thing.to()),
                        correction.kind(),
                        correction.reference(),
                        valueAdded(registry.current(), thing.id(), from),
                        now,
                        null));
        for (Subject subject : subjects(thing.id())) {
            voids.add(tx, CaseKey.energy(subject), from, endOfYear(subject, from), objection.number(), now);
        }
    }

    boolean correct(BooksTx tx, Objection objection, AwaitedCorrection.End end) {
        if (!VoidedMonths.end(tx.handle(), objection.number(), end)) {
            return false;
        }
        Thing thing = objection.thing();
        Instant from = Objects.requireNonNull(thing.from());
        List<Subject> subjects = subjects(thing.id());
        voids.lift(tx, subjects, from, endOfYear(subjects.get(0), from), objection.number(), end.at());
        return true;
    }

    /** A year to date has the month until the year ends. */
    private Instant endOfYear(Subject subject, Instant from) {
        ParkTime time = subject.time(registry.current());
        return time.startOf(YearMonth.of(time.monthOf(from).getYear() + 1, 1));
    }

    /** Whom the month of an enterprise counts for, itself first. */
    private List<Subject> subjects(String enterprise) {
        Registry current = registry.current();
        List<Subject> subjects = new ArrayList<>(List.of(Subject.enterprise(enterprise)));
        current.enterprise(enterprise)
                .map(Enterprise::parkId)
                .map(Subject::park)
                .ifPresent(subjects::add);
        subjects.add(Subject.district(current.facts().districtId()));
        return subjects;
    }

    /** The value added that is on record of a month; null where none is. */
    static @Nullable BigDecimal valueAdded(Registry registry, String enterprise, Instant from) {
        YearMonth month = Subject.enterprise(enterprise).time(registry).monthOf(from);
        return registry.statistic(enterprise, month)
                .map(MonthlyStatistic::ivaCny)
                .orElse(null);
    }
}
