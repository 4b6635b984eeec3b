package io.greenpark.alerts.mute;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nobody is told of the cases of something; they are judged and shown as ever, and told of afterwards if they still stand.
 *
 * @param id 1, 2, 3 ...
 * @param target what it is about
 * @param rules of which rules; empty for all
 * @param from from when
 * @param to until when, at most {@link MuteDesk#LONGEST} later
 * @param owner account that answers for it
 * @param ended when somebody ended it before its time; null while nobody did
 */
public record Mute(
        long id,
        Kind kind,
        Target target,
        Set<Case.Rule> rules,
        Instant from,
        Instant to,
        String owner,
        String reason,
        Instant made,
        @Nullable Instant ended,
        @Nullable String endedBy) {
    public Mute {
        rules = Set.copyOf(rules);
    }

    /** What for. */
    public enum Kind {
        /** Something is worked on (维护窗口). */
        MAINTENANCE,
        /** It is known, and need not be told again for a while (静默). */
        KNOWN
    }

    /** What a mute is about, each with all that is in it. */
    public enum Scope {
        DISTRICT,
        PARK,
        ENTERPRISE,
        OUTLET,
        DEVICE
    }

    /** One thing, by its id. */
    public record Target(Scope scope, String id) {
        /** Whose it is: the enterprise of an outlet or device; empty where the registry does not have it. */
        public Optional<Subject> subject(Registry registry) {
            return switch (scope) {
                case DISTRICT ->
                    registry.facts().districtId().equals(id) ? Optional.of(Subject.district(id)) : Optional.empty();
                case PARK -> registry.park(id).map(p -> Subject.park(id));
                case ENTERPRISE -> registry.enterprise(id).map(e -> Subject.enterprise(id));
                case OUTLET -> registry.outlet(id).map(o -> Subject.enterprise(o.enterpriseId()));
                case DEVICE -> registry.device(id).map(d -> Subject.enterprise(d.enterpriseId()));
            };
        }

        boolean covers(Registry registry, Case c) {
            return switch (scope) {
                case DISTRICT -> !c.rule().ofPlatform();
                case PARK ->
                    c.about().equals(Subject.park(id))
                            || Optional.ofNullable(c.enterpriseId())
                                    .flatMap(registry::enterprise)
                                    .filter(e -> e.parkId().equals(id))
                                    .isPresent();
                case ENTERPRISE -> id.equals(c.enterpriseId());
                case OUTLET ->
                    point(registry, c).map(Point::outletId).filter(id::equals).isPresent();
                case DEVICE ->
                    id.equals(c.deviceId())
                            || c.rule() == Case.Rule.GATEWAY_SILENT && Objects.equals(c.subject(), id)
                            || point(registry, c)
                                    .map(Point::deviceId)
                                    .filter(id::equals)
                                    .isPresent();
            };
        }

        private static Optional<Point> point(Registry registry, Case c) {
            return Optional.ofNullable(c.pointId()).flatMap(registry::point);
        }
    }

    /** When it is over. */
    public Instant until() {
        return ended == null || ended.isAfter(to) ? to : ended;
    }

    /** Whether it holds at a time. */
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until());
    }

    /** Whether nobody is told of a case at a time because of it. */
    public boolean covers(Registry registry, Case c, Instant at) {
        return holds(at) && (rules.isEmpty() || rules.contains(c.rule())) && target.covers(registry, c);
    }
}
