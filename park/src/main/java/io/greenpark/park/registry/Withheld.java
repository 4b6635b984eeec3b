package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of documents that may not be told: an address that may hold a token, a person's phone, and values that may leave in sums only.
 * Where a document is shown, {@link #MASK} stands in their place.
 */
public final class Withheld {
    /** Stands for a value that is not told. */
    public static final String MASK = "***";

    private static final Map<String, Why> OF_CONTACTS = Map.of("webhook", Why.SECRET, "phone", Why.PERSONAL);
    private static final Map<String, Why> OF_STATISTICS =
            Map.of("ivaCny", Why.AGGREGATE_ONLY, "outputCny", Why.AGGREGATE_ONLY);

    private static final Map<String, Why> OF_BILLS = Map.of("amount", Why.AGGREGATE_ONLY);

    /** How messages begin that tell a value: with the value in quotation marks. */
    private static final Pattern VALUE = Pattern.compile("^\".*\"(?= )|^“.*”(?=\\P{IsPunctuation})", Pattern.DOTALL);

    /** Why a field is not told. */
    public enum Why {
        /** It may hold a token; never told. */
        SECRET,
        /** It is a person's; told by itself, where somebody asks for it and is noted. */
        PERSONAL,
        /** Told unless the statistic or bill may be used in sums only. */
        AGGREGATE_ONLY
    }

    private Withheld() {}

    /** The fields of a kind that may have to be withheld, by name. */
    public static Map<String, Why> fields(DocumentKind kind) {
        return switch (kind) {
            case CONTACT -> OF_CONTACTS;
            case STATISTIC -> OF_STATISTICS;
            case BILL -> OF_BILLS;
            default -> Map.of();
        };
    }

    /** Words about a field without the field's value. */
    public static Bilingual withoutValue(String field, Bilingual words) {
        return new Bilingual(withoutValue(field, words.zh()), withoutValue(field, words.en()));
    }

    /**
     * A message about a field without the field's value.
     *
     * @param field the field, or the key of a file that ends in it
     */
    public static String withoutValue(String field, String message) {
        String last = field.substring(field.lastIndexOf('.') + 1);
        return OF_CONTACTS.containsKey(last) || OF_STATISTICS.containsKey(last) || OF_BILLS.containsKey(last)
                ? VALUE.matcher(message).replaceFirst(Matcher.quoteReplacement("\"" + MASK + "\""))
                : message;
    }
}
