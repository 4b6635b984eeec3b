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
 * Who is told of whose cases: the bureau's recipients of all, and the contacts of the enterprise, of the park or of the
 * district, whichever a case is about. A park's case is not told to its enterprises.
 */
public final class Recipients {
    private final List<Contact> bureau;

    public Recipients(OutboxConfig config) {
        this.bureau = config.recipients();
    }

    /** A case about the platform itself is the bureau's alone: no park can do anything about it. */
    List<Contact> of(Registry registry, Case of) {
        return of.rule() == Case.Rule.CANARY_MISSING ? bureau : of(registry, of.about());
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

    /** The targets of which nobody would be told that they are missed: their cases would only be shown. */
    public List<Target> untold(Registry registry) {
        return registry.facts().targets().stream()
                .filter(t -> of(registry, t.subject()).isEmpty())
                .toList();
    }
}
