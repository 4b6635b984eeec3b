package io.greenpark.accounting;

/** Whose account: an enterprise, or the sum over the enterprises of a park or of the district. */
public record Subject(Scope scope, String id) {
    public enum Scope {
        ENTERPRISE,
        PARK,
        DISTRICT
    }

    public static Subject enterprise(String id) {
        return new Subject(Scope.ENTERPRISE, id);
    }

    public static Subject park(String id) {
        return new Subject(Scope.PARK, id);
    }
}
