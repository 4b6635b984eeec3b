package io.greenpark.lab.chaos.notices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param kills how often the process was killed
 * @param amidDelivery of these, while a message was being received
 * @param cases that the books have, and those of them that are cleared
 * @param moods how often receivers did what
 * @param failures what did not end well
 * @param folder what the run left
 */
public record NoticesResult(
        NoticesOptions options,
        int kills,
        int amidDelivery,
        long cases,
        long cleared,
        Map<String, Integer> moods,
        List<ChannelTally> channels,
        List<String> failures,
        Duration took,
        Path folder) {
    public NoticesResult {
        channels = List.copyOf(channels);
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty() && channels.stream().allMatch(ChannelTally::passed);
    }
}
