package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code alert_case}: a case without its steps.
 *
 * @param raised false for one that is only on record: it was over before its data arrived
 * @param figure the figure it shows, see {@link CaseKey#shown}
 * @param severity how far that figure is beyond the limit
 * @param toldSeverity the severity people were last told of
 * @param coveredTo end of the time the finding is known to cover
 * @param figureFrom start of the period of the figure
 */
record CaseRow(
        String id,
        CaseKey key,
        boolean trial,
        boolean raised,
        Case.State state,
        Bilingual title,
        Bilingual text,
        @Nullable BigDecimal figure,
        @Nullable BigDecimal limit,
        @Nullable String unit,
        @Nullable BigDecimal severity,
        @Nullable BigDecimal toldSeverity,
        Instant since,
        Instant coveredTo,
        Instant figureFrom,
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
    CaseRow with(Episode e, CaseMessages.CaseMessage words) {
        Verdict shown = key.shown(e);
        return new CaseRow(
                id,
                key,
                trial,
                raised,
                state,
                words.title(),
                words.text(),
                shown.figure(),
                shown.limit(),
                shown.unit(),
                shown.severity(),
                toldSeverity,
                e.since(),
                e.coveredTo(),
                shown.from(),
                raisedAt,
                clearedAt,
                acknowledgedBy);
    }

    /** This case in another state; what it now says counts as told. */
    CaseRow moved(Case.State to, boolean nowRaised, boolean nowTrial, @Nullable Instant nowClearedAt) {
        return new CaseRow(
                id,
                key,
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
                figureFrom,
                raisedAt,
                nowClearedAt,
                acknowledgedBy);
    }

    /** This case with another text. */
    CaseRow saying(Bilingual nowText) {
        return new CaseRow(
                id,
                key,
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
                figureFrom,
                raisedAt,
                clearedAt,
                acknowledgedBy);
    }
}
