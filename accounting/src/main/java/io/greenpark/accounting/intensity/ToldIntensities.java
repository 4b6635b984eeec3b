package io.greenpark.accounting.intensity;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.PeriodState;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** The rows of the intensity accounts without what an audience may not be told. The one way out of {@code intensity_month}. */
public final class ToldIntensities {
    private final Disclosures disclosures;
    private final Clock clock;

    public ToldIntensities(Disclosures disclosures, Clock clock) {
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /** On a reading connection that is open already, at its moment. */
    public AtOneMoment on(Handle handle, Registry registry, Audience audience) {
        return new AtOneMoment(registry, audience, new KeptIntensities(handle, registry));
    }

    /** Starts of the months that are kept of a subject and begin after a time, oldest first, at most {@code max}. */
    public static List<Long> months(Handle handle, Subject subject, long afterMs, int max) {
        return IntensityTable.starts(handle, subject, afterMs, max);
    }

    /** What is told at one moment. One thread asks. */
    public final class AtOneMoment implements IntensityAccounts {
        private final Registry registry;
        private final Audience audience;
        private final KeptIntensities kept;

        private AtOneMoment(Registry registry, Audience audience, KeptIntensities kept) {
            this.registry = registry;
            this.audience = audience;
            this.kept = kept;
        }

        @Override
        public List<IntensityRow> rows(Subject subject, YearMonth from, YearMonth to, ElectricityBasis basis) {
            return Objects.requireNonNull(
                    rows(List.of(subject), from, to, basis).get(subject));
        }

        @Override
        public Map<Subject, List<IntensityRow>> rows(
                Collection<Subject> subjects, YearMonth from, YearMonth to, ElectricityBasis basis) {
            Map<Subject, List<IntensityRow>> rows = kept.rows(subjects, basis, from, to);
            Map<Subject, Withholding> withholding = Withholding.of(kept, registry, basis, audience, disclosures, rows);
            Instant now = clock.instant();
            rows.replaceAll((subject, own) -> {
                ParkTime time = subject.time(registry);
                Withholding withheld = Objects.requireNonNull(withholding.get(subject));
                return own.stream()
                        .map(row -> withheld.told(row).januaryWithFebruary().in(state(row, time, now)))
                        .toList();
            });
            return rows;
        }
    }

    private static PeriodState state(IntensityRow row, ParkTime time, Instant now) {
        return PeriodState.of(
                time.startOf(row.month()), time.startOf(row.month().plusMonths(1)), now);
    }
}
