package io.greenpark.alerts.outbox;

import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Accounts that are told of something: who looks after devices under contract (运维单位), who is told of a part of the district as a whole, and who stands in
 * for somebody of the authority that is absent.
 */
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

    /**
     * Who is told instead of a contact of the authority that is absent: its deputy, where that one may see what it is about.
     *
     * @param at when it is told
     */
    default Optional<Contact> standIn(Contact contact, Registry registry, Subject about, Instant at) {
        return Optional.empty();
    }

    /** The authority's, who may see something. */
    default List<Contact> seeing(Registry registry, Subject about) {
        return List.of();
    }
}
