package io.greenpark.alerts.rulebook;

import io.greenpark.park.registry.Outlet;
import io.greenpark.park.text.Bilingual;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A version of the record of a legal basis (依据): an article of a law, standard or document.
 *
 * @param document the standard or document with its number or date
 * @param article null where it is meant as a whole
 * @param text what it says, as far as it is cited
 * @param from first day on which it is in force; null where that is not known
 * @param to last day; null while it is in force
 * @param successor id of the record that follows it; null for none
 * @param media of which kinds of outlets it speaks; empty where it speaks of no kind, and so of all
 * @param confirmed whether somebody read it at its source
 * @param source where it was read; empty where that is not said
 */
public record LegalBasis(
        String id,
        long version,
        Bilingual document,
        @Nullable String article,
        Bilingual text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String successor,
        Set<Outlet.Medium> media,
        boolean confirmed,
        String source) {
    public LegalBasis {
        media = Set.copyOf(media);
    }

    /** Whether it is no longer in force on a day. */
    public boolean isOver(LocalDate day) {
        return to != null && to.isBefore(day);
    }

    /** Whether it speaks of what is judged; what discharges nothing has no medium. */
    boolean speaksOf(Outlet.@Nullable Medium medium) {
        return media.isEmpty() || medium != null && media.contains(medium);
    }
}
