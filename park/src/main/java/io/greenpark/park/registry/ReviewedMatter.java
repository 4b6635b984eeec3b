package io.greenpark.park.registry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a second person reviews before it is in force; an installation says which of them (复核事项). */
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
    REOPENING,
    /** The procedures by which cases are handled (办理规程). */
    CASE_PROCEDURES,
    /** Who is told of what, and when (推送规则). */
    NOTICE_PLAN,
    /** A term of clean production (清洁生产时限). */
    CLEAN_PRODUCTION_TERM,
    /** By what cases are judged, what that rests on, and which case explains which (预警规则). */
    ALERT_RULES,
    /** In which words people are told (消息模板). */
    MESSAGE_TEMPLATES;

    /** Those that are no documents of the registry, but documents of something else. */
    public static final Set<ReviewedMatter> OF_POLICIES = Collections.unmodifiableSet(
            EnumSet.of(CASE_PROCEDURES, NOTICE_PLAN, CLEAN_PRODUCTION_TERM, ALERT_RULES, MESSAGE_TEMPLATES));

    /** Whether it is no document of the registry. */
    public boolean isPolicy() {
        return OF_POLICIES.contains(this);
    }
}
