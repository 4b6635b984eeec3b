package io.greenpark.alerts.outbox;

import org.jspecify.annotations.Nullable;

/** Mobile phone numbers that take messages, in one form: {@code +8613800000000}. */
public final class MobilePhone {
    /** What is said of one that is none. The number is not shown: it is a person's. */
    public static final String ALLOWED =
            "is not allowed; accepted: a mobile phone's number, e.g. +86 138 0000 0000 or 13800000000";

    private static final int MAINLAND_DIGITS = 11;

    private MobilePhone() {}

    /**
     * One form of a number as people write it; null where it takes no messages, as a landline does not. Without a country it is of the mainland.
     */
    public static @Nullable String of(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        boolean international = written.strip().startsWith("+");
        if (!international && digits.startsWith("0086")) {
            digits = digits.substring("00".length());
            international = true;
        }
        if (!international && digits.length() == "86".length() + MAINLAND_DIGITS && digits.startsWith("86")) {
            international = true;
        }
        String national = international && digits.startsWith("86") ? digits.substring("86".length()) : digits;
        if (!international || digits.startsWith("86")) {
            return national.matches("1[3-9][0-9]{9}") ? "+86" + national : null;
        }
        return digits.matches("[1-9][0-9]{6,14}") ? "+" + digits : null;
    }
}
