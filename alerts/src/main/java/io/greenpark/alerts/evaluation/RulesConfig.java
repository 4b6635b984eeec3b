package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.alerts.rule.EnergyRule;
import io.greenpark.alerts.rule.Hysteresis;
import io.greenpark.alerts.rule.LimitRule;
import io.greenpark.alerts.rule.SilentTogether;
import io.greenpark.alerts.rule.StoppedRule;
import io.greenpark.alerts.rule.WarningRule;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.discharge.MeanValidity;
import io.greenpark.park.live.StandstillRule;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Settings of the rules, section {@code alerts}: one sub-section per rule, named by its code. What they say of how a kind is judged is what the platform
 * ships of its rules and holds until somebody changes those; see {@link JudgingRules}. {@code trial} (default
 * false) lets a rule raise without notifying; {@code raiseAfter} and {@code clearAfter} count consecutive periods.
 *
 * @param settle how long after its end a period is evaluated, so that stragglers are in ({@code settle}, default 5m)
 */
public record RulesConfig(
        Duration settle,
        Energy energy,
        Exceeded exceeded,
        Warning warning,
        Silence silence,
        GatewaySilence gateways,
        DoorSilence doors,
        Standstill standstill,
        Canary canary,
        NoContact noContact,
        Overdue overdue,
        DeadChannel deadChannel,
        Stopped stopped) {
    static final Duration FOR_EVER = Duration.ofDays(36_500);
    static final BigDecimal NEVER_WORSE = BigDecimal.valueOf(1_000_000);

    public static RulesConfig from(Settings alerts, Problems problems) {
        return new RulesConfig(
                alerts.duration("settle", Duration.ofMinutes(5), Duration.ZERO, Duration.ofHours(6), problems),
                Energy.from(alerts.section("energy-decline-behind"), problems),
                Exceeded.from(alerts.section("limit-exceeded"), problems),
                Warning.from(alerts.section("limit-warning"), problems),
                Silence.from(alerts.section("device-silent"), problems),
                GatewaySilence.from(alerts.section("gateway-silent"), problems),
                DoorSilence.from(alerts.section("door-silent"), problems),
                Standstill.from(alerts.section("data-stands-still"), problems),
                Canary.from(alerts.section("canary-missing"), problems),
                NoContact.from(alerts.section("no-working-contact"), problems),
                Overdue.from(alerts.section("clean-production-overdue"), problems),
                DeadChannel.from(alerts.section("channel-dead"), problems),
                Stopped.from(alerts.section("power-while-stopped"), problems));
    }

    /**
     * Section {@code energy-decline-behind}, its periods are months.
     *
     * @param policy {@code raiseAfter} 2, {@code clearAfter} 1, {@code worsenPoints} 2
     * @param thresholds {@code minCompletenessPercent} 90, {@code clearPoints} 0
     * @param maxLag months are not evaluated while the accounts have more readings and bookings than this to catch up on
     *     ({@code maxLag}, default 5000)
     */
    public record Energy(CasePolicy policy, EnergyRule.Thresholds thresholds, int maxLag) {
        /** Monthly statistics come late: a month stands for the present until a later one could have a verdict. */
        static final Duration MONTH_STANDS = Duration.ofDays(92);

        private static Energy from(Settings s, Problems problems) {
            BigDecimal worsenBy = percent(s, "worsenPoints", 2, 100, problems);
            return new Energy(
                    readPolicy(s, hysteresis(s, 2, 1, worsenBy, problems), MONTH_STANDS, problems),
                    new EnergyRule.Thresholds(
                            s.integer("minCompletenessPercent", 90, 50, 100, problems),
                            s.integer("clearPoints", 0, 0, 50, problems)),
                    s.integer("maxLag", 5_000, 0, Integer.MAX_VALUE, problems));
        }
    }

    /**
     * Section {@code limit-exceeded}, its periods are hours or days.
     *
     * @param policy {@code raiseAfter} 1, {@code clearAfter} 2, {@code worsenPercent} 20
     * @param thresholds {@code minCompletenessPercent} {@link MeanValidity#DEFAULT_MIN_PERCENT},
     *     {@code clearPercent} 100
     */
    public record Exceeded(CasePolicy policy, LimitRule.Thresholds thresholds) {
        private static Exceeded from(Settings s, Problems problems) {
            BigDecimal worsenBy = percent(s, "worsenPercent", 20, 10_000, problems);
            return new Exceeded(
                    readPolicy(s, hysteresis(s, 1, 2, worsenBy, problems), Duration.ZERO, problems),
                    new LimitRule.Thresholds(
                            s.integer("minCompletenessPercent", MeanValidity.DEFAULT_MIN_PERCENT, 1, 100, problems),
                            s.integer("clearPercent", 100, 50, 100, problems)));
        }
    }

    /**
     * Section {@code limit-warning}.
     *
     * @param policy {@code raiseAfter} 1, {@code clearAfter} 2
     * @param thresholds {@code minCompletenessPercent} 75, {@code minRunningPercent} 25, {@code clearPercent} 95
     */
    public record Warning(CasePolicy policy, WarningRule.Thresholds thresholds) {
        private static Warning from(Settings s, Problems problems) {
            return new Warning(
                    readPolicy(s, hysteresis(s, 1, 2, NEVER_WORSE, problems), Duration.ZERO, problems),
                    new WarningRule.Thresholds(
                            s.integer("minCompletenessPercent", MeanValidity.DEFAULT_MIN_PERCENT, 1, 100, problems),
                            s.integer("minRunningPercent", 25, 1, 100, problems),
                            s.integer("clearPercent", 95, 50, 100, problems)));
        }
    }

    /**
     * Section {@code device-silent}; how long a device may be silent is in the registry.
     *
     * @param clearAfter how long a device must be heard again ({@code clearAfter}, default 2m)
     * @param maxLag silence is not evaluated while the live state has more readings than this to catch up on
     *     ({@code maxLag}, default 50000)
     */
    public record Silence(CasePolicy policy, Duration clearAfter, int maxLag) {
        private static Silence from(Settings s, Problems problems) {
            return new Silence(
                    readPolicy(s, new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER, problems),
                    heardFor(s, problems),
                    s.integer("maxLag", 50_000, 0, Integer.MAX_VALUE, problems));
        }
    }

    /**
     * Section {@code gateway-silent}.
     *
     * @param together {@code sharePercent} of its devices, at least two, silent together make a gateway's case; 90
     * @param clearAfter how long it must be heard again ({@code clearAfter}, default 2m)
     */
    public record GatewaySilence(CasePolicy policy, SilentTogether together, Duration clearAfter) {
        static final int LEAST = 2;

        private static GatewaySilence from(Settings s, Problems problems) {
            return new GatewaySilence(
                    readPolicy(s, new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER, problems),
                    new SilentTogether(
                            LEAST, sharePercent(s, problems), a -> a.device().id()),
                    heardFor(s, problems));
        }
    }

    /**
     * Section {@code door-silent}.
     *
     * @param after how long a door may be shut, or its broker away ({@code after}, default 2m)
     * @param together {@code sharePercent} of its devices, of at least {@code senders} gateways and devices that send for
     *     themselves, silent together make a door's case; 90, 5
     * @param clearAfter how long it must be well again ({@code clearAfter}, default 2m)
     */
    public record DoorSilence(CasePolicy policy, Duration after, SilentTogether together, Duration clearAfter) {
        private static DoorSilence from(Settings s, Problems problems) {
            return new DoorSilence(
                    readPolicy(s, new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER, problems),
                    s.duration("after", Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofDays(1), problems),
                    new SilentTogether(
                            s.integer("senders", 5, 2, 100_000, problems), sharePercent(s, problems), Awaited::sender),
                    heardFor(s, problems));
        }
    }

    private static int sharePercent(Settings s, Problems problems) {
        return s.integer("sharePercent", 90, 51, 100, problems);
    }

    private static Duration heardFor(Settings s, Problems problems) {
        return s.duration("clearAfter", Duration.ofMinutes(2), Duration.ZERO, Duration.ofDays(1), problems);
    }

    /**
     * Section {@code data-stands-still}.
     *
     * @param rule {@code times} of the device's {@code silenceAfter}, or of how seldom the point is due, 2
     */
    public record Standstill(CasePolicy policy, StandstillRule rule) {
        private static Standstill from(Settings s, Problems problems) {
            int times = s.integer("times", StandstillRule.standard().times(), 1, 1_000, problems);
            return new Standstill(
                    readPolicy(s, new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER, problems), new StandstillRule(times));
        }
    }

    /**
     * Section {@code canary-missing}.
     *
     * @param after how long none may arrive ({@code after}, default 5m)
     * @param clearAfter how long after one has arrived again a case is cleared ({@code clearAfter}, default 0s)
     */
    public record Canary(CasePolicy policy, Duration after, Duration clearAfter) {
        private static Canary from(Settings s, Problems problems) {
            return new Canary(
                    readPolicy(s, new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER, problems),
                    s.duration("after", Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofDays(1), problems),
                    s.duration("clearAfter", Duration.ZERO, Duration.ZERO, Duration.ofDays(1), problems));
        }
    }

    /**
     * Section {@code no-working-contact}.
     *
     * @param after how long there may be nobody who can be told ({@code after}, default 1d)
     */
    public record NoContact(CasePolicy policy, Duration after) {
        private static NoContact from(Settings s, Problems problems) {
            return new NoContact(
                    readPolicy(s, new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER, problems),
                    s.duration("after", Duration.ofDays(1), Duration.ZERO, Duration.ofDays(90), problems));
        }
    }

    /** Section {@code clean-production-overdue}; by when a step is to be taken is no setting, but a dated term. */
    public record Overdue(CasePolicy policy) {
        private static Overdue from(Settings s, Problems problems) {
            return new Overdue(readPolicy(s, new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER, problems));
        }
    }

    /**
     * Section {@code channel-dead}.
     *
     * @param after how long nothing may be delivered of what is tried ({@code after}, default 1h)
     */
    public record DeadChannel(CasePolicy policy, Duration after) {
        private static DeadChannel from(Settings s, Problems problems) {
            return new DeadChannel(
                    readPolicy(s, new Hysteresis(1, 1, NEVER_WORSE), FOR_EVER, problems),
                    s.duration("after", Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofDays(7), problems));
        }
    }

    /**
     * Section {@code power-while-stopped}, its periods are hours.
     *
     * @param policy {@code raiseAfter} 2, {@code clearAfter} 2
     * @param thresholds {@code baseKw} 10, {@code minCompletenessPercent} 75
     */
    public record Stopped(CasePolicy policy, StoppedRule.Thresholds thresholds) {
        private static Stopped from(Settings s, Problems problems) {
            return new Stopped(
                    readPolicy(s, hysteresis(s, 2, 2, NEVER_WORSE, problems), Duration.ZERO, problems),
                    new StoppedRule.Thresholds(
                            BigDecimal.valueOf(s.integer("baseKw", 10, 1, 100_000, problems)),
                            s.integer("minCompletenessPercent", MeanValidity.DEFAULT_MIN_PERCENT, 1, 100, problems),
                            false));
        }
    }

    private static CasePolicy readPolicy(Settings s, Hysteresis hysteresis, Duration standsFor, Problems problems) {
        return new CasePolicy(s.flag("trial", false, problems), hysteresis, standsFor);
    }

    private static Hysteresis hysteresis(
            Settings s, int raiseAfter, int clearAfter, BigDecimal worsenBy, Problems problems) {
        return new Hysteresis(
                s.integer("raiseAfter", raiseAfter, 1, 100, problems),
                s.integer("clearAfter", clearAfter, 1, 100, problems),
                worsenBy);
    }

    private static BigDecimal percent(Settings s, String key, int defaultValue, int max, Problems problems) {
        return BigDecimal.valueOf(s.integer(key, defaultValue, 1, max, problems), 2);
    }
}
