package io.greenpark.park.registry;

/** What of the registry a second person reviews before it is in force; an installation says which of them (复核事项). */
public enum ReviewedMatter {
    /** A limit of any kind: its value, its term, that it ends. */
    LIMIT,
    /** An outlet's discharge permit and what the permit calls the outlet. */
    PERMIT,
    /** A target of energy decline. */
    TARGET,
    /** The coefficients by which energy is converted. */
    COEFFICIENT,
    /** Which meters add up to an enterprise's energy, and which enterprises to a park's. */
    BOUNDARY,
    /** The class that an enterprise was given by the yearly evaluation, which policies hang on. */
    PERFORMANCE_CLASS,
    /** From when on the data of a device may be judged by, where no acceptance sheet says so. */
    ACCEPTANCE,
    /** That a closed month of a park is opened again (反关账). */
    REOPENING
}
