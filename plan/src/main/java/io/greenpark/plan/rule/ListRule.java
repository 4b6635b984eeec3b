package io.greenpark.plan.rule;

/** Names enterprises by what their yearly sheets say. Its parameters are data of the plan. */
public sealed interface ListRule permits TaxPerMuRule, DoublingRule, IdleLandRule {
    /**
     * What it says of an enterprise.
     *
     * @param year the year that is judged, as of its end
     */
    Finding of(EnterpriseYears enterprise, int year);

    /** How many years before the judged one it looks at, to know which sheets are needed. */
    int yearsBack();

    /**
     * The year that it judges, at the end of a year or of a quarter: sheets are of whole years, so a quarter is judged by the last that is over.
     */
    default int yearFor(int year, boolean wholeYear) {
        return wholeYear ? year : year - 1;
    }

    /** The year whose sheets say most of it, where a year is judged. */
    default int sheetYear(int year) {
        return year;
    }

    /** Whether it asks how much of the approved energy the meters counted. */
    default boolean looksAtEnergy() {
        return false;
    }
}
