package io.greenpark.plan.sheet;

import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an enterprise and a year.
 *
 * @param version 1, 2, 3 ... of every change; 0 of one that nobody has begun
 * @param source who says so, as 税务、自然资源
 * @param allowedUse {@link AllowedUse#JUDGE} or {@link AllowedUse#SHOW_OWN}: officers read sheets, so what a provider gives for sums only
 *     is in none
 * @param words what the enterprise objects to, or said when it confirmed; null for none
 * @param changedBy whose last step it is; null where nobody has begun
 * @param changedAt when; null where nobody has begun
 */
public record YearSheet(
        String enterpriseId,
        int year,
        long version,
        SheetState state,
        SheetFigures figures,
        String source,
        AllowedUse allowedUse,
        @Nullable String words,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {
    public YearSheet {
        if (allowedUse == AllowedUse.AGGREGATE_ONLY) {
            throw new IllegalArgumentException("a yearly sheet is read by officers, so it cannot be for sums only");
        }
    }

    /** One that nobody has begun. */
    public static YearSheet notBegun(String enterpriseId, int year, SheetFigures prefilled) {
        return new YearSheet(
                enterpriseId, year, 0, SheetState.NOT_BEGUN, prefilled, "", AllowedUse.JUDGE, null, null, null);
    }

    /** Whether rules and sums may rest on it. */
    public boolean counts() {
        return state == SheetState.ENTERED || state == SheetState.CONFIRMED;
    }

    /** The same as an officer enters it: what the enterprise said of the one before is said of it no longer. */
    public YearSheet entered(SheetFigures now, String from, AllowedUse use, String who, Instant at) {
        return new YearSheet(enterpriseId, year, version + 1, SheetState.ENTERED, now, from, use, null, who, at);
    }

    /** The same as the enterprise confirms it or objects to it. */
    public YearSheet answered(boolean right, @Nullable String word, String who, Instant at) {
        return new YearSheet(
                enterpriseId,
                year,
                version + 1,
                right ? SheetState.CONFIRMED : SheetState.OBJECTED,
                figures,
                source,
                allowedUse,
                word,
                who,
                at);
    }
}
