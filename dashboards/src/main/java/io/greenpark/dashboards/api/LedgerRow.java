package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Exceedance;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger of exceedances, with what the registry calls the places.
 *
 * @param source of the limit; null where none was kept
 */
record LedgerRow(
        Exceedance exceedance,
        Point point,
        @Nullable Outlet outlet,
        Bilingual enterprise,
        @Nullable Bilingual source,
        ZoneId zone) {
    static LedgerRow of(Exceedance e, Point point, Registry registry) {
        return new LedgerRow(
                e,
                point,
                Optional.ofNullable(point.outletId()).flatMap(registry::outlet).orElse(null),
                Subject.enterprise(point.enterpriseId()).name(registry),
                source(e, registry),
                registry.timeOf(point.enterpriseId()).zone());
    }

    /** As the limit words it in both languages; as it was kept, where the registry no longer has the limit. */
    private static @Nullable Bilingual source(Exceedance e, Registry registry) {
        String kept = e.verdict().source();
        return kept == null
                ? null
                : registry.limitsOfPoint(e.pointId()).stream()
                        .filter(limit -> limit.source().equals(kept))
                        .findFirst()
                        .map(Limit::sourceText)
                        .orElse(Bilingual.same(kept));
    }

    String id() {
        return exceedance.pointId() + "/" + exceedance.step().code() + "@"
                + Json.boundary(exceedance.verdict().from(), exceedance.step(), zone);
    }

    /** Whether the limit is not confirmed, or the outlet's readings are but a clue: then nobody may say that it was exceeded. */
    boolean suspected() {
        return !exceedance.verdict().confirmed() || !exceedance.verdict().evidence();
    }
}
