package io.greenpark.plan.value;

import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.target.Area;
import java.time.LocalDate;

/** What the register of clean production says of an area as of a day. */
@FunctionalInterface
public interface CleanCoverage {
    /** There is no register yet. */
    CleanCoverage NONE = (area, day) ->
            Measured.missing(new Bilingual("尚无清洁生产名录", "there is no register of clean production yet"), 0, 0);

    /** Enterprises with clean production, percent of the approved list. */
    Measured coverage(Area area, LocalDate day);
}
