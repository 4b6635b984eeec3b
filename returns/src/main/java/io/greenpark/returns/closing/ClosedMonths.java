package io.greenpark.returns.closing;

import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Which closing closes whose figures. */
final class ClosedMonths {
    private ClosedMonths() {}

    /** The parks of a registry that have something to close. */
    static List<Park> parks(Registry registry) {
        return registry.facts().parks().stream()
                .filter(p -> !registry.enterprisesOfPark(p.id()).isEmpty())
                .toList();
    }

    /** The closing by which a subject's figures of a month are closed; empty while they are not. */
    static Optional<ClosedMonth> of(Registry registry, Subject subject, YearMonth month) {
        return switch (subject.scope()) {
            case ENTERPRISE -> registry.closingOf(subject.id(), month);
            case PARK -> registry.closing(subject.id(), month);
            case DISTRICT ->
                registry.facts().closings().stream()
                        .filter(c -> c.month().equals(month) && isLastOfDistrict(registry, c))
                        // Of those closed at the same time the one that came last.
                        .reduce((earlier, later) -> later);
        };
    }

    /** Whether all parks are closed for the month of a closing, and none after it. */
    static boolean isLastOfDistrict(Registry registry, ClosedMonth closed) {
        return parks(registry).stream().allMatch(p -> registry.closing(p.id(), closed.month())
                .filter(c -> !c.closedAt().isAfter(closed.closedAt()))
                .isPresent());
    }
}
