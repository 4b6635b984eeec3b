package io.greenpark.alerts.outbox;

import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Subject;
import java.util.List;
import java.util.Set;

/** Accounts that are told of something: who looks after devices under contract (运维单位), and who is told of a part of the district as a whole. */
@FunctionalInterface
public interface Maintainers {
    /** Nobody does. */
    Maintainers NONE = devices -> List.of();

    /** Those who look after any of some devices. */
    List<Contact> of(Set<String> devices);

    /** The authority's, which may look at all of a park, of the district, or of an enterprise. */
    default List<Contact> of(Subject part) {
        return List.of();
    }
}
