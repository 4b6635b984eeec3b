package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.Expectations;
import io.greenpark.alerts.rulebook.Relation;
import io.greenpark.alerts.stopped.Stop;
import io.greenpark.alerts.stopped.StoppedEnterprises;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the registry expects: means of points that have not ended, months of subjects that have a target. What is silent is
 * ended by the evaluators that wait for it.
 */
public final class RegistryExpectations implements Expectations {
    private final RegistrySource registry;
    private final JudgingRules rules;
    private final StoppedEnterprises stopped;
    private final Clock clock;

    public RegistryExpectations(RegistrySource registry, JudgingRules rules, StoppedEnterprises stopped, Clock clock) {
        this.registry = registry;
        this.rules = rules;
        this.stopped = stopped;
        this.clock = clock;
    }

    @Override
    public boolean inhibits(CaseKey inhibiting, CaseKey inhibited, Instant since) {
        return rules.dependencies(since).explain(inhibiting.rule(), inhibited.rule(), Relation.SAME);
    }

    @Override
    public @Nullable Reason noLonger(CaseKey key, Instant lastPeriod) {
        Registry current = registry.current();
        if (!rules.stillTried(current, key, clock.instant())) {
            return Reason.of(Cause.RULE_ENDED);
        }
        return switch (key.rule()) {
            case LIMIT_EXCEEDED, LIMIT_WARNING -> isInUse(current, key.pointId()) ? null : Reason.of(Cause.POINT_ENDED);
            case ENERGY_DECLINE_BEHIND ->
                hasTarget(current, key.about(), lastPeriod) && isMetered(current, key.about())
                        ? null
                        : Reason.of(Cause.TARGET_REMOVED);
            case POWER_WHILE_STOPPED ->
                stopped.at(current, key.about(), clock.instant()).isPresent()
                        ? null
                        : Reason.of(mayOperate(current, key.about(), lastPeriod));
            case DEVICE_SILENT,
                    DATA_STANDS_STILL,
                    CANARY_MISSING,
                    GATEWAY_SILENT,
                    DOOR_SILENT,
                    NO_WORKING_CONTACT,
                    CLEAN_PRODUCTION_OVERDUE,
                    CHANNEL_DEAD -> null;
        };
    }

    /** Whether its file says so, or an order that alone kept it from operating is no longer in force. */
    private Cause mayOperate(Registry current, Subject about, Instant lastPeriod) {
        return stopped.at(current, about, lastPeriod).filter(Stop::byOrderAlone).isPresent()
                ? Cause.STOP_ORDER_OVER
                : Cause.IN_OPERATION;
    }

    private boolean isInUse(Registry current, @Nullable String pointId) {
        return Optional.ofNullable(pointId)
                .flatMap(current::point)
                .filter(p -> inUse(p, clock.instant()))
                .isPresent();
    }

    private static boolean hasTarget(Registry current, Subject about, Instant lastPeriod) {
        int year = about.time(current).monthOf(lastPeriod).getYear();
        return current.target(about, year).isPresent();
    }

    /** An enterprise that left is kept for its points, which have ended. */
    private boolean isMetered(Registry current, Subject about) {
        if (about.scope() != Subject.Scope.ENTERPRISE) {
            return true;
        }
        List<Point> points = current.pointsOfEnterprise(about.id());
        return points.isEmpty() || points.stream().anyMatch(p -> inUse(p, clock.instant()));
    }

    private static boolean inUse(Point point, Instant at) {
        Instant ended = point.endedAt();
        return ended == null || ended.isAfter(at);
    }
}
