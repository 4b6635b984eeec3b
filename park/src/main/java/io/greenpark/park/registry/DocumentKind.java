package io.greenpark.park.registry;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the documents of the registry are about. Each has an id that is unique in its kind: of contacts, statistics and bills it
 * is made of what they belong to, see {@link DocumentKey#contact}, {@link DocumentKey#statistic} and {@link DocumentKey#bill}.
 */
public enum DocumentKind {
    DISTRICT("district", "district"),
    PARK("park", "park"),
    ENTERPRISE("enterprise", "enterprise"),
    CONTACT("contact", "contact"),
    OUTLET("outlet", "outlet"),
    GATEWAY("gateway", "gateway"),
    DEVICE("device", "device"),
    POINT("point", "point"),
    STATISTIC("statistic", "statistic"),
    BILL("bill", "bill"),
    COEFFICIENT_SET("coefficient-set", "coefficient set"),
    TARGET("target", "target"),
    LIMIT("limit", "limit");

    private final String code;
    private final String noun;

    DocumentKind(String code, String noun) {
        this.code = code;
        this.noun = noun;
    }

    /** The kind of a code; empty if there is none. */
    public static Optional<DocumentKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }

    /** How the kind is written in books and addresses. */
    public String code() {
        return code;
    }

    /** What one is called in English messages. */
    public String noun() {
        return noun;
    }
}
