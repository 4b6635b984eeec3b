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
 * @param file what else is on file about it
 */
public record Enterprise(
        String id,
        String parkId,
        Bilingual name,
        String industry,
        boolean aboveScale,
        boolean polluting,
        List<Contact> contacts,
        EnterpriseFile file) {
    public Enterprise {
        contacts = List.copyOf(contacts);
    }

    /** One that nothing else is on file about. */
    public Enterprise(
            String id,
            String parkId,
            Bilingual name,
            String industry,
            boolean aboveScale,
            boolean polluting,
            List<Contact> contacts) {
        this(id, parkId, name, industry, aboveScale, polluting, contacts, EnterpriseFile.EMPTY);
    }

    /** The same for who may know its name only, and not whom to reach. */
    public Enterprise withoutContacts() {
        return new Enterprise(id, parkId, name, industry, aboveScale, polluting, List.of());
    }
}
