package io.greenpark.park.viewer;

/**
 * Who is looking.
 *
 * @param person the account's name; what acts are recorded under
 */
public record Viewer(String person, Role role, Scope scope) {
    /** Somebody who sees all of it, as everybody does who is signed in until there are accounts with roles. */
    public static Viewer ofAll(String person) {
        return new Viewer(person, Role.OFFICER, Scope.DISTRICT);
    }
}
