package io.greenpark.returns.closing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time that a month of a park was closed.
 *
 * @param edition 1, 2, 3 …
 * @param who the person or program, or the platform
 * @param reason in their words; null where nothing was open
 * @param points what was open
 */
public record ClosedEdition(
        String parkId,
        YearMonth month,
        int edition,
        Instant at,
        String who,
        @Nullable String reason,
        List<OpenPoint> points) {
    public ClosedEdition {
        points = List.copyOf(points);
    }
}
