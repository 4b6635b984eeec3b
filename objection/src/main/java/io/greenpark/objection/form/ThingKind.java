package io.greenpark.objection.form;

import io.greenpark.config.setting.EnumCode;
import java.util.Arrays;
import java.util.Optional;

/** What an objection may be about. Names are in the books, so none is ever renamed. */
public enum ThingKind {
    /** Hourly or daily means of a point: {@code boiler-nox/hour}, over a time. */
    MEAN,
    /** The energy of an enterprise in a month, by the enterprise's id. */
    ENERGY,
    /** Its energy per value added in a month, likewise. */
    INTENSITY,
    /** A limit of discharge, by its id in the registry. */
    LIMIT,
    /** An assigned target, by its id in the registry. */
    TARGET,
    /** Its class in the yearly evaluation: {@code steel:2025}. */
    CLASS,
    /** A case, by its id. */
    CASE;

    /** The name in the API: {@code mean}. */
    public String code() {
        return EnumCode.of(this);
    }

    public static Optional<ThingKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }

    /** Whether it is of a time, which is stated with it. */
    public boolean isFigure() {
        return this == MEAN || this == ENERGY || this == INTENSITY;
    }

    /** Whether it is a figure of a month of an enterprise, which is put right by what comes in. */
    public boolean isOfMonth() {
        return this == ENERGY || this == INTENSITY;
    }

    /** Whether it is a document of the registry, or in one: what was wrong is put right by an edit of two people. */
    public boolean isRegistered() {
        return this == LIMIT || this == TARGET || this == CLASS;
    }
}
