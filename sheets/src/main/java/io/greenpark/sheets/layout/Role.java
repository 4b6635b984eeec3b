package io.greenpark.sheets.layout;

import java.util.Arrays;
import java.util.Optional;

/** What a column of somebody's own sheet is. */
public enum Role {
    /** Says which enterprise, by its id in the registry. */
    ID("id"),
    /** By its unified social credit code. */
    CREDIT_CODE("credit-code"),
    /** By its name. */
    NAME("name"),
    /** By its customer number with a utility. */
    ACCOUNT("account"),
    /** Says which month a row is of. */
    MONTH("month"),
    /** Says which unit a row is in. */
    UNIT("unit"),
    /** Has a figure. */
    AMOUNT("amount"),
    /** Has a sum of figures beside it, which is checked. */
    TOTAL("total"),
    /** Is not read. */
    IGNORED("ignored");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether it says which enterprise. */
    public boolean identifies() {
        return this == ID || this == CREDIT_CODE || this == NAME || this == ACCOUNT;
    }

    /** That of a code. */
    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
