package io.greenpark.park.time;

import java.util.Locale;
import java.util.Optional;

/** Length of a statistical period. */
public enum Step {
    HOUR,
    DAY,
    MONTH;

    /** The name used in the API: {@code hour}, {@code day}, {@code month}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of an API name, or empty if there is none. */
    public static Optional<Step> ofCode(String code) {
        for (Step step : values()) {
            if (step.code().equals(code)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
