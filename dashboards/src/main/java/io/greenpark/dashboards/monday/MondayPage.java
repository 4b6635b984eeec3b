package io.greenpark.dashboards.monday;

import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the week before a Monday went in a part of the district.
 *
 * @param week the Monday
 * @param month the newest month of which intensities can be told
 * @param whole whether the part is all of the district, whose row comes first
 * @param rows the district, where it is all of it, its parks, and enterprises that are in it by themselves
 * @param drivers enterprises that used most above what their targets allow, the most first
 * @param cases of the whole part
 * @param objections of the enterprises of the whole part
 */
public record MondayPage(
        LocalDate week,
        YearMonth month,
        boolean whole,
        List<Row> rows,
        List<Driver> drivers,
        CaseWeek cases,
        ObjectionWeek objections) {
    public MondayPage {
        rows = List.copyOf(rows);
        drivers = List.copyOf(drivers);
    }

    /**
     * A park, the district, or an enterprise by itself.
     *
     * @param intensity null where it has no target
     * @param clean of the approved list on the last day of the week
     */
    public record Row(
            Subject subject, Bilingual name, @Nullable Intensity intensity, CaseWeek cases, Clean clean) {}

    /**
     * Energy per value added of the year to date, against that of the target's base; percent, percentage points and tce.
     *
     * @param change null where it cannot be told
     * @param target what it is to be by now
     * @param gap above 0 it is behind
     * @param level a code: {@code BEHIND}
     * @param excess energy above what the target allows
     */
    public record Intensity(
            @Nullable BigDecimal change,
            @Nullable BigDecimal target,
            @Nullable BigDecimal gap,
            @Nullable String level,
            @Nullable BigDecimal excess) {}

    /** An enterprise that used more than its target allows, tce. */
    public record Driver(
            String id, Bilingual name, @Nullable BigDecimal change, BigDecimal excess) {}

    /**
     * Cases in the week, by what is known of it when the page is made.
     *
     * @param open at its end
     */
    public record CaseWeek(long opened, long closed, long overdue, long open) {}

    /**
     * Objections in the week.
     *
     * @param open at its end
     * @param overdue of these, those whose term had passed by then
     * @param decided in it
     */
    public record ObjectionWeek(long open, long overdue, long decided) {}

    /**
     * Clean production.
     *
     * @param percent null where nobody is on the list
     */
    public record Clean(int listed, int covered, @Nullable BigDecimal percent) {}
}
