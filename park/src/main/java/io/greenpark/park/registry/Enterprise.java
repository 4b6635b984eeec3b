package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.util.List;

/**
 * An enterprise of a park.
 *
 * @param industry id of its industry, e.g. {@code hardware-tools}
 * @param aboveScale main-business revenue of 20 million CNY or more (above-scale statistics)
 * @param polluting listed as a polluting enterprise
 * @param contacts who is told about its cases
 */
public record Enterprise(
        String id,
        String parkId,
        Bilingual name,
        String industry,
        boolean aboveScale,
        boolean polluting,
        List<Contact> contacts) {
    public Enterprise {
        contacts = List.copyOf(contacts);
    }

    /** The same for who may not know whom to reach. */
    public Enterprise withoutContacts() {
        return new Enterprise(id, parkId, name, industry, aboveScale, polluting, List.of());
    }
}
