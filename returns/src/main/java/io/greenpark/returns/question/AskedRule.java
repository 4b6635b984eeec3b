package io.greenpark.returns.question;

import io.greenpark.config.setting.EnumCode;

/** Why a figure is asked about. */
public enum AskedRule {
    /** About ten, a hundred, a thousand or ten thousand times as much as before, or as little: often another unit. */
    SCALE,
    /** Half as much again as a year ago or more, or half of it or less. */
    CHANGE,
    /** Nothing, where there was something before. */
    ZERO,
    /** Not stated, though it is what the return is for, was stated before, or was metered. */
    MISSING,
    /** In a unit that what it is compared with is not in. */
    UNIT,
    /** The bill does not fit what the meters counted. */
    METERS,
    /** More value added than output. */
    VALUE_ADDED_ABOVE_OUTPUT;

    public String code() {
        return EnumCode.of(this);
    }
}
