package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityTable.IntensityKey;
import io.greenpark.accounting.intensity.IntensityTable.StoredMonth;
import io.greenpark.accounting.work.IntensityWork;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes intensities after energy, statistics, targets or coefficients changed, and marks the rows that came out
 * differently: of the enterprise, of its park, of the district. Subject of a mark is the id of any of them.
 */
public final class IntensityBooking {
    private final Books books;
    private final Clock clock;

    public IntensityBooking(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /**
     * A row that came out differently from what is kept.
     *
     * @param columns of the row
     * @param marked whether a figure, its standing or its status is another one; completeness and reasons are written without
     *     a mark, as they change with every hour of a meter that is silent
     */
    private record Change(Map<String, @Nullable Object> columns, boolean marked) {}

    /** Does the noted work; false if there was none. */
    public boolean book(Registry registry, Consumer<BooksTx> fence) {
        Map<IntensityKey, Change> changed = new LinkedHashMap<>();
        Map<IntensityWork, Long> work = books.read(handle -> {
            Map<IntensityWork, Long> months = IntensityWorkTable.firstMonths(handle);
            BooksMoment moment = new BooksMoment(handle, registry);
            subjects(registry, months).forEach((subject, first) -> changed.putAll(changed(moment, subject, first)));
            return months;
        });
        if (work.isEmpty()) {
            return false;
        }
        long now = clock.millis();
        books.write(tx -> {
            fence.accept(tx);
            Map<IntensityKey, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
            changed.forEach((key, change) -> rows.put(key, change.columns()));
            IntensityTable.write(tx.handle(), rows, now);
            changed.forEach((key, change) -> {
                if (change.marked()) {
                    tx.marks().mark(Mark.Kind.INTENSITY_MONTH, key.subject().id(), key.monthMs());
                }
            });
            IntensityWorkTable.done(tx.handle(), work.keySet());
            return true;
        });
        return true;
    }

    /** Whose intensity is to be recomputed, each with its first touched month. */
    private static Map<Subject, Long> subjects(Registry registry, Map<IntensityWork, Long> touched) {
        Map<Subject, Long> subjects = new LinkedHashMap<>();
        touched.forEach((work, first) -> {
            for (Subject subject : subjects(registry, work)) {
                subjects.merge(subject, first, Math::min);
            }
        });
        return subjects;
    }

    /** An enterprise that is gone keeps its figures; a park that is gone or was left by all has none any more. */
    private static List<Subject> subjects(Registry registry, IntensityWork work) {
        Subject subject = work.subject();
        Subject district = Subject.district(registry.facts().districtId());
        return switch (subject.scope()) {
            case ENTERPRISE ->
                registry.enterprise(subject.id())
                        .map(e -> work.withAreas()
                                ? List.of(subject, Subject.park(e.parkId()), district)
                                : List.of(subject))
                        .orElse(List.of());
            case PARK -> List.of(subject);
            case DISTRICT -> subject.equals(district) ? List.of(subject) : List.of();
        };
    }

    private Map<IntensityKey, Change> changed(BooksMoment moment, Subject subject, long firstMs) {
        Registry registry = moment.registry();
        ParkTime time = subject.time(registry);
        // Whether the estimates at the end of a year to date go on is seen in the month after it.
        YearMonth from = time.monthOf(Instant.ofEpochMilli(firstMs)).minusMonths(1);
        YearMonth to = time.monthOf(clock.instant()).plusMonths(1);
        Map<IntensityKey, Change> changed = new LinkedHashMap<>();
        // A basis without coefficients may have rows from the time when it had some.
        for (ElectricityBasis basis : ElectricityBasis.values()) {
            IntensityQuery query = new IntensityQuery(subject, basis, from, to);
            Map<YearMonth, StoredMonth> stored = IntensityTable.read(moment.handle(), query, time);
            if (stored.isEmpty() && !hasCoefficients(registry, basis)) {
                continue;
            }
            for (IntensityRow row : IntensityCalculation.rows(registry, query, moment.energy(basis))) {
                Change change = change(row, stored.get(row.month()));
                if (change != null) {
                    long monthMs = time.startOf(row.month()).toEpochMilli();
                    changed.put(new IntensityKey(subject, basis, monthMs), change);
                }
            }
        }
        return changed;
    }

    private static boolean hasCoefficients(Registry registry, ElectricityBasis basis) {
        return registry.facts().coefficientSets().stream().anyMatch(set -> set.basis() == basis);
    }

    /** Null where nothing is to be written: nothing is known and was ever known, or it is kept already. */
    private static @Nullable Change change(IntensityRow row, @Nullable StoredMonth was) {
        if (was == null) {
            boolean known = row.ofMonth().tce() != null || row.yearToDate().tce() != null;
            return known ? new Change(IntensityTable.columns(row), true) : null;
        }
        Map<String, @Nullable Object> columns = IntensityTable.columns(row);
        return was.holds(columns) ? null : new Change(columns, !was.agreesWith(row));
    }
}
