package io.greenpark.alerts.explain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a case is or was explained.
 *
 * @param caseId the case that is explained
 * @param explaining code of the kind that explains, or {@link io.greenpark.alerts.rulebook.Dependency#STOPPED}
 * @param byCase id of the case that explains; null where the enterprise does not operate
 * @param version of what explained what then
 * @param to null while it is so
 */
public record Explanation(
        String caseId,
        String explaining,
        @Nullable String byCase,
        long version,
        Instant from,
        @Nullable Instant to) {
    boolean same(Explanation other) {
        return explaining.equals(other.explaining) && Objects.equals(byCase, other.byCase);
    }
}
