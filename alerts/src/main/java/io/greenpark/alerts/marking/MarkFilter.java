package io.greenpark.alerts.marking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which marks.
 *
 * @param enterprises of these only; null for all
 * @param states empty for all
 * @param target null for all
 * @param point null for all
 * @param from marks that reach beyond it; null for all
 * @param to marks that begin before it; null for all
 */
public record MarkFilter(
        @Nullable Collection<String> enterprises,
        Set<MarkState> states,
        @Nullable MarkTarget target,
        @Nullable String point,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static MarkFilter all() {
        return new MarkFilter(null, Set.of(), null, null, null, null);
    }

    /** Of some enterprises, in one state. */
    public static MarkFilter of(@Nullable Collection<String> enterprises, MarkState state) {
        return new MarkFilter(enterprises, Set.of(state), null, null, null, null);
    }

    private boolean takesNone() {
        return enterprises != null && enterprises.isEmpty();
    }

    void where(StringBuilder sql) {
        if (takesNone()) {
            sql.append(" AND 1 = 0");
        } else if (enterprises != null) {
            sql.append(" AND enterprise IN (<enterprises>)");
        }
        sql.append(states.isEmpty() ? "" : " AND state IN (<states>)")
                .append(target == null ? "" : " AND scope = :scope AND target = :target")
                .append(
                        point == null
                                ? ""
                                : " AND EXISTS (SELECT 1 FROM data_mark_point p WHERE p.mark = m.id AND p.point = :point)")
                .append(from == null ? "" : " AND to_ms > :from")
                .append(to == null ? "" : " AND from_ms < :to");
    }

    void bind(Query query) {
        if (enterprises != null && !takesNone()) {
            query.bindList("enterprises", List.copyOf(enterprises));
        }
        if (!states.isEmpty()) {
            query.bindList("states", states.stream().map(Enum::name).sorted().toList());
        }
        if (target != null) {
            query.bind("scope", target.scope().name()).bind("target", target.id());
        }
        if (point != null) {
            query.bind("point", point);
        }
        if (from != null) {
            query.bind("from", from.toEpochMilli());
        }
        if (to != null) {
            query.bind("to", to.toEpochMilli());
        }
    }
}
