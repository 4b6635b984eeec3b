package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code alert_case}: a case without its events.
 *
 * @param notifiedSeverity the severity that people were last notified of
 * @param owner who sees to it; null for nobody
 * @param handling what people do about it; null for nothing
 */
record CaseRow(
        String id,
        CaseKey key,
        CaseStatus status,
        CaseContent content,
        @Nullable BigDecimal notifiedSeverity,
        Instant raisedAt,
        @Nullable String acknowledgedBy,
        @Nullable CaseOwner owner,
        @Nullable CaseHandling handling) {
    /** One that is nobody's. */
    CaseRow(
            String id,
            CaseKey key,
            CaseStatus status,
            CaseContent content,
            @Nullable BigDecimal notifiedSeverity,
            Instant raisedAt,
            @Nullable String acknowledgedBy) {
        this(id, key, status, content, notifiedSeverity, raisedAt, acknowledgedBy, null, null);
    }

    boolean open() {
        return status.state() == Case.State.OPEN;
    }

    boolean raised() {
        return status.raised();
    }

    boolean trial() {
        return status.trial();
    }

    Instant since() {
        return content.since();
    }

    Instant coveredTo() {
        return content.coveredTo();
    }

    @Nullable
    BigDecimal severity() {
        return content.comparison().severity();
    }

    boolean overlaps(Episode episode) {
        return since().isBefore(episode.coveredTo())
                && (open() || episode.since().isBefore(coveredTo()));
    }

    CaseRow withContent(CaseContent newContent) {
        return new CaseRow(id, key, status, newContent, notifiedSeverity, raisedAt, acknowledgedBy, owner, handling);
    }

    /** This case in another status, by an event: what it says now counts as notified. */
    CaseRow withStatus(CaseStatus newStatus) {
        return new CaseRow(id, key, newStatus, content, severity(), raisedAt, acknowledgedBy, owner, handling);
    }

    Case withEvents(List<CaseEvent> events) {
        return new Case(id, key, status, content, raisedAt, acknowledgedBy, owner, handling, events);
    }
}
