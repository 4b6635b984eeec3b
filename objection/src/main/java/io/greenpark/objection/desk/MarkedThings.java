package io.greenpark.objection.desk;

import io.greenpark.objection.form.ObjectionMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marks of some things of a kind. An open objection is shown before those that are decided, of these the newest. */
public final class MarkedThings {
    /** No marks. */
    public static final MarkedThings NONE = new MarkedThings(List.of());

    /** @param fromMs start of the time; the end of all time and back for what has none */
    record Row(String id, long fromMs, long toMs, ObjectionMark mark) {}

    private final Map<String, List<Row>> rows = new HashMap<>();

    /** @param inOrder those to be shown before others first */
    MarkedThings(List<Row> inOrder) {
        inOrder.forEach(
                row -> rows.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
    }

    /** The mark of a thing; null where it is not objected to. */
    public @Nullable ObjectionMark of(String id) {
        List<Row> own = rows.get(id);
        return own == null ? null : own.get(0).mark();
    }

    /** The mark of a figure of a time; null where that is not objected to. */
    public @Nullable ObjectionMark of(String id, Instant from, Instant to) {
        return rows.getOrDefault(id, List.of()).stream()
                .filter(row -> row.fromMs() < to.toEpochMilli() && row.toMs() > from.toEpochMilli())
                .map(Row::mark)
                .findFirst()
                .orElse(null);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
