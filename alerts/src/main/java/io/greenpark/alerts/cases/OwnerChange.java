package io.greenpark.alerts.cases;

import org.jspecify.annotations.Nullable;

/**
 * Whose cases become; neither an account nor an office gives them back to nobody.
 *
 * @param account user name of the one who sees to them; null for no account
 * @param office the office they are left to, in words; null for none
 * @param by who says so
 * @param word what is said with it; null for nothing
 */
public record OwnerChange(
        @Nullable String account,
        @Nullable String office,
        String by,
        @Nullable String word) {
    /** Cases go to an account. */
    public static OwnerChange to(String account, String by, @Nullable String word) {
        return new OwnerChange(account, null, by, word);
    }

    /** Cases are left to an office. */
    public static OwnerChange left(String office, String by, @Nullable String word) {
        return new OwnerChange(null, office, by, word);
    }

    /** Cases are given back. */
    public static OwnerChange back(String by, @Nullable String word) {
        return new OwnerChange(null, null, by, word);
    }

    CaseEvent.Kind kind() {
        return account == null && office == null ? CaseEvent.Kind.GIVEN_BACK : CaseEvent.Kind.ASSIGNED;
    }
}
