package io.greenpark.sheets.match;

import io.greenpark.sheets.figure.Plain;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of whom it is about; null where it says nothing.
 *
 * @param id of an enterprise of the registry
 * @param creditCode a unified social credit code
 * @param account a customer number with a utility
 */
public record SaidRow(
        @Nullable String id,
        @Nullable String creditCode,
        @Nullable String account,
        @Nullable String name) {
    /** What a decision about it is kept by: what is most certain of what it says. */
    public String key() {
        if (account != null) {
            return "account:" + Plain.of(account);
        }
        if (creditCode != null) {
            return "code:" + Plain.of(creditCode);
        }
        return id != null ? "id:" + Plain.of(id) : "name:" + Plain.of(name == null ? "" : name);
    }

    /** Whether it says nothing. */
    public boolean blank() {
        return id == null && creditCode == null && account == null && name == null;
    }
}
