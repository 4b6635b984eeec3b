package io.greenpark.objection.desk;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.objection.form.Thing;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which measured data an objection is about: means, or those a case rests on. An enterprise can say of the same that they are no measurement, by a mark.
 *
 * @param points whose data
 * @param to exclusive; null where what they show lasts
 */
record MeasuredData(
        Set<String> points, Instant from, @Nullable Instant to) {
    /** Empty where it is about something else. */
    static Optional<MeasuredData> of(Handle handle, Thing thing, Registry registry) {
        return switch (thing.kind()) {
            case MEAN ->
                Optional.of(new MeasuredData(
                        Set.of(thing.point()),
                        Objects.requireNonNull(thing.from()),
                        Objects.requireNonNull(thing.to())));
            case CASE -> CaseBook.find(handle, thing.id()).flatMap(c -> of(c, registry));
            case LIMIT, TARGET, CLASS, ENERGY, INTENSITY -> Optional.empty();
        };
    }

    private static Optional<MeasuredData> of(Case c, Registry registry) {
        Set<String> points = c.pointId() != null
                ? Set.of(c.pointId())
                : c.deviceId() == null
                        ? Set.of()
                        : registry.pointsOfDevice(c.deviceId()).values().stream()
                                .map(Point::id)
                                .collect(Collectors.toSet());
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new MeasuredData(
                        points,
                        c.since(),
                        c.state() == Case.State.OPEN ? null : c.content().coveredTo()));
    }

    /** Whether some data of a time are among them. */
    boolean meets(List<String> others, Instant begin, Instant end) {
        return !Collections.disjoint(points, others) && from.isBefore(end) && (to == null || begin.isBefore(to));
    }
}
