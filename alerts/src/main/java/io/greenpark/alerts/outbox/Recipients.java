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

/**
 * Who is notified of a case: the bureau's recipients of every case, and the contacts of the enterprise, park or district
 * that it is about. The enterprises of a park are not notified of the park's cases.
 */
public final class Recipients {
    private final List<Contact> bureau;

    public Recipients(OutboxConfig config) {
        this.bureau = config.recipients();
    }

    /** Only the bureau is notified of a case about the platform itself: no park can do anything about it. */
    List<Contact> of(Registry registry, Case alertCase) {
        return alertCase.rule().ofPlatform() ? bureau : of(registry, alertCase.about());
    }

    List<Contact> of(Registry registry, Subject about) {
        List<Contact> recipients = new ArrayList<>(bureau);
        recipients.addAll(
                switch (about.scope()) {
                    case ENTERPRISE ->
                        registry.enterprise(about.id())
                                .map(Enterprise::contacts)
                                .orElse(List.of());
                    case PARK -> registry.park(about.id()).map(Park::contacts).orElse(List.of());
                    case DISTRICT ->
                        registry.facts().districtId().equals(about.id())
                                ? registry.facts().district().contacts()
                                : List.of();
                });
        return recipients;
    }

    /** The targets whose cases would only be shown: there is nobody to notify. */
    public List<Target> targetsWithoutRecipients(Registry registry) {
        return registry.facts().targets().stream()
                .filter(t -> of(registry, t.subject()).isEmpty())
                .toList();
    }
}
