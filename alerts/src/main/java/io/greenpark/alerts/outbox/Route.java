package io.greenpark.alerts.outbox;

/**
 * A way on which people are told, of which it is known how it fares.
 *
 * @param channel code of the channel
 * @param part a group's id, or the name of one of the bureau's recipients, both of the settings; empty for the channel as a whole
 */
public record Route(String channel, String part) implements Comparable<Route> {
    /** {@code mail}, {@code dingtalk/duty}: the subject of its case. */
    public String subject() {
        return part.isEmpty() ? channel : channel + "/" + part;
    }

    @Override
    public int compareTo(Route other) {
        return subject().compareTo(other.subject());
    }
}
