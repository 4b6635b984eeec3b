package io.greenpark.alerts.notice;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseLevel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what, and when; edited as a whole and versioned.
 *
 * @param rules the first that takes a case is its own; the last takes all
 * @param steps how tiers are told of what people do about a case, the side that does it excepted; what is not there is not told
 * @param monday who is told how the week before went; null for nobody
 */
public record NoticePlan(
        List<NoticeRule> rules,
        Map<CaseEvent.Kind, Map<Tier, Manner>> steps,
        Caps caps,
        WorkingTime time,
        @Nullable Weekly monday) {
    /** @throws IllegalArgumentException if the last rule does not take all */
    public NoticePlan {
        rules = List.copyOf(rules);
        steps = Map.copyOf(steps);
        if (rules.isEmpty() || !rules.get(rules.size() - 1).takesAll()) {
            throw new IllegalArgumentException("the last rule must be for all cases");
        }
    }

    /** The rule of a case. */
    public NoticeRule of(CaseAspect c) {
        return rules.stream().filter(r -> r.takes(c)).findFirst().orElseThrow();
    }

    /**
     * When one is told.
     *
     * @param due when at the earliest
     * @param bundle what is due under the same name is told in one message; null to be told alone
     */
    public record When(Instant due, @Nullable String bundle) {}

    /**
     * When one is told in a manner, {@link Manner#NEVER} excepted.
     *
     * @param toldToday how many messages that one got at once today by the channel
     */
    public When when(
            Manner manner, Tier tier, String channel, CaseLevel level, int toldToday, Instant now, ZoneId zone) {
        Manner kept = manner;
        if (manner != Manner.DIGEST && level != CaseLevel.RED && toldToday >= caps.of(tier, channel)) {
            kept = Manner.DIGEST;
        }
        Instant due =
                switch (kept) {
                    case AT_ONCE -> now;
                    case WORKING_HOURS -> time.working(now, zone);
                    case DIGEST -> time.digest(now, zone);
                    case NEVER -> throw new IllegalArgumentException("what is never told has no time");
                };
        return due.equals(now) ? new When(now, null) : new When(due, kept.name() + " " + due);
    }
}
