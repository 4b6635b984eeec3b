package io.greenpark.alerts.outbox;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Who reads what is told to a group: names and figures go only to where all who read them may see them.
 *
 * @param part whose people they are, of the whole district, a park or an enterprise; null where they are of more than one kind, so that
 *     nobody can say for all of them
 */
public record Audience(@Nullable Subject part) {
    /** People of several parts: nothing goes to them but that there is something. */
    public static final Audience MIXED = new Audience((Subject) null);

    /** Whether all of them may see what a case about something says. */
    boolean maySee(Registry registry, Subject about) {
        if (part == null) {
            return false;
        }
        return switch (part.scope()) {
            case DISTRICT -> true;
            case PARK -> part.equals(about) || part.equals(park(registry, about));
            case ENTERPRISE -> part.equals(about);
        };
    }

    /** Whether what a case is about is theirs to be told of at all. */
    boolean concerns(Registry registry, Subject about) {
        return part == null || maySee(registry, about);
    }

    private static @Nullable Subject park(Registry registry, Subject about) {
        return about.scope() == Subject.Scope.ENTERPRISE
                ? registry.enterprise(about.id())
                        .map(Enterprise::parkId)
                        .map(Subject::park)
                        .orElse(null)
                : null;
    }
}
