package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.notice.CaseAspect;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the registry and a case tell of how people are to be told of it. */
final class CaseAspects {
    private CaseAspects() {}

    static CaseAspect of(Case c, Registry registry, Instant now) {
        return new CaseAspect(
                c.rule(),
                step(c),
                standing(c, registry),
                level(c),
                begun(c),
                runningFor(c, now),
                timesLimit(c.content().comparison()),
                isAnswered(c),
                c.rule() == Case.Rule.ENERGY_DECLINE_BEHIND && isMonthClosed(c, registry));
    }

    /** The lowest of what is not handled. */
    static CaseLevel level(Case c) {
        CaseHandling handling = c.handling();
        return handling == null ? CaseLevel.BLUE : handling.level();
    }

    /** What has to be handled anew is open and unanswered since then. */
    private static Instant begun(Case c) {
        return c.events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.REOPENED)
                .map(CaseEvent::at)
                .reduce(c.raisedAt(), (before, at) -> at.isAfter(before) ? at : before);
    }

    private static boolean isAnswered(Case c) {
        CaseHandling handling = c.handling();
        return handling != null
                && switch (handling.stage()) {
                    case NEW, PUSHED, ACKNOWLEDGED, RETURNED -> false;
                    case ANSWERED, VERIFIED, RECTIFYING, RECTIFIED, REVIEWED, TRANSFERRED, MISREPORT, CLOSED, ENDED ->
                        true;
                };
    }

    private static @Nullable Step step(Case c) {
        if (!c.rule().ofLimits()) {
            return null;
        }
        return c.subject().endsWith("/day") ? Step.DAY : Step.HOUR;
    }

    private static Outlet.@Nullable Standing standing(Case c, Registry registry) {
        return Optional.ofNullable(c.pointId())
                .flatMap(registry::point)
                .map(Point::outletId)
                .flatMap(registry::outlet)
                .map(Outlet::standing)
                .orElse(null);
    }

    /** What is judged by figures was so as long as they say, however late they came. What came again runs since it did. */
    private static Duration runningFor(Case c, Instant now) {
        Instant to = c.rule().ofFigures() ? c.content().coveredTo() : now;
        return c.content().spells().running(to);
    }

    /** The severity is how far beyond the limit, as a share of it. */
    private static @Nullable BigDecimal timesLimit(Comparison comparison) {
        BigDecimal limit = comparison.limit();
        BigDecimal severity = comparison.severity();
        return limit == null || severity == null || limit.signum() == 0 ? null : severity.add(BigDecimal.ONE);
    }

    private static boolean isMonthClosed(Case c, Registry registry) {
        Subject about = c.about();
        YearMonth month = about.time(registry).monthOf(c.content().figureFrom());
        return !about.enterprises(registry).isEmpty()
                && about.enterprises(registry).stream()
                        .allMatch(id -> registry.closingOf(id, month).isPresent());
    }
}
