package io.greenpark.park.reason;

/**
 * The closed set of causes. Their names are codes of the API and stand in the books, so none is ever renamed; the comment
 * lists the details each carries.
 */
public enum Cause {
    NO_METERED_ENTERPRISE,
    NO_BOUNDARY_METER,
    /** {@code basis} */
    NO_COEFFICIENT_SET,
    /** {@code coefficientSet}, {@code factor} (STANDARD_COAL or CO2), {@code carriers} */
    NO_FACTOR,
    /** {@code carrier} */
    NO_READINGS_OF_CARRIER,
    /** {@code enterprises} */
    NO_READINGS_FROM,
    /** {@code enterprise}, {@code month}, {@code reason} */
    OF_ENTERPRISE,
    /** {@code enterprise}, {@code month} */
    NO_VALUE_ADDED,
    VALUE_ADDED_NOT_POSITIVE,
    /** {@code reason} */
    YEAR_BEFORE,
    YEAR_BEFORE_WITHOUT_ENERGY,
    /** {@code reason} */
    BASE_YEAR,
    BASE_YEAR_WITHOUT_ENERGY,
    PERIOD_NOT_OVER,
    PERIOD_NOT_BEGUN,
    /** China reports January and February together: a year to date of January alone says nothing. */
    JANUARY_WITH_FEBRUARY,
    /** {@code completenessPercent}, {@code requiredPercent}; asked for by the accounts */
    INCOMPLETE,

    /** {@code completenessPercent}, {@code requiredPercent}; asked for by a rule's settings */
    INCOMPLETE_FOR_RULE,
    /** {@code measuredPercent}, {@code estimatedPercent}, {@code requiredPercent} */
    TOO_MUCH_ESTIMATED,
    NOT_JUDGED_BY_ACCOUNTS,
    SHOW_ONLY,
    /** {@code devices}: of these the acceptance is not through, or was not in the period */
    NOT_ACCEPTED,
    /** {@code objection}: its number; what was said of the period was objected to, and that was right */
    OBJECTION_UPHELD,
    /** {@code marks}: these marks of the enterprise, which the authority accepted, leave too little of the period */
    MARKED,
    WITHHELD,
    REGISTRY_CHANGED,
    /** {@code count}, {@code required} */
    TOO_FEW_ENTERPRISES,
    NO_VALID_SAMPLES,
    /** {@code completenessPercent}, {@code requiredPercent} */
    TOO_FEW_SAMPLES,
    /** {@code measuredUnit}, {@code limitUnit} */
    UNITS_DIFFER,
    DEVICE_REMOVED,
    DEVICE_ENDED,
    GATEWAY_WITHOUT_DEVICES,
    DOOR_REMOVED,
    POINT_ENDED,
    TARGET_REMOVED,
    CANARY_OFF,
    CHANNEL_REMOVED,
    /** The rule that judged has ended, or judges no longer beside the one in force. */
    RULE_ENDED,
    IN_OPERATION,
    STOP_ORDER_OVER,
    DOOR_SHUT,

    VALUE_NOT_A_NUMBER,
    /** {@code value} */
    VALUE_SENTINEL,
    /** {@code value}, {@code bound}, {@code unit} */
    VALUE_BELOW_MIN,
    /** {@code value}, {@code bound}, {@code unit} */
    VALUE_ABOVE_MAX,
    /** {@code value}, {@code bound}, {@code unit} */
    VALUE_ABOVE_RANGE,
    /** {@code value} */
    VALUE_TOO_LARGE,
    /** {@code amount}, {@code bound}, {@code unit} */
    AMOUNT_ABOVE_MAX_PER_HOUR,
    /** {@code beside}, {@code tolerance}: in seconds */
    STAMP_BESIDE_GRID,
    /** {@code other}: the time that the other value was stamped with */
    PERIOD_OVERLAPPED,
    /** {@code overlaps} */
    SECOND_CLOCK,
    /** {@code before}, {@code after}: what the register said; {@code unit} */
    REGISTER_CAME_BACK,
    /** likewise */
    REGISTER_BASE_CHANGED,
    /** likewise */
    REGISTER_LIKE_REPLACED,
    /** likewise */
    REGISTER_FELL,
    /** likewise */
    REGISTER_FROZE,
    /** likewise */
    REGISTER_NOT_READ,
    /** {@code point}, {@code time}, {@code value}, {@code failure} */
    ARITHMETIC_FAILED,

    /** {@code text}: a sentence that an earlier version kept and that is none of the above. */
    IN_WORDS
}
