package io.greenpark.park.viewer;

/** A role that somebody has, and the part of the district in which he has it. */
public record Grant(Role role, Scope scope) {
    /** A role for the whole of the district. */
    public static Grant everywhere(Role role) {
        return new Grant(role, Scope.DISTRICT);
    }
}
