package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import java.util.List;

/**
 * An industrial park. All its statistics follow its zone.
 *
 * @param contacts who is told about cases of the park as a whole and, as the notice plan says, of its enterprises'
 */
public record Park(String id, Bilingual name, ParkTime time, List<Contact> contacts) {
    public Park {
        contacts = List.copyOf(contacts);
    }

    /** The same for who may not know whom to reach. */
    public Park withoutContacts() {
        return new Park(id, name, time);
    }

    /** A park without contacts of its own. */
    public Park(String id, Bilingual name, ParkTime time) {
        this(id, name, time, List.of());
    }
}
