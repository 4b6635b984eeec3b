package io.greenpark.alerts.notice;

import java.util.Map;

/**
 * How many messages one gets at once in a day by a channel; what is more comes in the digest. Cases of the highest level are never held back.
 *
 * @param office of the authority and of a park, by each channel
 * @param enterprise of an enterprise and of a contractor, by the channels named; by others as many as there are
 */
public record Caps(int office, Map<String, Integer> enterprise) {
    public Caps {
        enterprise = Map.copyOf(enterprise);
    }

    /** How many a day; {@link Integer#MAX_VALUE} for any number. */
    public int of(Tier tier, String channel) {
        return switch (tier) {
            case OFFICE, PARK -> office;
            case ENTERPRISE, MAINTAINER -> enterprise.getOrDefault(channel, Integer.MAX_VALUE);
        };
    }
}
