package io.greenpark.registry;

import io.greenpark.park.registry.DocumentKind;
import java.util.Arrays;
import java.util.Optional;

/** The sections of a registry file whose entries have ids. */
enum Section {
    PARKS("parks", DocumentKind.PARK),
    ENTERPRISES("enterprises", DocumentKind.ENTERPRISE),
    OUTLETS("outlets", DocumentKind.OUTLET),
    GATEWAYS("gateways", DocumentKind.GATEWAY),
    DEVICES("devices", DocumentKind.DEVICE),
    POINTS("points", DocumentKind.POINT),
    COEFFICIENT_SETS("coefficientSets", DocumentKind.COEFFICIENT_SET),
    TARGETS("targets", DocumentKind.TARGET),
    LIMITS("limits", DocumentKind.LIMIT);

    private final String key;
    private final DocumentKind kind;

    Section(String key, DocumentKind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** The section of a kind; empty for kinds whose entries have no id in files. */
    static Optional<Section> of(DocumentKind kind) {
        return Arrays.stream(values()).filter(s -> s.kind == kind).findFirst();
    }

    /** The key of the section in files. */
    String key() {
        return key;
    }

    DocumentKind kind() {
        return kind;
    }
}
