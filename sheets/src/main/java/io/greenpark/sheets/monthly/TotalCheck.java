package io.greenpark.sheets.monthly;

import java.math.BigDecimal;

/**
 * A sum that the sheet has, and what the cells that it is of come to, both in the sheet's unit.
 *
 * @param label what the sheet calls it
 * @param said what its cell says
 * @param sum what the cells come to
 */
public record TotalCheck(String sheet, String cell, String label, BigDecimal said, BigDecimal sum) {
    /** Whether it is right. */
    public boolean right() {
        return said.compareTo(sum) == 0;
    }
}
