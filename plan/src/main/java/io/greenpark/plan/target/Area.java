package io.greenpark.plan.target;

import org.jspecify.annotations.Nullable;

/**
 * For what part a figure is.
 *
 * @param park id of a park; null for the whole district
 */
public record Area(@Nullable String park) {
    /** The whole district. */
    public static final Area DISTRICT = new Area(null);

    private static final String WHOLE = "*";

    /** In the books and in the API: the park's id, {@code *} for the district. */
    public String code() {
        return park == null ? WHOLE : park;
    }

    public static Area ofCode(String code) {
        return code.equals(WHOLE) ? DISTRICT : new Area(code);
    }
}
