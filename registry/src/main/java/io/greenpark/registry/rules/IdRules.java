package io.greenpark.registry.rules;

import io.greenpark.park.text.Bilingual;
import java.util.Set;
import java.util.regex.Pattern;

/** What ids and quantities may look like: they appear in topics, addresses and series. */
public final class IdRules {
    public static final int LONGEST = 64;

    /** What is accepted as an id, in words for messages. */
    public static final Bilingual ALLOWED = new Bilingual(
            "小写字母、数字和短横线，以字母或数字开头，最多 " + LONGEST + " 个字符",
            "small letters, digits and dashes, beginning with a letter or digit, at most " + LONGEST);

    /** What is accepted as a quantity, in words for messages. */
    public static final Bilingual QUANTITIES = new Bilingual(
            "小写字母、数字和短横线，如 electricity、nox；不能是 limit、alert 或 objection",
            "small letters, digits and dashes, e.g. electricity, nox; not limit, alert or objection");

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0," + (LONGEST - 1) + "}");

    /** Names of derived series in InfluxDB, which no raw measurement may take. */
    private static final Set<String> DERIVED_SERIES = Set.of("limit", "alert", "objection");

    private IdRules() {}

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public static boolean isQuantity(String text) {
        return isId(text) && !DERIVED_SERIES.contains(text);
    }
}
