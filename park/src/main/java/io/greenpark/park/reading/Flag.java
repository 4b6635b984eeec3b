package io.greenpark.park.reading;

import java.util.Optional;

/** Data flag of a value (HJ 212-2017, Table 8). Accounts and means rest on {@link #NORMAL} values only. */
public enum Flag {
    NORMAL('N'),
    STOPPED('F'),
    MAINTENANCE('M'),
    MANUAL('S'),
    FAULT('D'),
    CALIBRATION('C'),
    OVER_RANGE('T'),
    NO_COMMUNICATION('B');

    private final char code;

    Flag(char code) {
        this.code = code;
    }

    /** The letter on the wire. */
    public char code() {
        return code;
    }

    public boolean isNormal() {
        return this == NORMAL;
    }

    /** The flag of a letter (upper case), or empty if there is none. */
    public static Optional<Flag> ofCode(String code) {
        for (Flag flag : values()) {
            if (code.length() == 1 && flag.code == code.charAt(0)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}
