package io.greenpark.store.books;

/**
 * A period whose figures changed and that a consumer has yet to look at.
 *
 * @param kind which figures
 * @param subject enterprise id, point id or other subject, see {@link Kind}
 * @param startMs start of the period, epoch milliseconds; 0 where the kind has no period
 * @param version grows with every further change; {@link Marks#done} deletes only what it has seen
 */
public record Mark(Kind kind, String subject, long startMs, long version) {
    /**
     * What changed. Subject: enterprise id for energy; id of an enterprise, park or district for intensity; point id for discharge;
     * case id for alerts; id of a park or district for hours of cases and months of clean production; of the platform's health one.
     * New ones stand at the end: the filling of InfluxDB notes how far it is by their order.
     */
    public enum Kind {
        ENERGY_HOUR,
        ENERGY_DAY,
        ENERGY_MONTH,
        INTENSITY_MONTH,
        DISCHARGE_HOUR,
        DISCHARGE_DAY,
        LIMIT,
        ALERT,
        /** An objection; its subject is the number. */
        OBJECTION,
        CASE_HOUR,
        CLEAN_PRODUCTION_MONTH,
        HEALTH
    }
}
