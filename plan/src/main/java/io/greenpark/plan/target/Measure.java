package io.greenpark.plan.target;

import java.util.List;

/**
 * What the platform makes a figure of.
 *
 * @param industries ids of the industries that count; empty for all
 */
public record Measure(Kind kind, List<String> industries) {
    public Measure {
        industries = List.copyOf(industries);
    }

    /** Of what. */
    public enum Kind {
        /** Change of energy per value added against the same time of the year before, percent; by the intensity accounts. */
        ENERGY_INTENSITY_CHANGE,
        /** Above-scale polluting enterprises with clean production, percent of all; by the register of clean production. */
        CLEAN_PRODUCTION,
        /** Energy used of what was approved, percent; by the meters. */
        APPROVED_ENERGY_USED,
        /** Discharge of what permits allow, percent, the mean over enterprises; by yearly sheets. */
        APPROVED_DISCHARGE_USED,
        /** Enterprises whose devices send, percent of all. */
        ENTERPRISES_ONLINE,
        /** Enterprises in parks, percent of all; by yearly sheets. */
        IN_PARK,
        /** Above-scale enterprises in parks, percent of all above scale; by yearly sheets. */
        ABOVE_SCALE_IN_PARK,
        /** Change of the output of enterprises in parks against the year before, percent; by yearly sheets. */
        PARK_OUTPUT_GROWTH,
        /** Spending on research and development per sales, percent; by yearly sheets. */
        RESEARCH_SHARE,
        /** Change of tax per mu against the year before, percent; by yearly sheets. */
        TAX_PER_MU_GROWTH,
        /** The same of above-scale enterprises alone. */
        ABOVE_SCALE_TAX_PER_MU_GROWTH,
        /** How many enterprises are above scale; by yearly sheets. */
        ABOVE_SCALE_COUNT,
        /** Output of above-scale enterprises, 100 million CNY (亿元); by yearly sheets. */
        ABOVE_SCALE_OUTPUT;

        /** Whether it is made of yearly sheets. */
        public boolean isOfSheets() {
            return switch (this) {
                case ENERGY_INTENSITY_CHANGE, CLEAN_PRODUCTION, APPROVED_ENERGY_USED, ENTERPRISES_ONLINE -> false;
                default -> true;
            };
        }
    }
}
