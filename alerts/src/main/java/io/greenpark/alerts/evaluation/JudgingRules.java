package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.rulebook.RuleForm.AFTER;
import static io.greenpark.alerts.rulebook.RuleForm.CLEAR_AFTER;
import static io.greenpark.alerts.rulebook.RuleForm.SENDERS;
import static io.greenpark.alerts.rulebook.RuleForm.SHARE_PERCENT;
import static io.greenpark.alerts.rulebook.RuleForm.TIMES;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.alerts.rule.EnergyRule;
import io.greenpark.alerts.rule.LimitRule;
import io.greenpark.alerts.rule.SilentTogether;
import io.greenpark.alerts.rule.StoppedRule;
import io.greenpark.alerts.rule.WarningRule;
import io.greenpark.alerts.rulebook.AlertRule;
import io.greenpark.alerts.rulebook.Dependencies;
import io.greenpark.alerts.rulebook.RuleBook;
import io.greenpark.alerts.rulebook.RuleBooks;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.park.live.StandstillRule;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * By what each kind is judged for something at a time: the rule in force, made ready. What people change is seen from the next {@link #refresh} on. Any
 * thread may call.
 */
public final class JudgingRules {
    private final RulesConfig settings;
    private final RuleBooks books;
    private volatile PreparedRules prepared;

    /** @param settings what they say of rules holds until somebody changes a rule; when to judge is theirs alone */
    public JudgingRules(RulesConfig settings) {
        this.settings = settings;
        this.books = ShippedRules.books(settings);
        this.prepared = PreparedRules.of(books.unchanged());
    }

    /** When to judge: how long to wait for stragglers, and how far what is judged may lag. */
    public RulesConfig settings() {
        return settings;
    }

    /** What explained what at a time. */
    Dependencies dependencies(Instant at) {
        return prepared.book().dependencies(at);
    }

    /** Where rules are kept and changed. */
    public RuleBooks books() {
        return books;
    }

    /** Reads what was changed since. */
    public void refresh(Books from) {
        from.read(handle -> {
            refresh(handle);
            return true;
        });
    }

    /** The same, where a transaction is under way. */
    void refresh(Handle handle) {
        RuleBook current = books.current(handle);
        if (current != prepared.book()) {
            prepared = PreparedRules.of(current);
        }
    }

    /**
     * A rule that judges beside the one in force.
     *
     * @param id of the rule
     */
    record OnTrial<T>(String id, T rule) {
        private static <T> OnTrial<T> of(PreparedRules.Found found, Function<PreparedRules.Found, T> made) {
            return new OnTrial<>(found.rule().id(), made.apply(found));
        }
    }

    RulesConfig.Energy energy(RulePlace place, Instant at) {
        return energy(prepared.inForce(Case.Rule.ENERGY_DECLINE_BEHIND, place, at));
    }

    Optional<OnTrial<RulesConfig.Energy>> energyOnTrial(RulePlace place, Instant at) {
        return prepared.onTrial(Case.Rule.ENERGY_DECLINE_BEHIND, place, at).map(f -> OnTrial.of(f, this::energy));
    }

    private RulesConfig.Energy energy(PreparedRules.Found found) {
        return new RulesConfig.Energy(
                found.policy(),
                found.thresholds(EnergyRule.Thresholds.class),
                settings.energy().maxLag());
    }

    RulesConfig.Exceeded exceeded(RulePlace place, Instant at) {
        return exceeded(prepared.inForce(Case.Rule.LIMIT_EXCEEDED, place, at));
    }

    Optional<OnTrial<RulesConfig.Exceeded>> exceededOnTrial(RulePlace place, Instant at) {
        return prepared.onTrial(Case.Rule.LIMIT_EXCEEDED, place, at).map(f -> OnTrial.of(f, JudgingRules::exceeded));
    }

    private static RulesConfig.Exceeded exceeded(PreparedRules.Found found) {
        return new RulesConfig.Exceeded(found.policy(), found.thresholds(LimitRule.Thresholds.class));
    }

    RulesConfig.Warning warning(RulePlace place, Instant at) {
        return warning(prepared.inForce(Case.Rule.LIMIT_WARNING, place, at));
    }

    Optional<OnTrial<RulesConfig.Warning>> warningOnTrial(RulePlace place, Instant at) {
        return prepared.onTrial(Case.Rule.LIMIT_WARNING, place, at).map(f -> OnTrial.of(f, JudgingRules::warning));
    }

    private static RulesConfig.Warning warning(PreparedRules.Found found) {
        return new RulesConfig.Warning(found.policy(), found.thresholds(WarningRule.Thresholds.class));
    }

    RulesConfig.Stopped stopped(RulePlace place, Instant at) {
        return stopped(prepared.inForce(Case.Rule.POWER_WHILE_STOPPED, place, at));
    }

    Optional<OnTrial<RulesConfig.Stopped>> stoppedOnTrial(RulePlace place, Instant at) {
        return prepared.onTrial(Case.Rule.POWER_WHILE_STOPPED, place, at)
                .map(f -> OnTrial.of(f, JudgingRules::stopped));
    }

    private static RulesConfig.Stopped stopped(PreparedRules.Found found) {
        return new RulesConfig.Stopped(found.policy(), found.thresholds(StoppedRule.Thresholds.class));
    }

    RulesConfig.Silence silence(RulePlace place, Instant at) {
        PreparedRules.Found found = prepared.inForce(Case.Rule.DEVICE_SILENT, place, at);
        return new RulesConfig.Silence(
                found.policy(),
                found.rule().length(CLEAR_AFTER),
                settings.silence().maxLag());
    }

    RulesConfig.GatewaySilence gateways(RulePlace place, Instant at) {
        PreparedRules.Found found = prepared.inForce(Case.Rule.GATEWAY_SILENT, place, at);
        AlertRule rule = found.rule();
        SilentTogether together =
                new SilentTogether(RulesConfig.GatewaySilence.LEAST, rule.whole(SHARE_PERCENT), a -> a.device()
                        .id());
        return new RulesConfig.GatewaySilence(found.policy(), together, rule.length(CLEAR_AFTER));
    }

    RulesConfig.DoorSilence doors(RulePlace place, Instant at) {
        PreparedRules.Found found = prepared.inForce(Case.Rule.DOOR_SILENT, place, at);
        AlertRule rule = found.rule();
        return new RulesConfig.DoorSilence(
                found.policy(),
                rule.length(AFTER),
                new SilentTogether(rule.whole(SENDERS), rule.whole(SHARE_PERCENT), Awaited::sender),
                rule.length(CLEAR_AFTER));
    }

    RulesConfig.Standstill standstill(RulePlace place, Instant at) {
        PreparedRules.Found found = prepared.inForce(Case.Rule.DATA_STANDS_STILL, place, at);
        return new RulesConfig.Standstill(
                found.policy(), new StandstillRule(found.rule().whole(TIMES)));
    }

    RulesConfig.Canary canary(RulePlace place, Instant at) {
        PreparedRules.Found found = prepared.inForce(Case.Rule.CANARY_MISSING, place, at);
        return new RulesConfig.Canary(
                found.policy(), found.rule().length(AFTER), found.rule().length(CLEAR_AFTER));
    }

    RulesConfig.NoContact noContact(RulePlace place, Instant at) {
        PreparedRules.Found found = prepared.inForce(Case.Rule.NO_WORKING_CONTACT, place, at);
        return new RulesConfig.NoContact(found.policy(), found.rule().length(AFTER));
    }

    RulesConfig.Overdue overdue(RulePlace place, Instant at) {
        return new RulesConfig.Overdue(
                prepared.inForce(Case.Rule.CLEAN_PRODUCTION_OVERDUE, place, at).policy());
    }

    RulesConfig.DeadChannel deadChannel(RulePlace place, Instant at) {
        PreparedRules.Found found = prepared.inForce(Case.Rule.CHANNEL_DEAD, place, at);
        return new RulesConfig.DeadChannel(found.policy(), found.rule().length(AFTER));
    }

    /** By what the verdicts of a key become cases; of a key on trial by the rule that it is on trial by, for as long as that holds. */
    CasePolicy policy(Registry registry, CaseKey key, Instant at) {
        RulePlace place = place(registry, key);
        PreparedRules.Found found = key.trialRule() == null
                ? prepared.inForce(key.rule(), place, at)
                : prepared.onTrial(key.rule(), place, at).orElseGet(() -> prepared.inForce(key.rule(), place, at));
        CasePolicy policy = found.policy();
        return key.trialRule() == null
                ? policy
                : new CasePolicy(true, policy.hysteresis(), policy.standsFor(), policy.course());
    }

    /** The keys beside one of the rules in force by which something is on trial at the begin or the end of a time. */
    List<CaseKey> onTrialBeside(Registry registry, CaseKey key, Instant from, Instant to) {
        RulePlace place = place(registry, key);
        return Stream.of(from, to.minusMillis(1))
                .flatMap(at -> prepared.onTrial(key.rule(), place, at).stream())
                .map(found -> key.onTrialBy(found.rule().id()))
                .distinct()
                .toList();
    }

    /** Whether the rule that a key is on trial by still judges it; true for a key of the rules in force. */
    boolean stillTried(Registry registry, CaseKey key, Instant at) {
        String trial = key.trialRule();
        return trial == null
                || prepared.onTrial(key.rule(), place(registry, key), at)
                        .filter(found -> found.rule().id().equals(trial))
                        .isPresent();
    }

    private static RulePlace place(Registry registry, CaseKey key) {
        RulePlace about = RulePlace.of(registry, key.about());
        return new RulePlace(registry, about.about(), outlet(registry, key.pointId()), key.deviceId(), key.pointId());
    }

    private static @Nullable String outlet(Registry registry, @Nullable String pointId) {
        return pointId == null
                ? null
                : registry.point(pointId).map(p -> p.outletId()).orElse(null);
    }

    static RulePlace district(Registry registry) {
        return RulePlace.of(registry, Subject.district(registry.facts().districtId()));
    }

    /** How long an episode of a kind is taken to last after its newest period. */
    static Duration standsFor(Case.Rule kind) {
        return switch (kind) {
            case ENERGY_DECLINE_BEHIND -> RulesConfig.Energy.MONTH_STANDS;
            case LIMIT_EXCEEDED, LIMIT_WARNING, POWER_WHILE_STOPPED -> Duration.ZERO;
            default -> RulesConfig.FOR_EVER;
        };
    }
}
