package io.greenpark.dashboards.source;

import io.greenpark.alerts.cases.CaseFilter.Seen;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Scope;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cases somebody sees who has a part of the district; found out once for every registry there is. Any thread may call. */
public final class SeenCases {
    private final RegistrySource registry;
    private final Scope scope;
    private volatile @Nullable Found latest;

    private record Found(Registry in, Seen seen) {}

    /** @param registry as the one who asks sees it */
    public SeenCases(RegistrySource registry, Scope scope) {
        this.registry = registry;
        this.scope = scope;
    }

    /** Those of the registry as it is now. */
    @SuppressWarnings("ReferenceEquality") // a registry is a snapshot: another one is another object
    public Seen now() {
        Registry current = registry.current();
        Found found = latest;
        if (found == null || found.in != current) {
            found = new Found(current, in(current.facts()));
            latest = found;
        }
        return found.seen;
    }

    private Seen in(Registry.Facts facts) {
        Set<Subject> subjects = Stream.concat(
                        facts.parks().stream().map(Park::id).map(Subject::park),
                        facts.enterprises().stream().map(Enterprise::id).map(Subject::enterprise))
                .collect(Collectors.toSet());
        Set<String> points = facts.points().stream()
                .filter(p -> p.outletId() != null && scope.outlets().contains(p.outletId()))
                .map(Point::id)
                .collect(Collectors.toSet());
        // What a rule on trial finds is for those who make rules of parks, not for the enterprise that it is about.
        boolean trials = scope.district() || !scope.parks().isEmpty();
        return new Seen(subjects, points, scope.devices(), trials);
    }
}
