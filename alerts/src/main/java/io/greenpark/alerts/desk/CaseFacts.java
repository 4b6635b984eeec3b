package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.handling.CaseTraits;
import io.greenpark.alerts.handling.LevelScale.LevelFacts;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the registry and the books know of a case that decides its procedure and its level. */
final class CaseFacts {
    /** Within which a case counts as repeated. */
    private static final Duration REPEATED_WITHIN = Duration.ofDays(30);

    private final RegistrySource registry;

    CaseFacts(RegistrySource registry) {
        this.registry = registry;
    }

    CaseTraits traits(Case c, CaseLevel level) {
        Registry current = registry.current();
        boolean key = Optional.ofNullable(c.enterpriseId())
                .flatMap(current::enterprise)
                .filter(e -> e.file().keyDischarger())
                .isPresent();
        return new CaseTraits(c.rule(), level, key, standing(current, c));
    }

    private static Outlet.@Nullable Standing standing(Registry current, Case c) {
        return Optional.ofNullable(c.pointId())
                .flatMap(current::point)
                .map(Point::outletId)
                .flatMap(current::outlet)
                .map(Outlet::standing)
                .orElse(null);
    }

    /** Figures of energy are left out: some may not be told, and a level would tell. */
    LevelFacts level(Handle handle, Case c, Instant now) {
        boolean ofLimits = c.rule().ofLimits();
        Duration lasted = lasted(c, now);
        return new LevelFacts(
                c.rule(),
                Optional.ofNullable(c.pointId())
                        .flatMap(registry.current()::point)
                        .map(Point::quantity)
                        .orElse(null),
                ofLimits ? c.content().comparison().severity() : null,
                lasted,
                ofLimits ? periods(c, lasted) : 0,
                CaseBook.raisedWithin(handle, c.key(), c.since().minus(REPEATED_WITHIN), c.since()));
    }

    /**
     * What comes and goes lasted as long as it really stood. Of one that is over the time it covers has that in which it was seen to be over, and says
     * nothing of how long it lasted.
     */
    private static Duration lasted(Case c, Instant now) {
        if (c.state() != Case.State.OPEN) {
            return Duration.ZERO;
        }
        return c.content().spells().stood(c.knownTo(now));
    }

    private static int periods(Case c, Duration lasted) {
        // A day is 23 to 25 hours.
        long hours = lasted.toHours();
        return (int) (c.subject().endsWith("/day") ? Math.round(hours / 24.0) : hours);
    }

    ZoneId zone(Case c) {
        return c.about().time(registry.current()).zone();
    }

    /** In which year something is by the district's calendar. */
    int year(Instant at) {
        Registry current = registry.current();
        ParkTime time = Subject.district(current.facts().districtId()).time(current);
        return at.atZone(time.zone()).getYear();
    }
}
