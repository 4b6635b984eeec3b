package io.greenpark.alerts.cases;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about a finding.
 *
 * @param id stable, part of the link in notices
 * @param rule which rule found it
 * @param about whose case it is: the enterprise, or the park or district as a whole
 * @param subject the thing judged: an enterprise id, {@code park/east} or {@code district/jindong}, a device id, a
 *     point id with the step of its mean, {@code boiler-nox/hour}, or {@code platform}
 * @param pointId the outlet point it is about; null if it is not about one
 * @param deviceId the device it is about; null if it is not about one
 * @param trial whether its rule is on trial: it is shown and told to nobody
 * @param state where it stands
 * @param title one line in both languages
 * @param text who, what, the figure, the limit, since when, how sure, in both languages
 * @param figure the worst figure so far, for energy the newest; null where there is none (silence)
 * @param limit what it is held against; null where there is none
 * @param unit unit of both; null where there is none
 * @param since start of the first period it covers
 * @param raisedAt when it was raised
 * @param clearedAt when it was cleared; null while it is not
 * @param acknowledgedBy who acknowledged it; null while nobody has
 * @param steps everything that happened, oldest first
 */
public record Case(
        String id,
        Rule rule,
        Subject about,
        String subject,
        @Nullable String pointId,
        @Nullable String deviceId,
        boolean trial,
        State state,
        Bilingual title,
        Bilingual text,
        @Nullable BigDecimal figure,
        @Nullable BigDecimal limit,
        @Nullable String unit,
        Instant since,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        @Nullable String acknowledgedBy,
        List<CaseEvent> steps) {

    /** The enterprise it is about; null where it is about a park or the district as a whole. */
    public @Nullable String enterpriseId() {
        return about.scope() == Subject.Scope.ENTERPRISE ? about.id() : null;
    }

    /** The rules of the house. */
    public enum Rule {
        ENERGY_DECLINE_BEHIND,
        LIMIT_EXCEEDED,
        LIMIT_WARNING,
        DEVICE_SILENT,
        /** The platform's own reading does not travel the whole way: about the platform, told to the bureau alone. */
        CANARY_MISSING;

        /** The name in settings and the API: {@code limit-exceeded}. */
        public String code() {
            return EnumCode.of(this);
        }
    }

    /** Where a case stands. */
    public enum State {
        OPEN,
        CLEARED,
        /** Its finding no longer holds after late or corrected data. */
        WITHDRAWN
    }

    /**
     * Something that happened to a case.
     *
     * @param number 1, 2, 3 ... within the case
     * @param by who did it; {@code greenpark} for the platform itself
     * @param comment what was said; null for the platform's own steps without words
     * @param text what the case said after this step, in both languages; null where the step left it as it was
     */
    public record CaseEvent(
            int number,
            Kind kind,
            Instant at,
            String by,
            @Nullable String comment,
            @Nullable Bilingual text) {
        public enum Kind {
            /** Noted in late data a day or more after it was over; nobody is told. */
            RECORDED,
            RAISED,
            /** The figure moved further beyond the limit by the rule's step. */
            WORSENED,
            /** Late or corrected data changed what had been told. */
            AMENDED,
            ACKNOWLEDGED,
            CLEARED,
            /** Late or corrected data made the finding untrue. */
            WITHDRAWN
        }
    }
}
