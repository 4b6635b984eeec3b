package io.greenpark.sheets.monthly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a figure of an enterprise and a month.
 *
 * @param cells where the file tells of it, {@code sheet!C5}
 * @param was what the registry says; null for nothing, {@code ***} for what is withheld
 * @param is what it is to say, in the unit that the registry has
 */
public record SumFate(
        SumKey key,
        List<String> cells,
        Outcome outcome,
        @Nullable String was,
        String is) {
    public SumFate {
        cells = List.copyOf(cells);
    }

    /** What becomes of it. */
    public enum Outcome {
        NEW,
        CHANGED,
        /** The registry says so already. */
        SAME,
        /** Something is wrong with it. */
        REFUSED
    }

    SumFate refused() {
        return new SumFate(key, cells, Outcome.REFUSED, was, is);
    }
}
