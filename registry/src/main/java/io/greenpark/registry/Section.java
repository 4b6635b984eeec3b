package io.greenpark.registry;

/** The sections of a registry file whose entries have ids. */
enum Section {
    PARKS("parks", "park"),
    ENTERPRISES("enterprises", "enterprise"),
    OUTLETS("outlets", "outlet"),
    GATEWAYS("gateways", "gateway"),
    DEVICES("devices", "device"),
    POINTS("points", "point"),
    COEFFICIENT_SETS("coefficientSets", "coefficient set"),
    TARGETS("targets", "target"),
    LIMITS("limits", "limit");

    private final String key;
    private final String noun;

    Section(String key, String noun) {
        this.key = key;
        this.noun = noun;
    }

    /** The key of the section in files. */
    String key() {
        return key;
    }

    /** What one entry is called in messages. */
    String noun() {
        return noun;
    }
}
