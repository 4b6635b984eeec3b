package io.greenpark.sheets.match;

import io.greenpark.sheets.match.RowMatch.Why;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A plain name as others are held against it. That two are alike is a proposal and never a match.
 *
 * @param core the name without the form of the company at its end
 * @param pairs the pairs of letters in it
 */
record NameLikeness(String core, Set<String> pairs) {
    private static final int LEAST_LETTERS = 2;
    private static final double ENOUGH = 0.6;
    private static final Pattern FORM = Pattern.compile(
            "(股份有限公司|有限责任公司|集团有限公司|集团公司|有限公司|总公司|分公司|公司|集团|厂|co\\.?,?ltd\\.?|ltd\\.?|inc\\.?|limited|company)$");

    /** That of a plain name. */
    static NameLikeness of(String plain) {
        String core = core(plain);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < core.length(); i++) {
            pairs.add(core.substring(i, i + 2));
        }
        return new NameLikeness(core, pairs);
    }

    private static String core(String plain) {
        String core = plain;
        String before;
        do {
            before = core;
            core = FORM.matcher(core).replaceFirst("");
        } while (!core.equals(before));
        return core.isEmpty() ? plain : core;
    }

    /** Why one may be the other; empty where they are not alike. */
    Optional<Why> to(NameLikeness other) {
        if (core.equals(other.core)) {
            return Optional.of(Why.SAME_BUT_FORM);
        }
        boolean within = core.contains(other.core) || other.core.contains(core);
        if (within && Math.min(core.length(), other.core.length()) >= LEAST_LETTERS) {
            return Optional.of(Why.PART_OF_NAME);
        }
        return likeness(other) >= ENOUGH ? Optional.of(Why.LIKE_NAME) : Optional.empty();
    }

    /** The pairs of letters that both have, of all that one has (Dice's coefficient). */
    private double likeness(NameLikeness other) {
        int all = pairs.size() + other.pairs.size();
        if (pairs.isEmpty() || other.pairs.isEmpty()) {
            return 0;
        }
        long both = pairs.stream().filter(other.pairs::contains).count();
        return 2.0 * both / all;
    }
}
