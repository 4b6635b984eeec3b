package io.greenpark.access.audit;

/**
 * What something was done to, or somebody looked at.
 *
 * @param kind e.g. account, case
 * @param id which one of its kind; it may be gone
 */
public record AuditObject(String kind, String id) {
    /** The id that stands for several of a kind. */
    static final String SEVERAL = "*";

    public AuditObject {
        kind = AuditText.name(kind);
        id = AuditText.name(id);
    }
}
