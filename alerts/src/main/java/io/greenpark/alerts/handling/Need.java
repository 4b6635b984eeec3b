package io.greenpark.alerts.handling;

import org.jspecify.annotations.Nullable;

/**
 * A field of an action.
 *
 * @param required whether it must be there, where {@code when} has the value {@code is}
 * @param when the field that decides whether it is asked for; null for always
 */
public record Need(
        DetailField field,
        boolean required,
        @Nullable DetailField when,
        @Nullable String is) {
    static Need must(DetailField field) {
        return new Need(field, true, null, null);
    }

    static Need may(DetailField field) {
        return new Need(field, false, null, null);
    }

    static Need mustWhere(DetailField when, String is, DetailField field) {
        return new Need(field, true, when, is);
    }

    /** Whether details ask for it. */
    boolean asked(StepDetails details) {
        return when == null || String.valueOf(is).equals(details.text(when));
    }
}
