package io.greenpark.accounting.work;

import io.greenpark.park.registry.Subject;
import java.util.Locale;

/**
 * Whose intensity is to be recomputed.
 *
 * @param withAreas whether that of the park and of the district an enterprise belongs to is, too
 */
public record IntensityWork(Subject subject, boolean withAreas) {
    /** Follows the scope in the key of what is recomputed alone; ids hold no colon. */
    private static final String ALONE = ":";

    public IntensityWork {
        if (withAreas && subject.scope() != Subject.Scope.ENTERPRISE) {
            throw new IllegalArgumentException("only an enterprise belongs to areas, not " + subject);
        }
    }

    /** An enterprise, its park and the district. */
    public static IntensityWork withAreas(String enterprise) {
        return new IntensityWork(Subject.enterprise(enterprise), true);
    }

    /** Exactly one subject. */
    public static IntensityWork alone(Subject subject) {
        return new IntensityWork(subject, false);
    }

    /** How it is kept: the id of an enterprise, or a scope and an id. */
    String key() {
        return withAreas ? subject.id() : subject.scope().name().toLowerCase(Locale.ROOT) + ALONE + subject.id();
    }

    static IntensityWork ofKey(String key) {
        int colon = key.indexOf(ALONE);
        if (colon < 0) {
            return withAreas(key);
        }
        Subject.Scope scope = Subject.Scope.valueOf(key.substring(0, colon).toUpperCase(Locale.ROOT));
        return alone(new Subject(scope, key.substring(colon + 1)));
    }
}
