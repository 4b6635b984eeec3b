package io.greenpark.config.setting;

import io.greenpark.park.text.Bilingual;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the known name that a mistyped one most likely meant (Levenshtein distance). */
public final class NearName {
    private static final int SMALLEST_TOLERANCE = 3;

    private NearName() {}

    /** The known name nearest to {@code name}; null if none is near enough to be meant. */
    public static @Nullable String of(String name, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(SMALLEST_TOLERANCE, name.length() / 4 + 1);
        for (String candidate : known) {
            int d = distance(name, candidate);
            if (d < bestDistance) {
                bestDistance = d;
                best = candidate;
            }
        }
        return best;
    }

    /** {@code ; did you mean "..."?} for the nearest known name, or {@code otherwise}. */
    public static String hint(String name, Collection<String> known, String otherwise) {
        String near = of(name, known);
        return near == null ? otherwise : "; did you mean \"" + near + "\"?";
    }

    /** The same in both languages. */
    public static Bilingual hint(String name, Collection<String> known, Bilingual otherwise) {
        String near = of(name, known);
        return near == null ? otherwise : new Bilingual("；是否应为“" + near + "”？", hint(name, known, otherwise.en()));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1)
                        ? diagonal
                        : 1 + Math.min(diagonal, Math.min(row[j - 1], row[j]));
                diagonal = row[j];
                row[j] = cost;
            }
        }
        return row[b.length()];
    }
}
