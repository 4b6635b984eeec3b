package io.greenpark.deploy.telling;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * That somebody is to be told of something, by the notice plan as people read it.
 *
 * @param event what was planted
 * @param words all of which the message has
 */
record Due(String event, String channel, String to, LocalDateTime at, List<String> words) {
    /** How late it was told; empty where it was not. */
    Optional<Duration> delay(List<Told> told) {
        return told.stream()
                .filter(t -> t.channel().equals(channel) && t.to().equals(to))
                .filter(t -> !t.at().isBefore(at))
                .filter(t -> words.stream().allMatch(t::has))
                .findFirst()
                .map(t -> Duration.between(at, t.at()));
    }

    @Override
    public String toString() {
        return event + ": " + to + " by " + channel + " at " + at + " with " + words;
    }
}
