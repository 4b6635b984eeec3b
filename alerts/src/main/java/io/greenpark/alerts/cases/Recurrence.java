package io.greenpark.alerts.cases;

import io.greenpark.alerts.cases.Inhibition.UninhibitedEpisode;
import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Flapping;
import io.greenpark.alerts.rule.Spells;
import io.greenpark.alerts.rule.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes and goes, as one case: the episodes that a case has already, and those that go on with it because so many began within a while. Each case has
 * the span from the first of its episodes to the last.
 */
final class Recurrence {
    private final CaseKey key;
    private final List<UninhibitedEpisode> all;
    private final Map<CaseRow, List<UninhibitedEpisode>> matched = new LinkedHashMap<>();

    /** @param all of the key, as far as is looked at */
    Recurrence(CaseKey key, List<UninhibitedEpisode> all) {
        this.key = key;
        this.all = List.copyOf(all);
    }

    void match(CaseRow c, List<UninhibitedEpisode> own) {
        matched.put(c, new ArrayList<>(own));
    }

    /** Gives episodes without a case to the one before where they come again; those that are given leave {@code unmatched}. */
    void join(List<UninhibitedEpisode> unmatched, Flapping flapping) {
        List<UninhibitedEpisode> inOrder = new ArrayList<>(unmatched);
        inOrder.sort(Comparator.comparing(e -> e.episode().since()));
        for (UninhibitedEpisode e : inOrder) {
            Instant since = e.episode().since();
            Instant from = since.minus(flapping.window());
            long began = all.stream()
                    .map(other -> other.episode().since())
                    .filter(at -> !at.isBefore(from) && at.isBefore(since))
                    .count();
            CaseRow before = e.cutShort() || began + 1 < flapping.times() ? null : before(since, from);
            if (before != null) {
                Objects.requireNonNull(matched.get(before)).add(e);
                unmatched.remove(e);
            }
        }
    }

    /** The case whose last episode was over by then, and not before {@code from}. */
    private @Nullable CaseRow before(Instant since, Instant from) {
        return matched.entrySet().stream()
                .filter(m -> m.getKey().raised())
                .filter(m -> {
                    Instant over = last(m.getValue()).episode().over();
                    return over != null && !over.isAfter(since) && !over.isBefore(from);
                })
                .max(Comparator.comparing(m -> last(m.getValue()).episode().since()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static UninhibitedEpisode last(List<UninhibitedEpisode> episodes) {
        return episodes.get(episodes.size() - 1);
    }

    /** A case and what it is made of. */
    record Matched(CaseRow row, UninhibitedEpisode found) {}

    List<Matched> matched() {
        List<Matched> result = new ArrayList<>();
        matched.forEach((c, episodes) -> {
            episodes.sort(Comparator.comparing(e -> e.episode().since()));
            result.add(new Matched(c, merged(episodes)));
        });
        return result;
    }

    private UninhibitedEpisode merged(List<UninhibitedEpisode> episodes) {
        UninhibitedEpisode last = last(episodes);
        if (episodes.size() == 1) {
            return last;
        }
        Verdict worst = episodes.stream()
                .map(e -> e.episode().worst())
                .max(Comparator.comparing(v -> v.severity() == null ? BigDecimal.ZERO : v.severity()))
                .orElseThrow();
        Episode whole = new Episode(
                episodes.get(0).episode().since(),
                last.episode().over(),
                worst,
                last.episode().last(),
                spells(episodes));
        return new UninhibitedEpisode(whole, last.cutShort(), last.ended());
    }

    private Spells spells(List<UninhibitedEpisode> episodes) {
        UninhibitedEpisode last = last(episodes);
        Duration before = episodes.stream()
                .limit(episodes.size() - 1L)
                .map(e -> Duration.between(e.episode().since(), stoodTo(e.episode())))
                .reduce(Duration.ZERO, Duration::plus);
        return new Spells(
                episodes.size() - 1,
                before,
                last.episode().since(),
                last.episode().closed() ? stoodTo(last.episode()) : null);
    }

    /** The periods that showed that a figure is good again were good; a silence was one until it ended. */
    private Instant stoodTo(Episode episode) {
        return key.rule().ofFigures() ? episode.last().to() : episode.coveredTo();
    }
}
