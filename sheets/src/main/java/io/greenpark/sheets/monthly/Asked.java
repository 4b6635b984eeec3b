package io.greenpark.sheets.monthly;

import io.greenpark.park.text.Bilingual;
import java.util.List;

/**
 * Something in a file that a person has to have looked at before it is taken over.
 *
 * @param places the cells, {@code sheet!C5}; the first ones where there are many
 * @param count how many there are
 * @param text of the first one
 */
public record Asked(Code code, List<String> places, int count, Bilingual text) {
    public Asked {
        places = List.copyOf(places);
    }

    /** What it is about. */
    public enum Code {
        /** A sum of the sheet is not what its cells come to. */
        TOTAL_DIFFERS,
        /** About a thousand or ten thousand times as much as what is known, or as little: another unit? */
        UNIT_JUMP,
        /** Many times as much as the other months: the sum of a year? */
        YEAR_IN_MONTH,
        /** Rows of one enterprise without customer numbers of their own were added up. */
        ADDED_UP,
        /** One customer number stands in several rows. */
        SAME_ACCOUNT,
        /** The registry has a customer number of the enterprise that the sheet lacks, or that is not allotted. */
        ACCOUNT_LACKING,
        /** What the registry has is from somebody else. */
        OTHER_SOURCE,
        /** What the registry has may be used less freely. */
        LOOSER_USE,
        /** What the registry has is final. */
        FINAL_REPLACED
    }
}
