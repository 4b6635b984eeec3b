package io.greenpark.returns.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a return are compared with.
 *
 * @param before of the period before; null where nothing is known of it
 * @param yearBefore of the same period a year before; null where nothing is known of it
 */
public record Known(@Nullable Past before, @Nullable Past yearBefore, List<Metered> metered) {
    /** Nothing. */
    public static final Known NOTHING = new Known(null, null, List.of());

    public Known {
        metered = List.copyOf(metered);
    }
}
