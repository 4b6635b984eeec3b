package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.notice.Tier;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is notified of a case: the bureau's recipients of every case, the contacts of the enterprise, park or district
 * that it is about, for an enterprise those of its park, too, the groups whose people these are, and who looks after its device. The enterprises of a park are not notified of the park's cases.
 */
public final class Recipients {
    private final List<Recipient> bureau;
    private final List<Group> groups;
    private final Maintainers maintainers;

    public Recipients(OutboxConfig config, Maintainers maintainers) {
        this.bureau = config.bureau().stream().map(Recipient::ofBureau).toList();
        this.groups = config.groups();
        this.maintainers = maintainers;
    }

    /**
     * Only the bureau is notified of a case about the platform itself: no park can do anything about it. That nobody can be told of an enterprise is
     * told to the contacts of its park, and of a park to those of the district.
     */
    List<Recipient> of(Registry registry, Told told) {
        Case.Rule rule = told.rule();
        if (rule == null) {
            return of(registry, told.about());
        }
        if (rule == Case.Rule.CHANNEL_DEAD) {
            return bureauAndItsGroups(registry);
        }
        if (rule.ofPlatform()) {
            return bureau;
        }
        if (rule.ofContacts()) {
            return of(registry, above(registry, told.about()));
        }
        List<Recipient> recipients = new ArrayList<>(of(registry, told.about()));
        recipients.addAll(people(parkOf(registry, told.about()), Tier.PARK));
        groups.stream()
                .filter(group -> group.audience().concerns(registry, told.about()))
                .forEach(group -> recipients.add(Recipient.of(group)));
        Set<String> devices = told.devices(registry);
        if (!devices.isEmpty()) {
            recipients.addAll(people(maintainers.of(devices), Tier.MAINTAINER));
        }
        return recipients;
    }

    /** Where one way is dead, another has to do: that of a group of the whole district's people too. */
    private List<Recipient> bureauAndItsGroups(Registry registry) {
        Subject district = Subject.district(registry.facts().districtId());
        List<Recipient> recipients = new ArrayList<>(bureau);
        groups.stream()
                .filter(group -> district.equals(group.audience().part()))
                .forEach(group -> recipients.add(Recipient.of(group)));
        return recipients;
    }

    /** The contacts of the park in which an enterprise lies; nobody for a park or the district, whose own contacts are told. */
    private static List<Contact> parkOf(Registry registry, Subject about) {
        return about.scope() == Subject.Scope.ENTERPRISE ? contacts(registry, above(registry, about)) : List.of();
    }

    private static Subject above(Registry registry, Subject about) {
        return about.scope() == Subject.Scope.ENTERPRISE
                ? registry.enterprise(about.id())
                        .map(e -> Subject.park(e.parkId()))
                        .orElse(about)
                : Subject.district(registry.facts().districtId());
    }

    private static List<Recipient> people(List<Contact> contacts, Tier tier) {
        return contacts.stream().map(contact -> Recipient.of(contact, tier)).toList();
    }

    private List<Recipient> of(Registry registry, Subject about) {
        List<Recipient> recipients = new ArrayList<>(bureau);
        Tier tier = about.scope() == Subject.Scope.ENTERPRISE ? Tier.ENTERPRISE : Tier.OFFICE;
        recipients.addAll(people(contacts(registry, about), tier));
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

    /**
     * Whom an address of a channel still reaches of those who are told what a case says and asked for an answer, which contractors are not; empty where
     * that one is told of it no more.
     */
    public Optional<Recipient> reached(Registry registry, Case c, Channel channel, String target, String name) {
        return of(registry, Told.of(c)).stream()
                .filter(r -> r.tier() != Tier.MAINTAINER)
                .filter(r -> target.equals(channel.target(r)) && r.name().equals(name))
                .filter(r -> r.group() == null || r.group().audience().maySee(registry, c.about()))
                .findFirst();
    }

    /** Who is told in one's place at a time, as only people of the authority can have it; empty where that one is there, or whoever stands in may not see it. */
    Optional<Recipient> standIn(Registry registry, Subject about, Recipient recipient, Instant at) {
        Contact contact = recipient.contact();
        return contact == null || recipient.tier() != Tier.OFFICE && recipient.tier() != Tier.PARK
                ? Optional.empty()
                : maintainers.standIn(contact, registry, about, at).map(recipient::replacedBy);
    }

    /** Who has an address of those who may be told in another one's place, as far as that one may see what it is about; empty for nobody. */
    public Optional<Recipient> standingIn(Registry registry, Subject about, Channel channel, String target) {
        return people(maintainers.seeing(registry, about), Tier.OFFICE).stream()
                .filter(r -> target.equals(channel.target(r)))
                .findFirst();
    }

    /** Whether an address is still one of whoever is told. */
    boolean isTold(Registry registry, Told told, Channel channel, @Nullable String target) {
        return target != null
                && Stream.concat(of(registry, told).stream(), lookers(registry, told))
                        .anyMatch(r -> target.equals(channel.target(r)));
    }

    /** Who may get a letter besides contacts, as Monday's page: accounts and groups of the authority that may see all of what it is about. */
    private Stream<Recipient> lookers(Registry registry, Told told) {
        return told.rule() != null
                ? Stream.empty()
                : Stream.concat(
                        people(maintainers.of(told.about()), Tier.OFFICE).stream(),
                        groups.stream()
                                .filter(group -> group.audience().maySee(registry, told.about()))
                                .map(Recipient::of));
    }
}
