package io.greenpark.alerts.marking;

import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What marks of some kinds do.
 *
 * @param kinds which; empty for all
 * @param industries ids of industries whose it is; empty for all
 * @param effect what an accepted one does
 * @param longest for how long at most one does so; null without a bound
 * @param perYear for how long at most all of a target do so in a calendar year; null without a bound
 * @param file whether it takes a document or photo
 * @param source where that is written
 * @param confirmed whether it was read there
 */
public record MarkRule(
        String code,
        Bilingual name,
        Set<MarkKind> kinds,
        Set<String> industries,
        MarkEffect effect,
        @Nullable Duration longest,
        @Nullable Duration perYear,
        boolean file,
        Bilingual source,
        boolean confirmed) {
    public MarkRule {
        kinds = Set.copyOf(kinds);
        industries = Set.copyOf(industries);
    }

    boolean takes(MarkKind kind, String industry) {
        return (kinds.isEmpty() || kinds.contains(kind)) && (industries.isEmpty() || industries.contains(industry));
    }

    boolean takesAll() {
        return kinds.isEmpty() && industries.isEmpty();
    }
}
