package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.park.registry.Name;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code alert_case}: a case without its steps.
 *
 * @param raised false for one that is only on record: it was over before its data arrived
 * @param figure the worst figure
 * @param severity the worst severity
 * @param toldSeverity the severity people were last told of
 * @param coveredTo end of the time the finding is known to cover
 * @param worstFrom start of the period of the worst figure
 */
record CaseRow(
        String id,
        Matter matter,
        boolean trial,
        boolean raised,
        Case.State state,
        Name title,
        Name text,
        @Nullable BigDecimal figure,
        @Nullable BigDecimal limit,
        @Nullable String unit,
        @Nullable BigDecimal severity,
        @Nullable BigDecimal toldSeverity,
        Instant since,
        Instant coveredTo,
        Instant worstFrom,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        @Nullable String acknowledgedBy) {

    boolean open() {
        return state == Case.State.OPEN;
    }

    boolean overlaps(Episode episode) {
        return since.isBefore(episode.coveredTo()) && (open() || episode.since().isBefore(coveredTo));
    }

    /** This case as the finding is now. */
    CaseRow with(Episode e, Wording.Words words) {
        return new CaseRow(
                id,
                matter,
                trial,
                raised,
                state,
                words.title(),
                words.text(),
                e.worst().figure(),
                e.worst().limit(),
                e.worst().unit(),
                e.worst().severity(),
                toldSeverity,
                e.since(),
                e.coveredTo(),
                e.worst().from(),
                raisedAt,
                clearedAt,
                acknowledgedBy);
    }

    /** This case in another state; what it now says counts as told. */
    CaseRow moved(Case.State to, boolean nowRaised, boolean nowTrial, @Nullable Instant nowClearedAt) {
        return new CaseRow(
                id,
                matter,
                nowTrial,
                nowRaised,
                to,
                title,
                text,
                figure,
                limit,
                unit,
                severity,
                severity,
                since,
                coveredTo,
                worstFrom,
                raisedAt,
                nowClearedAt,
                acknowledgedBy);
    }

    /** This case with another text. */
    CaseRow saying(Name nowText) {
        return new CaseRow(
                id,
                matter,
                trial,
                raised,
                state,
                title,
                nowText,
                figure,
                limit,
                unit,
                severity,
                toldSeverity,
                since,
                coveredTo,
                worstFrom,
                raisedAt,
                clearedAt,
                acknowledgedBy);
    }
}
