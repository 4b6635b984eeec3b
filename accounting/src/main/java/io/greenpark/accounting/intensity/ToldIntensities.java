package io.greenpark.accounting.intensity;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.PeriodState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of the intensity accounts without what an audience may not be told. The one way out of {@code intensity_month}. */
public final class ToldIntensities {
    private final Disclosures disclosures;
    private final Clock clock;

    public ToldIntensities(Disclosures disclosures, Clock clock) {
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /** One row per month, on a reading connection that is open already. */
    public List<IntensityRow> rows(Handle handle, Registry registry, IntensityQuery query, Audience audience) {
        ParkTime time = query.subject().time(registry);
        List<IntensityRow> kept = KeptIntensities.rows(handle, registry, query);
        Withholding withholding = Withholding.of(handle, registry, query, audience, disclosures, kept);
        Instant now = clock.instant();
        List<IntensityRow> rows = new ArrayList<>();
        for (IntensityRow row : kept) {
            PeriodState state = PeriodState.of(
                    time.startOf(row.month()), time.startOf(row.month().plusMonths(1)), now);
            rows.add(withholding.told(row).januaryWithFebruary().in(state));
        }
        return rows;
    }

    /** Starts of the months that are kept of a subject and begin after a time, oldest first, at most {@code max}. */
    public static List<Long> months(Handle handle, Subject subject, long afterMs, int max) {
        return IntensityTable.starts(handle, subject, afterMs, max);
    }
}
