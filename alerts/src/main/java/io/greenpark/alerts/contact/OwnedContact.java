package io.greenpark.alerts.contact;

import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A contact of an enterprise, a park or the district.
 *
 * @param owner whose contact it is
 */
public record OwnedContact(Subject owner, Contact contact) {
    /** Made of whose it is and of the addresses: another address is another contact, another name is not. */
    public String id() {
        return Sha256.hex(owner.scope() + "\n" + owner.id() + "\n" + contact.email() + "\n" + contact.webhook(), 8);
    }

    /** All that the registry has, those of the district first; one that stands there twice is there once. */
    static Map<String, OwnedContact> all(Registry registry) {
        List<OwnedContact> all = new ArrayList<>();
        Registry.Facts facts = registry.facts();
        add(all, Subject.district(facts.districtId()), facts.district().contacts());
        facts.parks().forEach(p -> add(all, Subject.park(p.id()), p.contacts()));
        facts.enterprises().forEach(e -> add(all, Subject.enterprise(e.id()), e.contacts()));
        Map<String, OwnedContact> byId = new LinkedHashMap<>();
        all.forEach(c -> byId.putIfAbsent(c.id(), c));
        return byId;
    }

    private static void add(List<OwnedContact> all, Subject owner, List<Contact> contacts) {
        contacts.forEach(c -> all.add(new OwnedContact(owner, c)));
    }

    /** Enterprises and parks, of which somebody is to be told. */
    static Stream<Subject> owners(Registry registry) {
        return Stream.concat(
                registry.facts().parks().stream().map(p -> Subject.park(p.id())),
                registry.facts().enterprises().stream().map(e -> Subject.enterprise(e.id())));
    }
}
