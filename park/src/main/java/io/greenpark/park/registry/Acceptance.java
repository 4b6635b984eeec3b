package io.greenpark.park.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when on the data of a device may be judged by (验收). Of a device that says nothing of it they always could; those of a time in
 * which it was not accepted are shown and nothing is held against anybody by them.
 *
 * @param stages oldest first; before the first the device counts as accepted
 */
public record Acceptance(List<Stage> stages) {
    /** Of a device that nobody has to accept. */
    public static final Acceptance NONE = new Acceptance(List.of());

    /** From when on a device is not accepted whose data of no time were compared. */
    public static final Instant EVER = Instant.EPOCH;

    /** What a device is. */
    public enum State {
        /** Its data are shown and judge nothing. */
        PENDING,
        /** They count. */
        ACCEPTED
    }

    /**
     * What it is from a time on.
     *
     * @param sheet number of the acceptance sheet it rests on; null where there is none
     */
    public record Stage(Instant from, State state, @Nullable Long sheet) {}

    /**
     * A time in which data judge nothing.
     *
     * @param until exclusive; null while it goes on
     */
    public record Held(Instant from, @Nullable Instant until) {
        private boolean touches(Instant start, Instant end) {
            return from.isBefore(end) && (until == null || until.isAfter(start));
        }
    }

    public Acceptance {
        stages = stages.stream().sorted(Comparator.comparing(Stage::from)).toList();
    }

    /** Of a device none of whose data may be judged yet. */
    public static Acceptance pending() {
        return new Acceptance(List.of(new Stage(EVER, State.PENDING, null)));
    }

    /** The stage at a time; empty before the first. */
    public Optional<Stage> at(Instant time) {
        Stage inForce = null;
        for (Stage stage : stages) {
            if (!stage.from().isAfter(time)) {
                inForce = stage;
            }
        }
        return Optional.ofNullable(inForce);
    }

    /** Whether data of a time may be judged. */
    public boolean counts(Instant time) {
        return at(time).map(stage -> stage.state() == State.ACCEPTED).orElse(true);
    }

    /** Whether data of any time in {@code [from, to)} may not be judged. */
    public boolean holds(Instant from, Instant to) {
        return held().stream().anyMatch(span -> span.touches(from, to));
    }

    /** The times in which data may not be judged, oldest first. */
    public List<Held> held() {
        List<Held> held = new ArrayList<>();
        Instant since = null;
        for (Stage stage : stages) {
            if (stage.state() == State.PENDING) {
                since = since == null ? stage.from() : since;
            } else if (since != null) {
                held.add(new Held(since, stage.from()));
                since = null;
            }
        }
        if (since != null) {
            held.add(new Held(since, null));
        }
        return held;
    }

    /** Since when the device waits for its acceptance, however the sheet comes out; empty where it waits for none. */
    public Optional<Instant> waitingSince() {
        List<Held> held = held();
        Held last = held.isEmpty() ? null : held.get(held.size() - 1);
        return last == null || last.until() != null ? Optional.empty() : Optional.of(last.from());
    }
}
