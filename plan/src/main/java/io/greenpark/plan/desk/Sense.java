package io.greenpark.plan.desk;

import io.greenpark.plan.desk.PlanDesk.Entry;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.TargetType;
import io.greenpark.plan.value.Figure;
import io.greenpark.plan.value.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of values before they are kept: each may be right, and is more often a slip. A note on the value answers. Pure. */
public final class Sense {
    private static final BigDecimal SUDDEN = BigDecimal.TEN;

    private Sense() {}

    /** What is asked. */
    public enum Kind {
        /** It is ten times the one before, or a tenth of it. */
        TENFOLD,
        /** More of a list are seen to than are on it. */
        MORE_THAN_LISTED
    }

    /**
     * A question.
     *
     * @param value what was typed
     * @param than what it is held against
     * @param before the figure that it is ten times or a tenth of; null of a list
     */
    public record Question(
            String target,
            Area area,
            Kind kind,
            BigDecimal value,
            BigDecimal than,
            @Nullable Figure before) {}

    /** What is asked of values that nobody wrote a note on, in their order. */
    public static List<Question> of(List<BoardRow> rows, List<Entry> entries) {
        List<Question> all = new ArrayList<>();
        for (Entry entry : entries) {
            rows.stream()
                    .filter(r -> r.target().number().equals(entry.target())
                            && r.area().equals(entry.area()))
                    .findFirst()
                    .flatMap(row -> of(row, entry))
                    .ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Question> of(BoardRow row, Entry entry) {
        BigDecimal value = entry.value();
        if (value == null || entry.words() != null || isAsItStands(row, entry, value)) {
            return Optional.empty();
        }
        if (row.target().type() == TargetType.LIST) {
            return row.listed() != null
                            && value.compareTo(BigDecimal.valueOf(row.listed().listed())) > 0
                    ? Optional.of(question(
                            entry,
                            Kind.MORE_THAN_LISTED,
                            value,
                            BigDecimal.valueOf(row.listed().listed()),
                            null))
                    : Optional.empty();
        }
        Figure before = row.before();
        return before != null
                        && before.value() != null
                        && isSudden(value.abs(), before.value().abs())
                ? Optional.of(question(entry, Kind.TENFOLD, value, before.value(), before))
                : Optional.empty();
    }

    private static boolean isAsItStands(BoardRow row, Entry entry, BigDecimal value) {
        Statement old = entry.kind() == Statement.Kind.TYPED
                ? row.asked().typed()
                : row.asked().published();
        return old != null && old.value() != null && old.value().compareTo(value) == 0;
    }

    private static boolean isSudden(BigDecimal value, BigDecimal before) {
        return value.signum() != 0
                && before.signum() != 0
                && (value.compareTo(before.multiply(SUDDEN)) >= 0 || before.compareTo(value.multiply(SUDDEN)) >= 0);
    }

    private static Question question(
            Entry entry, Kind kind, BigDecimal value, BigDecimal than, @Nullable Figure before) {
        return new Question(entry.target(), entry.area(), kind, value, than, before);
    }
}
