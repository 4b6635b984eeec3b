package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The severity of verdicts: it follows from figure and bound, above or below it, or is kept as text. */
final class VerdictSeverity {
    private static final int NONE = 0;
    private static final int ABOVE = 1;
    private static final int BELOW = 2;
    private static final int TEXT = 3;
    private static final int MOST_DIGITS = 5_000;

    private VerdictSeverity() {}

    private static int form(Verdict v) {
        BigDecimal severity = v.severity();
        if (severity == null) {
            return NONE;
        }
        if (severity.equals(follows(ABOVE, v.figure(), v.limit()))) {
            return ABOVE;
        }
        return severity.equals(follows(BELOW, v.figure(), v.limit())) ? BELOW : TEXT;
    }

    /** As the rules compute it when this format was made; it stays so, whatever becomes of the rules. */
    private static @Nullable BigDecimal follows(long form, @Nullable BigDecimal figure, @Nullable BigDecimal bound) {
        if (figure == null || bound == null) {
            return null;
        }
        BigDecimal over = form == ABOVE ? figure.subtract(bound) : bound.subtract(figure);
        return bound.signum() == 0
                ? BigDecimal.valueOf(over.signum())
                : over.divide(bound.abs(), MathContext.DECIMAL64);
    }

    static void putAll(ByteWriter out, List<Verdict> verdicts) {
        NumberColumn.put(out, verdicts.stream().mapToLong(VerdictSeverity::form).toArray());
        verdicts.stream()
                .filter(v -> form(v) == TEXT)
                .forEach(v -> out.putText(Objects.requireNonNull(v.severity()).toString()));
    }

    static Column getAll(ByteReader in, int count) throws DamagedBytesException {
        long[] forms = NumberColumn.get(in, count);
        @Nullable String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            if (forms[i] < NONE || forms[i] > TEXT) {
                throw new DamagedBytesException("there is no severity of form " + forms[i]);
            }
            texts[i] = forms[i] == TEXT ? in.getText() : null;
        }
        return new Column(forms, texts);
    }

    /** Damaged bytes may say so; to compute with it would take forever. */
    private static boolean tooFine(@Nullable BigDecimal number) {
        return number != null && Math.abs((long) number.scale()) > MOST_DIGITS;
    }

    /** What was read of the severities; they follow once figures and bounds are known. */
    static final class Column {
        private final long[] forms;
        private final @Nullable String[] texts;

        private Column(long[] forms, @Nullable String[] texts) {
            this.forms = forms;
            this.texts = texts;
        }

        Comparison comparison(int place, @Nullable BigDecimal figure, VerdictTerms terms) {
            return new Comparison(figure, terms.bound(), terms.unit(), severity(place, figure, terms.bound()));
        }

        private @Nullable BigDecimal severity(int place, @Nullable BigDecimal figure, @Nullable BigDecimal bound) {
            if (tooFine(figure) || tooFine(bound)) {
                throw new ArithmeticException("a figure or bound has more digits than any mean");
            }
            String text = texts[place];
            if (text != null) {
                return new BigDecimal(text);
            }
            return forms[place] == NONE ? null : follows(forms[place], figure, bound);
        }
    }
}
