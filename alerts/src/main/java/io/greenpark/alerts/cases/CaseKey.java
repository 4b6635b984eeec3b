package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.registry.Subject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule and what it is evaluated for; there is at most one open case per key.
 *
 * @param subject the thing evaluated: an enterprise id, {@code park/east} or {@code district/jindong}, a device id, a
 *     gateway id, an enterprise with a step of its audit, {@code tool-works/started}, the name of a door, a way on which people are told ({@code mail},
 *     {@code dingtalk/duty}), a point id with the step of its mean, {@code boiler-nox/hour}, or {@code platform};
 *     where a rule on trial looks at it beside the one in force, that rule is named in it: {@code boiler-nox~limit-exceeded-2/hour}
 * @param about whose case it is: the enterprise, or the park or district as a whole
 * @param pointId the outlet point it is about; null if it is not about one
 * @param deviceId the device it is about; null if it is not about one
 */
public record CaseKey(
        Case.Rule rule,
        String subject,
        Subject about,
        @Nullable String pointId,
        @Nullable String deviceId) {
    /** Between what is evaluated and the rule on trial; ids have none. */
    private static final char TRIED = '~';

    /** The subject of cases about the platform itself. */
    public static final String PLATFORM_SUBJECT = "platform";

    /**
     * The energy of an enterprise, a park or the district. Ids are unique only among enterprises and among parks, so the
     * subject of an area says which it is.
     */
    public static CaseKey energy(Subject about) {
        return new CaseKey(Case.Rule.ENERGY_DECLINE_BEHIND, subject(about), about, null, null);
    }

    private static String subject(Subject about) {
        return about.scope() == Subject.Scope.ENTERPRISE
                ? about.id()
                : about.scope().name().toLowerCase(Locale.ROOT) + "/" + about.id();
    }

    /** Whom one can tell of an enterprise or a park. */
    public static CaseKey contacts(Subject about) {
        return new CaseKey(Case.Rule.NO_WORKING_CONTACT, subject(about), about, null, null);
    }

    /**
     * A step of the clean-production audit of an enterprise, whose case is the enterprise's or, where the authority takes it, the park's.
     */
    public static CaseKey audit(Subject about, String enterpriseId, AuditStep step) {
        return new CaseKey(Case.Rule.CLEAN_PRODUCTION_OVERDUE, enterpriseId + "/" + step.code(), about, null, null);
    }

    /** The power of an enterprise that does not operate. */
    public static CaseKey stopped(String enterpriseId) {
        return new CaseKey(Case.Rule.POWER_WHILE_STOPPED, enterpriseId, Subject.enterprise(enterpriseId), null, null);
    }

    /** The same, as a rule on trial judges it beside the one in force. */
    public CaseKey onTrialBy(String ruleId) {
        int step = rule.ofLimits() ? subject.lastIndexOf('/') : subject.length();
        return new CaseKey(
                rule, subject.substring(0, step) + TRIED + ruleId + subject.substring(step), about, pointId, deviceId);
    }

    /** The rule on trial that judges it beside the one in force; null for the one in force. */
    public @Nullable String trialRule() {
        int begin = subject.lastIndexOf(TRIED);
        if (begin < 0) {
            return null;
        }
        int end = rule.ofLimits() ? subject.lastIndexOf('/') : subject.length();
        return subject.substring(begin + 1, end);
    }

    /** What the rule in force judges of the same; itself where that is by the rule in force. */
    public CaseKey inForce() {
        String trial = trialRule();
        return trial == null ? this : new CaseKey(rule, subject.replace(TRIED + trial, ""), about, pointId, deviceId);
    }

    public static CaseKey silence(String enterpriseId, String deviceId) {
        return new CaseKey(Case.Rule.DEVICE_SILENT, deviceId, Subject.enterprise(enterpriseId), null, deviceId);
    }

    /** The data of a device, of however many of its points. */
    public static CaseKey standstill(String enterpriseId, String deviceId) {
        return new CaseKey(Case.Rule.DATA_STANDS_STILL, deviceId, Subject.enterprise(enterpriseId), null, deviceId);
    }

    /** A gateway, in the name of the enterprise, park or district that all devices behind it are of. */
    public static CaseKey gateway(Subject about, String gatewayId) {
        return new CaseKey(Case.Rule.GATEWAY_SILENT, gatewayId, about, null, null);
    }

    /** A door of the platform, in the name of the district it serves. */
    public static CaseKey door(Subject district, String door) {
        return new CaseKey(Case.Rule.DOOR_SILENT, door, district, null, null);
    }

    /** A way on which people are told, in the name of the district. */
    public static CaseKey channel(Subject district, String route) {
        return new CaseKey(Case.Rule.CHANNEL_DEAD, route, district, null, null);
    }

    /** The platform itself, in the name of the district it serves. */
    public static CaseKey platform(Case.Rule rule, Subject district) {
        return new CaseKey(rule, PLATFORM_SUBJECT, district, null, null);
    }

    /** The verdict whose figure a case shows: of a year to date the newest, of means the worst. */
    Verdict figureVerdict(Episode episode) {
        return yearToDate() ? episode.last() : episode.worst();
    }

    /** Whether its figure sums up the year so far, so that every late reading of the year moves it a little. */
    boolean yearToDate() {
        return rule == Case.Rule.ENERGY_DECLINE_BEHIND;
    }

    /** The key whose cases inhibit those of this one, as the exceeded limit does its warning; null if there is none. */
    public @Nullable CaseKey inhibitedBy() {
        return rule == Case.Rule.LIMIT_WARNING ? withRule(Case.Rule.LIMIT_EXCEEDED) : null;
    }

    /** The key whose cases this one's inhibit; null if there is none. */
    public @Nullable CaseKey inhibits() {
        return rule == Case.Rule.LIMIT_EXCEEDED ? withRule(Case.Rule.LIMIT_WARNING) : null;
    }

    private CaseKey withRule(Case.Rule other) {
        return new CaseKey(other, subject, about, pointId, deviceId);
    }
}
