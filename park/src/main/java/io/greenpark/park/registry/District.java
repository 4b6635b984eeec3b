package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.util.List;

/**
 * The district that an installation serves: all its parks.
 *
 * @param contacts who is told about cases of the district as a whole
 */
public record District(String id, Bilingual name, List<Contact> contacts) {
    public District {
        contacts = List.copyOf(contacts);
    }

    /** The same for who may not know whom to reach. */
    public District withoutContacts() {
        return new District(id, name, List.of());
    }

    /** A district of which only the id is known. */
    public static District of(String id) {
        return new District(id, Bilingual.same(id), List.of());
    }
}
