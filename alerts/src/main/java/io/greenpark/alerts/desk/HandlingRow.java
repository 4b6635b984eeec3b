package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.handling.LevelScale;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code case_handling}: where people are with a case.
 *
 * @param number with its year and its place in that year
 * @param level with the threshold that gives it
 * @param procedure the version of the procedures that it runs under
 * @param demanded whether the enterprise has to answer
 * @param pushedAt when it went to the enterprise; null where it did not
 * @param stageAt since when it is at its stage
 * @param due by when whoever is to act next has to; null where nobody has to
 * @param overdueAt when it was noted that this has passed; null while it was not
 * @param checkedBy the account that verified, reviewed, handed over or declared a misreport; null while none did
 * @param measuredOver whether what is measured was over when that was last looked at
 */
record HandlingRow(
        String caseId,
        CaseNumber number,
        HandlingStage stage,
        LevelScale.Found level,
        long procedure,
        boolean demanded,
        @Nullable Instant pushedAt,
        Instant stageAt,
        @Nullable Instant due,
        @Nullable Instant overdueAt,
        @Nullable String checkedBy,
        boolean measuredOver) {
    /** A number with what it was made of. */
    record CaseNumber(String text, int year, int place) {
        /** {@code YJ-2026-0012}. */
        static CaseNumber of(String prefix, int year, int place) {
            return new CaseNumber("%s-%d-%04d".formatted(prefix, year, place), year, place);
        }
    }

    HandlingRow withLevel(LevelScale.Found now) {
        return new HandlingRow(
                caseId,
                number,
                stage,
                now,
                procedure,
                demanded,
                pushedAt,
                stageAt,
                due,
                overdueAt,
                checkedBy,
                measuredOver);
    }

    HandlingRow withMeasuredOver(boolean over) {
        return new HandlingRow(
                caseId, number, stage, level, procedure, demanded, pushedAt, stageAt, due, overdueAt, checkedBy, over);
    }

    /** At another term, of which nothing is noted yet. */
    HandlingRow withDue(@Nullable Instant newDue) {
        return new HandlingRow(
                caseId,
                number,
                stage,
                level,
                procedure,
                demanded,
                pushedAt,
                stageAt,
                newDue,
                null,
                checkedBy,
                measuredOver);
    }

    HandlingRow overdueNotedAt(Instant at) {
        return new HandlingRow(
                caseId, number, stage, level, procedure, demanded, pushedAt, stageAt, due, at, checkedBy, measuredOver);
    }

    /** At another stage, with the term of that. */
    HandlingRow at(
            HandlingStage next,
            @Nullable Instant pushed,
            Instant since,
            @Nullable Instant newDue,
            @Nullable String checked) {
        return new HandlingRow(
                caseId, number, next, level, procedure, demanded, pushed, since, newDue, null, checked, measuredOver);
    }

    /** Under another version of the procedures. */
    HandlingRow under(long version, boolean answerDemanded) {
        return new HandlingRow(
                caseId,
                number,
                stage,
                level,
                version,
                answerDemanded,
                pushedAt,
                stageAt,
                due,
                overdueAt,
                checkedBy,
                measuredOver);
    }

    CaseLevel caseLevel() {
        return level.level();
    }
}
