package io.greenpark.alerts.marking;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Who took marks as true or not, of some points and a time: whoever decides of these data otherwise is to be another one. */
public final class MarkDeciders {
    private MarkDeciders() {}

    /**
     * Whoever accepted, rejected or revoked one.
     *
     * @param to exclusive
     */
    public static Set<String> of(Handle handle, Collection<String> points, Instant from, Instant to) {
        if (points.isEmpty()) {
            return Set.of();
        }
        Set<String> who = new LinkedHashSet<>();
        handle.createQuery("SELECT m.decided_by, m.accepted_by FROM data_mark m WHERE m.state IN (<states>)"
                        + " AND EXISTS (SELECT 1 FROM data_mark_point p WHERE p.mark = m.id AND p.point IN (<points>)"
                        + " AND p.from_ms < :to AND p.to_ms > :from) ORDER BY m.decided_ms")
                .bindList(
                        "states",
                        List.of(MarkState.ACCEPTED.name(), MarkState.REJECTED.name(), MarkState.REVOKED.name()))
                .bindList("points", List.copyOf(points))
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> {
                    String accepted = row.getString("accepted_by");
                    String decided = row.getString("decided_by");
                    return accepted == null ? List.of(decided) : List.of(accepted, decided);
                })
                .forEach(who::addAll);
        return who;
    }
}
