package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.rulebook.RuleForm.AFTER;
import static io.greenpark.alerts.rulebook.RuleForm.BASE_KW;
import static io.greenpark.alerts.rulebook.RuleForm.CLEAR_AFTER;
import static io.greenpark.alerts.rulebook.RuleForm.CLEAR_PERCENT;
import static io.greenpark.alerts.rulebook.RuleForm.CLEAR_POINTS;
import static io.greenpark.alerts.rulebook.RuleForm.MIN_COMPLETENESS;
import static io.greenpark.alerts.rulebook.RuleForm.MIN_RUNNING;
import static io.greenpark.alerts.rulebook.RuleForm.RAISE_AFTER;
import static io.greenpark.alerts.rulebook.RuleForm.SENDERS;
import static io.greenpark.alerts.rulebook.RuleForm.SHARE_PERCENT;
import static io.greenpark.alerts.rulebook.RuleForm.TIMES;
import static io.greenpark.alerts.rulebook.RuleForm.WORSEN_PERCENT;
import static io.greenpark.alerts.rulebook.RuleForm.WORSEN_POINTS;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.rule.Hysteresis;
import io.greenpark.alerts.rulebook.AlertRule;
import io.greenpark.alerts.rulebook.RuleBooks;
import io.greenpark.alerts.rulebook.RuleForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the settings say, as the rules for the whole district that hold until somebody changes them. */
public final class ShippedRules {
    private static final Map<Case.Rule, List<String>> BASES = Map.of(
            Case.Rule.LIMIT_EXCEEDED, List.of("zj-air-17", "hj-76-b", "hj-356-2019", "permit-regulation-21"),
            Case.Rule.LIMIT_WARNING, List.of("zj-air-17", "hj-76-b", "hj-356-2019"),
            Case.Rule.DEVICE_SILENT, List.of("permit-regulation-20", "monitoring-regulation-23"),
            Case.Rule.CLEAN_PRODUCTION_OVERDUE, List.of("clean-production-law-27"));

    private ShippedRules() {}

    /** Where they are kept in versions. */
    public static RuleBooks books(RulesConfig config) {
        List<AlertRule> shipped = new ArrayList<>();
        for (Case.Rule kind : Case.Rule.values()) {
            Map<String, Object> values = new HashMap<>(values(config, kind));
            RuleForm.of(kind).parameters().forEach(p -> {
                if (p.usual() != null) {
                    values.putIfAbsent(p.name(), p.usual());
                }
            });
            shipped.add(
                    AlertRule.shipped(kind, values, policy(config, kind).trial(), BASES.getOrDefault(kind, List.of())));
        }
        return new RuleBooks(shipped);
    }

    private static Map<String, Object> values(RulesConfig config, Case.Rule kind) {
        return switch (kind) {
            case ENERGY_DECLINE_BEHIND -> {
                Map<String, Object> values = periods(config.energy().policy().hysteresis());
                values.put(
                        WORSEN_POINTS,
                        hundredfold(config.energy().policy().hysteresis().worsenBy()));
                values.put(MIN_COMPLETENESS, config.energy().thresholds().minCompletenessPercent());
                values.put(CLEAR_POINTS, config.energy().thresholds().clearPoints());
                yield values;
            }
            case LIMIT_EXCEEDED -> {
                Map<String, Object> values = periods(config.exceeded().policy().hysteresis());
                values.put(
                        WORSEN_PERCENT,
                        hundredfold(config.exceeded().policy().hysteresis().worsenBy()));
                values.put(MIN_COMPLETENESS, config.exceeded().thresholds().minCompletenessPercent());
                values.put(CLEAR_PERCENT, config.exceeded().thresholds().clearPercent());
                yield values;
            }
            case LIMIT_WARNING -> {
                Map<String, Object> values = periods(config.warning().policy().hysteresis());
                values.put(MIN_COMPLETENESS, config.warning().thresholds().minCompletenessPercent());
                values.put(MIN_RUNNING, config.warning().thresholds().minRunningPercent());
                values.put(CLEAR_PERCENT, config.warning().thresholds().clearPercent());
                yield values;
            }
            case DEVICE_SILENT -> Map.of(CLEAR_AFTER, config.silence().clearAfter());
            case GATEWAY_SILENT ->
                Map.of(
                        SHARE_PERCENT,
                        config.gateways().together().sharePercent(),
                        CLEAR_AFTER,
                        config.gateways().clearAfter());
            case DOOR_SILENT ->
                Map.of(
                        AFTER,
                        config.doors().after(),
                        SENDERS,
                        config.doors().together().least(),
                        SHARE_PERCENT,
                        config.doors().together().sharePercent(),
                        CLEAR_AFTER,
                        config.doors().clearAfter());
            case DATA_STANDS_STILL -> Map.of(TIMES, config.standstill().rule().times());
            case CANARY_MISSING ->
                Map.of(
                        AFTER,
                        config.canary().after(),
                        CLEAR_AFTER,
                        config.canary().clearAfter());
            case NO_WORKING_CONTACT -> Map.of(AFTER, config.noContact().after());
            case CLEAN_PRODUCTION_OVERDUE -> Map.of();
            case CHANNEL_DEAD -> Map.of(AFTER, config.deadChannel().after());
            case POWER_WHILE_STOPPED -> {
                Map<String, Object> values = periods(config.stopped().policy().hysteresis());
                values.put(BASE_KW, config.stopped().thresholds().baseKw());
                values.put(MIN_COMPLETENESS, config.stopped().thresholds().minCompletenessPercent());
                yield values;
            }
        };
    }

    private static Map<String, Object> periods(Hysteresis hysteresis) {
        Map<String, Object> values = new HashMap<>();
        values.put(RAISE_AFTER, hysteresis.raiseAfter());
        values.put(CLEAR_AFTER, hysteresis.clearAfter());
        return values;
    }

    private static int hundredfold(BigDecimal share) {
        return share.movePointRight(2).intValueExact();
    }

    private static CasePolicy policy(RulesConfig config, Case.Rule kind) {
        return switch (kind) {
            case ENERGY_DECLINE_BEHIND -> config.energy().policy();
            case LIMIT_EXCEEDED -> config.exceeded().policy();
            case LIMIT_WARNING -> config.warning().policy();
            case DEVICE_SILENT -> config.silence().policy();
            case GATEWAY_SILENT -> config.gateways().policy();
            case DOOR_SILENT -> config.doors().policy();
            case DATA_STANDS_STILL -> config.standstill().policy();
            case CANARY_MISSING -> config.canary().policy();
            case NO_WORKING_CONTACT -> config.noContact().policy();
            case CLEAN_PRODUCTION_OVERDUE -> config.overdue().policy();
            case CHANNEL_DEAD -> config.deadChannel().policy();
            case POWER_WHILE_STOPPED -> config.stopped().policy();
        };
    }
}
