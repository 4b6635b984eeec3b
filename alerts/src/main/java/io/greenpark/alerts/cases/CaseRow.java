package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code alert_case}: a case without its events.
 *
 * @param toldSeverity the severity people were last told of
 */
record CaseRow(
        String id,
        CaseKey key,
        CaseStatus status,
        CaseContent content,
        @Nullable BigDecimal toldSeverity,
        Instant raisedAt,
        @Nullable String acknowledgedBy) {

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

    CaseFigure figure() {
        return content.figure();
    }

    boolean overlaps(Episode episode) {
        return since().isBefore(episode.coveredTo())
                && (open() || episode.since().isBefore(coveredTo()));
    }

    CaseRow with(CaseContent newContent) {
        return new CaseRow(id, key, status, newContent, toldSeverity, raisedAt, acknowledgedBy);
    }

    /** This case in another status, with an event that says what it says now. */
    CaseRow told(CaseStatus newStatus) {
        return new CaseRow(id, key, newStatus, content, figure().severity(), raisedAt, acknowledgedBy);
    }

    Case withEvents(List<CaseEvent> events) {
        return new Case(id, key, status, content, raisedAt, acknowledgedBy, events);
    }
}
