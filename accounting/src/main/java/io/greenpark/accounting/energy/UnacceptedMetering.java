package io.greenpark.accounting.energy;

import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.Held;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.unit.Carrier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When what an enterprise is metered by at its boundary was not accepted: the sums of such times are shown and not judged. */
public final class UnacceptedMetering {
    private final List<Use> uses;

    private UnacceptedMetering(List<Use> uses) {
        this.uses = uses;
    }

    /** @param until exclusive; null while it goes on */
    private record Use(
            String device,
            Carrier carrier,
            Instant from,
            @Nullable Instant until) {
        boolean touches(Instant start, Instant end) {
            return from.isBefore(end) && (until == null || until.isAfter(start));
        }
    }

    /** Of an enterprise, by what the registry says now. */
    public static UnacceptedMetering of(Registry registry, String enterprise) {
        List<Use> uses = new ArrayList<>();
        for (Point point : registry.pointsOfEnterprise(enterprise)) {
            Acceptance acceptance = registry.acceptanceOf(point);
            if (!acceptance.stages().isEmpty()) {
                add(point, acceptance, uses);
            }
        }
        return new UnacceptedMetering(uses);
    }

    private static void add(Point point, Acceptance acceptance, List<Use> uses) {
        for (int i = 0; i < point.facts().size(); i++) {
            PointFacts facts = point.facts().get(i);
            Carrier carrier = facts.carrier();
            if (!facts.boundary() || carrier == null) {
                continue;
            }
            Instant next =
                    i + 1 < point.facts().size() ? point.facts().get(i + 1).validFrom() : null;
            Instant end = earlier(next, point.endedAt());
            for (Held held : acceptance.held()) {
                Instant from = held.from().isAfter(facts.validFrom()) ? held.from() : facts.validFrom();
                Instant until = earlier(end, held.until());
                if (until == null || until.isAfter(from)) {
                    uses.add(new Use(point.deviceId(), carrier, from, until));
                }
            }
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** Why sums of {@code [from, to)} are not judged; null where nothing stands against it. */
    public @Nullable Reason in(Instant from, Instant to) {
        List<String> devices = uses.stream()
                .filter(use -> use.touches(from, to))
                .map(Use::device)
                .distinct()
                .sorted()
                .toList();
        return devices.isEmpty() ? null : Reason.notAccepted(devices);
    }

    /** Whether what counts of a carrier in {@code [from, to)} was accepted throughout. */
    public boolean accepted(Carrier carrier, Instant from, Instant to) {
        return uses.stream().noneMatch(use -> use.carrier() == carrier && use.touches(from, to));
    }
}
