package io.greenpark.accounting.intensity;

import io.greenpark.accounting.work.WorkTable;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
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

    private record Key(Subject subject, ElectricityBasis basis, long monthMs) {}

    /** The key figures of a row as the table has them. */
    private record Kept(
            @Nullable String tce,
            @Nullable String intensity,
            @Nullable String ytdTce,
            @Nullable String ytdIntensity,
            @Nullable String ytdChange,
            @Nullable String targetChange,
            @Nullable String verdict,
            String status) {}

    /** Does the noted work; false if there was none. */
    public boolean book(Registry registry, Consumer<BooksTx> fence) {
        Map<Key, Kept> changed = new LinkedHashMap<>();
        Map<String, Long> work = books.read(handle -> {
            Map<String, Long> months = WorkTable.months(handle);
            subjects(registry, months)
                    .forEach((subject, first) -> changed.putAll(changed(handle, registry, subject, first)));
            return months;
        });
        if (work.isEmpty()) {
            return false;
        }
        long now = clock.millis();
        books.write(tx -> {
            fence.accept(tx);
            changed.forEach((key, kept) -> {
                write(tx.handle(), key, kept, now);
                tx.marks().mark(Mark.Kind.INTENSITY_MONTH, key.subject().id(), key.monthMs());
            });
            WorkTable.monthsDone(tx.handle(), work);
            return true;
        });
        return true;
    }

    /** Whose intensity depends on the touched enterprises and on parks that were left, each with its first touched month. */
    private static Map<Subject, Long> subjects(Registry registry, Map<String, Long> touched) {
        Map<Subject, Long> subjects = new LinkedHashMap<>();
        touched.forEach((noted, first) -> {
            registry.enterprise(noted).ifPresent(e -> {
                subjects.merge(Subject.enterprise(noted), first, Math::min);
                subjects.merge(Subject.park(e.parkId()), first, Math::min);
                subjects.merge(Subject.district(registry.facts().districtId()), first, Math::min);
            });
            WorkTable.parkOf(noted).ifPresent(park -> subjects.merge(Subject.park(park), first, Math::min));
        });
        return subjects;
    }

    private Map<Key, Kept> changed(Handle handle, Registry registry, Subject subject, long firstMs) {
        ParkTime time = subject.time(registry);
        YearMonth from = time.monthOf(Instant.ofEpochMilli(firstMs));
        YearMonth to = time.monthOf(clock.instant()).plusMonths(1);
        Map<Key, Kept> changed = new LinkedHashMap<>();
        for (ElectricityBasis basis : bases(registry)) {
            Map<Long, Kept> stored = stored(handle, subject, basis);
            for (IntensityRow row :
                    IntensityCalculation.rows(handle, registry, subject, from, to, basis, clock.instant())) {
                long monthMs = time.startOf(row.month()).toEpochMilli();
                Kept kept = kept(row);
                Kept was = stored.get(monthMs);
                boolean worth = was != null
                        || row.ofMonth().tce() != null
                        || row.yearToDate().tce() != null;
                if (worth && !kept.equals(was)) {
                    changed.put(new Key(subject, basis, monthMs), kept);
                }
            }
        }
        return changed;
    }

    private static List<ElectricityBasis> bases(Registry registry) {
        TreeSet<ElectricityBasis> bases = registry.facts().coefficientSets().stream()
                .map(CoefficientSet::basis)
                .collect(Collectors.toCollection(TreeSet::new));
        return new ArrayList<>(bases);
    }

    private static Kept kept(IntensityRow row) {
        IntensityRow.TargetStanding standing = row.standing();
        return new Kept(
                text(row.ofMonth().tce()),
                text(row.ofMonth().tcePer10kCny()),
                text(row.yearToDate().tce()),
                text(row.yearToDate().tcePer10kCny()),
                text(row.yearToDate().changePercent()),
                standing == null ? null : text(standing.targetChangePercent()),
                standing == null ? null : standing.verdict().name(),
                row.yearToDate().status().name());
    }

    private static @Nullable String text(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }

    private static Map<Long, Kept> stored(Handle handle, Subject subject, ElectricityBasis basis) {
        Map<Long, Kept> stored = new LinkedHashMap<>();
        handle.createQuery(
                        "SELECT month_ms, tce, intensity, ytd_tce, ytd_intensity, ytd_change, target_change, verdict,"
                                + " status FROM intensity_month WHERE scope = :scope AND subject = :subject AND basis = :basis")
                .bind("scope", subject.scope().name())
                .bind("subject", subject.id())
                .bind("basis", basis.name())
                .map((row, context) -> Map.entry(
                        row.getLong("month_ms"),
                        new Kept(
                                row.getString("tce"),
                                row.getString("intensity"),
                                row.getString("ytd_tce"),
                                row.getString("ytd_intensity"),
                                row.getString("ytd_change"),
                                row.getString("target_change"),
                                row.getString("verdict"),
                                row.getString("status"))))
                .forEach(e -> stored.put(e.getKey(), e.getValue()));
        return stored;
    }

    private static void write(Handle handle, Key key, Kept kept, long nowMs) {
        handle.createUpdate("INSERT INTO intensity_month (scope, subject, basis, month_ms, tce, intensity, ytd_tce,"
                        + " ytd_intensity, ytd_change, target_change, verdict, status, computed_ms)"
                        + " VALUES (:scope, :subject, :basis, :month, :tce, :intensity, :ytdTce, :ytdIntensity,"
                        + " :ytdChange, :targetChange, :verdict, :status, :now)"
                        + " ON CONFLICT (scope, subject, basis, month_ms) DO UPDATE SET tce = excluded.tce,"
                        + " intensity = excluded.intensity, ytd_tce = excluded.ytd_tce,"
                        + " ytd_intensity = excluded.ytd_intensity, ytd_change = excluded.ytd_change,"
                        + " target_change = excluded.target_change, verdict = excluded.verdict,"
                        + " status = excluded.status, computed_ms = excluded.computed_ms")
                .bind("scope", key.subject().scope().name())
                .bind("subject", key.subject().id())
                .bind("basis", key.basis().name())
                .bind("month", key.monthMs())
                .bind("tce", kept.tce())
                .bind("intensity", kept.intensity())
                .bind("ytdTce", kept.ytdTce())
                .bind("ytdIntensity", kept.ytdIntensity())
                .bind("ytdChange", kept.ytdChange())
                .bind("targetChange", kept.targetChange())
                .bind("verdict", kept.verdict())
                .bind("status", kept.status())
                .bind("now", nowMs)
                .execute();
    }
}
