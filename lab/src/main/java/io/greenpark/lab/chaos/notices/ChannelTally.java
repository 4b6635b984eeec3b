package io.greenpark.lab.chaos.notices;

import java.util.List;

/**
 * How the messages of a channel fared.
 *
 * @param steps steps of cases that were to be told to its receivers
 * @param messages messages in which they were
 * @param lost steps that no receiver took
 * @param twice steps that came under more than one id
 * @param strange ids that receivers took and the books do not know as told
 * @param outOfOrder steps that came after a later one of their case
 * @param repeats how often a message came again under its own id
 * @param differing the first of what differs, in words
 */
public record ChannelTally(
        String channel,
        long steps,
        long messages,
        long lost,
        long twice,
        long strange,
        long outOfOrder,
        long repeats,
        List<String> differing) {
    public ChannelTally {
        differing = List.copyOf(differing);
    }

    public boolean passed() {
        return lost + twice + strange + outOfOrder == 0;
    }
}
