package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.explain.Explaining;
import io.greenpark.alerts.mute.MuteTable;
import io.greenpark.alerts.notice.CaseAspect;
import io.greenpark.alerts.notice.Climb;
import io.greenpark.alerts.notice.Manner;
import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.NoticeRule;
import io.greenpark.alerts.notice.Telling;
import io.greenpark.alerts.notice.Tier;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.park.registry.Registry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * How each tier is told of a case as it goes on: by the plan that was in force when it was raised. Kept in {@link TierTable}, in the transaction of
 * what happened.
 */
final class Tellings {
    /** How often to look whether something is still muted or explained. */
    private static final Duration MUTED_LOOK = Duration.ofMinutes(1);

    private final Policies<NoticePlan> plans;
    private final Explaining explaining;

    Tellings(Policies<NoticePlan> plans, Explaining explaining) {
        this.explaining = explaining;
        this.plans = plans;
    }

    /** The plan in force. */
    NoticePlan plan(Handle handle) {
        return plans.newest(handle).says();
    }

    /**
     * How tiers are told of an event now; a tier that is not there is not told. Empty for a case of before there were plans: everybody is told at
     * once.
     *
     * @param reached tiers in which there is somebody to tell
     */
    Optional<Map<Tier, Manner>> of(
            Handle handle, Registry registry, Case c, CaseEvent event, Set<Tier> reached, Instant now) {
        Map<Tier, TierTable.Row> rows = TierTable.of(handle, c.id());
        boolean muted = isMuted(handle, registry, c, now);
        if (event.kind() == CaseEvent.Kind.RAISED && rows.isEmpty()) {
            CaseAspect aspect = CaseAspects.of(c, registry, now);
            return Optional.of(muted ? muted(handle, c, aspect, now) : raised(handle, c, aspect, reached, now));
        }
        if (rows.isEmpty()) {
            return muted && c.state() == Case.State.OPEN ? Optional.of(Map.of()) : Optional.empty();
        }
        return Optional.of(muted && c.state() == Case.State.OPEN ? Map.of() : goingOn(handle, registry, c, rows, now));
    }

    /** Whether nobody is told for now: it is muted, or something else explains it. */
    private boolean isMuted(Handle handle, Registry registry, Case c, Instant now) {
        return explaining.explains(handle, registry, c, now)
                || MuteTable.holding(handle, now).stream().anyMatch(mute -> mute.covers(registry, c, now));
    }

    /** Nobody is told; it is looked at again as long as it is muted, since that may be ended or begun anew. */
    private Map<Tier, Manner> muted(Handle handle, Case c, CaseAspect aspect, Instant now) {
        PolicyVersion<NoticePlan> version = plans.newest(handle);
        NoticeRule rule = version.says().of(aspect);
        for (Tier tier : Tier.values()) {
            TierTable.put(
                    handle,
                    new TierTable.Row(
                            c.id(), tier, rule.code(), version.version(), Manner.NEVER, now.plus(MUTED_LOOK)));
        }
        return Map.of();
    }

    private Map<Tier, Manner> raised(Handle handle, Case c, CaseAspect aspect, Set<Tier> reached, Instant now) {
        PolicyVersion<NoticePlan> version = plans.newest(handle);
        NoticeRule rule = version.says().of(aspect);
        Map<Tier, Manner> told = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            Manner manner = rule.of(tier).manner(aspect, now);
            if (manner != Manner.NEVER) {
                told.put(tier, manner);
            }
        }
        if (!told.isEmpty() && told.keySet().stream().noneMatch(reached::contains)) {
            // Whoever is to be told first is not there: it is told to the next at once.
            reached.stream()
                    .filter(tier -> rule.of(tier).firstOverTime() != null)
                    .min(Comparator.comparing(tier ->
                            Objects.requireNonNull(firstOverTime(rule.of(tier)).openFor())))
                    .ifPresent(
                            tier -> told.put(tier, firstOverTime(rule.of(tier)).manner()));
        }
        for (Tier tier : Tier.values()) {
            Manner manner = told.getOrDefault(tier, Manner.NEVER);
            Instant look = rule.of(tier).nextLook(aspect, manner, now);
            TierTable.put(handle, new TierTable.Row(c.id(), tier, rule.code(), version.version(), manner, look));
        }
        return told;
    }

    private static Climb firstOverTime(Telling telling) {
        return Objects.requireNonNull(telling.firstOverTime());
    }

    private Map<Tier, Manner> goingOn(
            Handle handle, Registry registry, Case c, Map<Tier, TierTable.Row> rows, Instant now) {
        Map<Tier, Manner> told = new EnumMap<>(Tier.class);
        boolean over = c.state() != Case.State.OPEN;
        CaseAspect aspect = CaseAspects.of(c, registry, now);
        rows.forEach((tier, row) -> {
            TierTable.Row after = over ? row.told(row.manner(), null) : looked(handle, row, aspect, now);
            if (!after.equals(row)) {
                TierTable.put(handle, after);
            }
            if (after.manner() != Manner.NEVER) {
                told.put(tier, after.manner());
            }
        });
        return told;
    }

    /** Has all tiers of a case looked at from a time on. */
    static void lookAgain(Handle handle, Case c, Instant at) {
        TierTable.of(handle, c.id()).values().forEach(row -> TierTable.put(handle, row.told(row.manner(), at)));
    }

    private TierTable.Row looked(Handle handle, TierTable.Row row, CaseAspect aspect, Instant now) {
        Telling telling = telling(handle, row);
        Manner manner = telling.manner(aspect, now);
        Manner sooner = manner.soonerThan(row.manner()) ? manner : row.manner();
        return row.told(sooner, telling.nextLook(aspect, sooner, now));
    }

    private Telling telling(Handle handle, TierTable.Row row) {
        return plans.find(handle, row.plan()).stream()
                .flatMap(version -> version.says().rules().stream())
                .filter(rule -> rule.code().equals(row.rule()))
                .findFirst()
                .map(rule -> rule.of(row.tier()))
                .orElse(Telling.NONE);
    }

    /** Looks again at a case that goes on: which tiers are to be told sooner than they were, or at all, and how by now. */
    Map<Tier, Manner> climbed(Handle handle, Registry registry, Case c, Instant now) {
        Map<Tier, Manner> climbed = new EnumMap<>(Tier.class);
        boolean over = c.state() != Case.State.OPEN;
        boolean muted = !over && isMuted(handle, registry, c, now);
        CaseAspect aspect = CaseAspects.of(c, registry, now);
        TierTable.of(handle, c.id()).forEach((tier, row) -> {
            TierTable.Row after = over
                    ? row.told(row.manner(), null)
                    : muted ? row.told(row.manner(), now.plus(MUTED_LOOK)) : looked(handle, row, aspect, now);
            if (!after.equals(row)) {
                TierTable.put(handle, after);
            }
            if (after.manner() != row.manner()) {
                climbed.put(tier, after.manner());
            }
        });
        return climbed;
    }
}
