package io.greenpark.alerts.cases;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An episode as people see it: it is raised, may change, and is cleared or withdrawn.
 *
 * @param id stable, part of the link in notifications
 * @param acknowledgedBy who acknowledged it; null while it is not acknowledged
 * @param owner who sees to it; null for nobody
 * @param handling what people do about it; null where it is on trial or only on record
 * @param events everything that happened, oldest first
 */
public record Case(
        String id,
        CaseKey key,
        CaseStatus status,
        CaseContent content,
        Instant raisedAt,
        @Nullable String acknowledgedBy,
        @Nullable CaseOwner owner,
        @Nullable CaseHandling handling,
        List<CaseEvent> events) {
    /** One that people have nothing to do about, or that is looked at without it. */
    public Case(
            String id,
            CaseKey key,
            CaseStatus status,
            CaseContent content,
            Instant raisedAt,
            @Nullable String acknowledgedBy,
            @Nullable CaseOwner owner,
            List<CaseEvent> events) {
        this(id, key, status, content, raisedAt, acknowledgedBy, owner, null, events);
    }

    public Rule rule() {
        return key.rule();
    }

    /** See {@link CaseKey#about()}. */
    public Subject about() {
        return key.about();
    }

    /** See {@link CaseKey#subject()}. */
    public String subject() {
        return key.subject();
    }

    public @Nullable String pointId() {
        return key.pointId();
    }

    public @Nullable String deviceId() {
        return key.deviceId();
    }

    /** The enterprise it is about; null where it is about a park or the district as a whole. */
    public @Nullable String enterpriseId() {
        return about().scope() == Subject.Scope.ENTERPRISE ? about().id() : null;
    }

    public State state() {
        return status.state();
    }

    public boolean trial() {
        return status.trial();
    }

    public CaseSeverity severity() {
        return trial() ? CaseSeverity.TRIAL : rule().warns() ? CaseSeverity.WARNING : CaseSeverity.BAD;
    }

    /** The same case with what happened to it. */
    public Case withEvents(List<CaseEvent> happened) {
        return new Case(id, key, status, content, raisedAt, acknowledgedBy, owner, handling, List.copyOf(happened));
    }

    /** The same case with what people do about it. */
    public Case withHandling(@Nullable CaseHandling now) {
        return new Case(id, key, status, content, raisedAt, acknowledgedBy, owner, now, events);
    }

    public @Nullable Instant clearedAt() {
        return status.clearedAt();
    }

    public Bilingual title() {
        return content.message().title();
    }

    public Bilingual text() {
        return content.message().text();
    }

    public @Nullable BigDecimal figure() {
        return content.comparison().figure();
    }

    public @Nullable BigDecimal limit() {
        return content.comparison().limit();
    }

    public @Nullable String unit() {
        return content.comparison().unit();
    }

    public Instant since() {
        return content.since();
    }

    /** Until when it is known to be so, where it still is: figures say it, of anything else it is known now. */
    public Instant knownTo(Instant now) {
        return state() == State.OPEN && !rule().ofFigures() ? now : content.coveredTo();
    }

    /** The rules there are. */
    public enum Rule {
        ENERGY_DECLINE_BEHIND,
        LIMIT_EXCEEDED,
        LIMIT_WARNING,
        DEVICE_SILENT,
        /** Messages arrive, and their newest data time does not move on. */
        DATA_STANDS_STILL,
        /** The platform's own reading does not arrive: about the platform, only the bureau is notified. */
        CANARY_MISSING,
        /** All or nearly all devices behind a gateway are silent together: its case speaks for them. */
        GATEWAY_SILENT,
        /** A door is shut, its broker away, or nothing comes through it: about the platform, only the bureau is notified. */
        DOOR_SILENT,
        /** Nobody can be told of an enterprise or a park: told to those above it. */
        NO_WORKING_CONTACT,
        /** A step of a clean-production audit that was not taken by its day. */
        CLEAN_PRODUCTION_OVERDUE,
        /** Nothing could be delivered on one of the ways on which people are told: about the platform, told to the bureau on the others. */
        CHANNEL_DEAD,

        /** An enterprise that is closed, moved away or stopped uses power above its base load. */
        POWER_WHILE_STOPPED;

        /** The name in settings and the API: {@code limit-exceeded}. */
        public String code() {
            return EnumCode.of(this);
        }

        /** Whether it warns: nothing is wrong yet, or nothing can be said. */
        public boolean warns() {
            return switch (this) {
                case LIMIT_WARNING,
                        DEVICE_SILENT,
                        GATEWAY_SILENT,
                        DATA_STANDS_STILL,
                        NO_WORKING_CONTACT,
                        CLEAN_PRODUCTION_OVERDUE,
                        POWER_WHILE_STOPPED -> true;
                case ENERGY_DECLINE_BEHIND, LIMIT_EXCEEDED, CANARY_MISSING, DOOR_SILENT, CHANNEL_DEAD -> false;
            };
        }

        /** Whether it judges figures, of which so much of what was expected is there. A silence has no completeness. */
        public boolean ofFigures() {
            return this == ENERGY_DECLINE_BEHIND || this == POWER_WHILE_STOPPED || ofLimits();
        }

        /** Whether it judges discharge by limits. */
        public boolean ofLimits() {
            return this == LIMIT_EXCEEDED || this == LIMIT_WARNING;
        }

        /** Whether its cases are about whom one can tell of things. */
        public boolean ofContacts() {
            return this == NO_WORKING_CONTACT;
        }

        /** Whether its cases are about the platform itself: no park can do anything about it. */
        public boolean ofPlatform() {
            return this == CANARY_MISSING || this == DOOR_SILENT || this == CHANNEL_DEAD;
        }
    }

    /** Where a case stands. */
    public enum State {
        OPEN,
        CLEARED,
        /** Its episode no longer exists after late or corrected data. */
        WITHDRAWN
    }
}
