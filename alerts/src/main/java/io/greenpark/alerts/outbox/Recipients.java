package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is notified of a case: the bureau's recipients of every case, and the contacts of the enterprise, park or district
 * that it is about. The enterprises of a park are not notified of the park's cases.
 */
public final class Recipients {
    private final List<Contact> bureau;

    public Recipients(OutboxConfig config) {
        this.bureau = config.recipients();
    }

    /**
     * Somebody who is notified.
     *
     * @param ofEnterprise whether that one is an enterprise's, and not of the bureau, a park or the district
     */
    record Recipient(Contact contact, boolean ofEnterprise) {}

    /** Only the bureau is notified of a case about the platform itself: no park can do anything about it. */
    List<Recipient> of(Registry registry, Case alertCase) {
        return of(registry, alertCase.about(), alertCase.rule());
    }

    /**
     * That nobody can be told of an enterprise is told to the contacts of its park, and of a park to those of the district.
     *
     * @param rule of the case; null where it is about none
     */
    List<Recipient> of(Registry registry, Subject about, Case.@Nullable Rule rule) {
        if (rule != null && rule.ofPlatform()) {
            return official(bureau);
        }
        return rule != null && rule.ofContacts() ? of(registry, above(registry, about)) : of(registry, about);
    }

    private static Subject above(Registry registry, Subject about) {
        return about.scope() == Subject.Scope.ENTERPRISE
                ? registry.enterprise(about.id())
                        .map(e -> Subject.park(e.parkId()))
                        .orElse(about)
                : Subject.district(registry.facts().districtId());
    }

    private static List<Recipient> official(List<Contact> contacts) {
        return contacts.stream().map(contact -> new Recipient(contact, false)).toList();
    }

    List<Recipient> of(Registry registry, Subject about) {
        List<Recipient> recipients = new ArrayList<>(official(bureau));
        boolean ofEnterprise = about.scope() == Subject.Scope.ENTERPRISE;
        contacts(registry, about).forEach(contact -> recipients.add(new Recipient(contact, ofEnterprise)));
        return recipients;
    }

    private static List<Contact> contacts(Registry registry, Subject about) {
        return switch (about.scope()) {
            case ENTERPRISE ->
                registry.enterprise(about.id()).map(Enterprise::contacts).orElse(List.of());
            case PARK -> registry.park(about.id()).map(Park::contacts).orElse(List.of());
            case DISTRICT ->
                registry.facts().districtId().equals(about.id())
                        ? registry.facts().district().contacts()
                        : List.of();
        };
    }

    /** The targets whose cases would only be shown: there is nobody to notify. */
    public List<Target> targetsWithoutRecipients(Registry registry) {
        return registry.facts().targets().stream()
                .filter(t -> of(registry, t.subject()).isEmpty())
                .toList();
    }
}
