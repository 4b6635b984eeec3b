package io.greenpark.cleanproduction.round;

import io.greenpark.park.cleanproduction.AuditStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An audit of an enterprise from its listing on.
 *
 * @param number 1, 2, 3 ... for the enterprise
 * @param listing how it is listed
 * @param steps the entries that hold, by step
 * @param undone when an entry of it was last taken back; null for never
 */
public record Round(
        int number,
        Listing listing,
        Map<AuditStep, Entry> steps,
        @Nullable Instant undone) {
    public Round {
        steps = Collections.unmodifiableMap(new EnumMap<>(steps));
    }

    /** The rounds that entries make, oldest first; one whose listing was taken back is none. */
    public static List<Round> of(List<Entry> entries) {
        Set<Long> undone = new HashSet<>();
        Map<Integer, Instant> lastUndone = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.undoes() != null) {
                undone.add(entry.undoes());
                lastUndone.put(entry.round(), entry.at());
            }
        }
        Map<Integer, Map<AuditStep, Entry>> byRound = new TreeMap<>();
        entries.stream()
                .filter(e -> e.undoes() == null && !undone.contains(e.number()))
                .sorted(Comparator.comparingLong(Entry::number))
                .forEach(e -> byRound.computeIfAbsent(e.round(), r -> new EnumMap<>(AuditStep.class))
                        .put(e.step(), e));
        List<Round> rounds = new ArrayList<>();
        byRound.forEach((number, steps) -> {
            Entry listed = steps.get(AuditStep.LISTED);
            if (listed != null && listed.listing() != null) {
                rounds.add(new Round(number, listed.listing(), steps, lastUndone.get(number)));
            }
        });
        return rounds;
    }

    /** The entry of a step; empty while it is not taken. */
    public Optional<Entry> taken(AuditStep step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** When a step was taken; null while it is not. */
    public @Nullable LocalDate on(AuditStep step) {
        return taken(step).map(Entry::on).orElse(null);
    }

    /** Whether a step was taken by the end of a day. */
    public boolean takenBy(AuditStep step, LocalDate day) {
        LocalDate on = on(step);
        return on != null && !on.isAfter(day);
    }

    /** The steps that are still to be taken, in their order. */
    public List<AuditStep> open() {
        return listing.register().steps().stream()
                .filter(step -> !steps.containsKey(step))
                .toList();
    }

    public boolean isOver() {
        return steps.containsKey(AuditStep.ACCEPTED);
    }
}
