package io.greenpark.alerts.outbox;

import io.greenpark.alerts.outbox.DeliveryResult.Delivered;
import io.greenpark.alerts.outbox.DeliveryResult.Retry;
import io.greenpark.alerts.outbox.DeliveryResult.Undeliverable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ways on which people are told, as the settings have them: channels with a server of their own, groups, and the bureau's own recipients.
 * How the addresses of contacts fare is a matter of the contacts.
 */
public final class Routes {
    private final Map<String, Channel> channels;
    private final Map<Address, Route> ofAddresses = new TreeMap<>();
    private final Map<Route, String> targets = new TreeMap<>();
    private final Map<Route, Recipient> recipients = new TreeMap<>();

    public Routes(OutboxConfig config, List<Channel> channels) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::code, c -> c));
        for (Channel channel : channels) {
            config.groups().forEach(group -> add(channel, Recipient.of(group), group.id()));
            config.bureau()
                    .forEach(one ->
                            add(channel, Recipient.ofBureau(one), one.contact().name()));
        }
    }

    private record Address(String channel, String target) implements Comparable<Address> {
        @Override
        public int compareTo(Address other) {
            int first = channel.compareTo(other.channel);
            return first == 0 ? target.compareTo(other.target) : first;
        }
    }

    private void add(Channel channel, Recipient recipient, String part) {
        String target = channel.target(recipient);
        if (target != null) {
            Route route = new Route(channel.code(), part);
            ofAddresses.put(new Address(channel.code(), target), route);
            targets.put(route, target);
            recipients.put(route, recipient);
        }
    }

    /** All of them, in the order of their names. */
    public Set<Route> all() {
        Set<Route> all = new TreeSet<>(targets.keySet());
        channels.values().stream()
                .filter(Channel::hasServer)
                .forEach(channel -> all.add(new Route(channel.code(), "")));
        return all;
    }

    /** Where a way ends: a group or a recipient; null for a channel as a whole. */
    @Nullable
    String target(Route route) {
        return targets.get(route);
    }

    /** Who is at the end of a way; null for a channel as a whole, and where the settings have no such way. */
    @Nullable
    Recipient recipient(Route route) {
        return recipients.get(route);
    }

    /** The ways of which an attempt tells something; what failed because of a contact's address tells nothing of its channel. */
    Set<Route> of(String channel, String target, DeliveryResult result) {
        Set<Route> told = new TreeSet<>();
        Channel known = channels.get(channel);
        Route ofAddress = ofAddresses.get(new Address(channel, target));
        boolean server = known != null && known.hasServer();
        if (result instanceof Delivered) {
            addIf(told, ofAddress);
            addIf(told, server ? new Route(channel, "") : null);
        } else if (isOfAddress(result) || !server) {
            addIf(told, ofAddress);
        } else {
            told.add(new Route(channel, ""));
        }
        return told;
    }

    private static void addIf(Set<Route> routes, @Nullable Route route) {
        if (route != null) {
            routes.add(route);
        }
    }

    private static boolean isOfAddress(DeliveryResult result) {
        return result instanceof Retry retry && retry.answer() != null
                || result instanceof Undeliverable refused && refused.answer() != null;
    }

    /** What an attempt said that did not deliver. */
    static String reason(DeliveryResult result) {
        return Objects.requireNonNull(
                result instanceof Retry retry
                        ? retry.reason()
                        : result instanceof Undeliverable refused ? refused.reason() : "");
    }
}
