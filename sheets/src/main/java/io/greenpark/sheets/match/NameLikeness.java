package io.greenpark.sheets.match;

import io.greenpark.sheets.match.RowMatch.Why;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How alike two plain names are. That they are alike is a proposal and never a match. */
final class NameLikeness {
    private static final int LEAST_LETTERS = 2;
    private static final double ENOUGH = 0.6;
    private static final Pattern FORM = Pattern.compile(
            "(股份有限公司|有限责任公司|集团有限公司|集团公司|有限公司|总公司|分公司|公司|集团|厂|co\\.?,?ltd\\.?|ltd\\.?|inc\\.?|limited|company)$");

    private NameLikeness() {}

    /** A name without the form of the company at its end. */
    static String core(String plain) {
        String core = plain;
        String before;
        do {
            before = core;
            core = FORM.matcher(core).replaceFirst("");
        } while (!core.equals(before));
        return core.isEmpty() ? plain : core;
    }

    /** Why a name may be another; empty where it is not alike. */
    static Optional<Why> of(String plain, String other) {
        String core = core(plain);
        String otherCore = core(other);
        if (core.equals(otherCore)) {
            return Optional.of(Why.SAME_BUT_FORM);
        }
        boolean within = core.contains(otherCore) || otherCore.contains(core);
        if (within && Math.min(core.length(), otherCore.length()) >= LEAST_LETTERS) {
            return Optional.of(Why.PART_OF_NAME);
        }
        return likeness(core, otherCore) >= ENOUGH ? Optional.of(Why.LIKE_NAME) : Optional.empty();
    }

    /** The pairs of letters that both have, of all that one has (Dice's coefficient). */
    private static double likeness(String a, String b) {
        Set<String> ofA = pairs(a);
        Set<String> ofB = pairs(b);
        if (ofA.isEmpty() || ofB.isEmpty()) {
            return 0;
        }
        long both = ofA.stream().filter(ofB::contains).count();
        return 2.0 * both / (ofA.size() + ofB.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
