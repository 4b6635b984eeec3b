package io.greenpark.alerts.notice;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.park.registry.Outlet.Standing;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of the cases of a kind.
 *
 * @param code what it is called in the plan: {@code air-exceeded}
 * @param rules of which rules; empty for all
 * @param step only those about means over so long; null for all
 * @param standing only those about outlets of this standing; null for all
 * @param levels at which levels; empty for all
 * @param tiers how each tier is told; one that is not there is not told
 */
public record NoticeRule(
        String code,
        Bilingual name,
        Set<Case.Rule> rules,
        @Nullable Step step,
        @Nullable Standing standing,
        Set<CaseLevel> levels,
        Map<Tier, Telling> tiers) {
    public NoticeRule {
        rules = Set.copyOf(rules);
        levels = Set.copyOf(levels);
        Map<Tier, Telling> copy = new EnumMap<>(Tier.class);
        copy.putAll(tiers);
        tiers = Map.copyOf(copy);
    }

    /** Whether it is for a case. */
    public boolean takes(CaseAspect c) {
        return (rules.isEmpty() || rules.contains(c.rule()))
                && (step == null || step == c.step())
                && (standing == null || standing == c.standing())
                && (levels.isEmpty() || levels.contains(c.level()));
    }

    /** Whether it is for every case. */
    public boolean takesAll() {
        return rules.isEmpty() && step == null && standing == null && levels.isEmpty();
    }

    /** How a tier is told. */
    public Telling of(Tier tier) {
        return tiers.getOrDefault(tier, Telling.NONE);
    }
}
