package io.greenpark.cleanproduction.list;

import io.greenpark.cleanproduction.round.Paper;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An edition as somebody proposes it.
 *
 * @param basedOn the newest approved edition as it was seen; null for none
 * @param enterprises who is to be on it
 * @param left why each that was on the edition before is to be on it no longer
 */
public record ListDraft(
        Paper paper,
        LocalDate approvedOn,
        LocalDate validFrom,
        String reason,
        @Nullable Long basedOn,
        Set<String> enterprises,
        Map<String, String> left) {
    public ListDraft {
        enterprises = Set.copyOf(enterprises);
        left = Map.copyOf(left);
    }
}
