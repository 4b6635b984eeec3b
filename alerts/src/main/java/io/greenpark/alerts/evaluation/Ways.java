package io.greenpark.alerts.evaluation;

import io.greenpark.park.live.ListeningDoor;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The doors by which a device may come, and what is known of that.
 *
 * @param doors none where this process has no doors; the one the device is noted to come by first
 */
record Ways(List<ListeningDoor> doors, Knowledge knowledge) {
    /** What is known of how a device comes. */
    enum Knowledge {
        /** By each of the doors: it can be heard while any of them is open. */
        EACH,
        /** It was heard, and by which of them is not known: it can be heard for certain while all are open. */
        ONE_OF,
        /** It was never heard. Those that are open count, or one that never opens would hide it. */
        NEVER_HEARD
    }

    Ways {
        doors = List.copyOf(doors);
    }

    /** @param noted the door it is noted to come by; null if it is not */
    static Ways each(List<ListeningDoor> doors, @Nullable String noted) {
        Comparator<ListeningDoor> notedFirst =
                Comparator.comparing(d -> !d.name().equals(noted));
        return new Ways(doors.stream().sorted(notedFirst).toList(), Knowledge.EACH);
    }

    static Ways oneOf(List<ListeningDoor> doors) {
        return new Ways(doors, Knowledge.ONE_OF);
    }

    static Ways ofOneNeverHeard(List<ListeningDoor> doors) {
        return new Ways(doors, Knowledge.NEVER_HEARD);
    }

    /**
     * The door whose silence would be the device's; empty where that is not known.
     *
     * @param silent the doors whose open case says that nothing comes by them: it goes on speaking for their devices
     */
    Optional<String> main(Set<String> silent) {
        if (knowledge != Knowledge.EACH && doors.size() > 1) {
            return Optional.empty();
        }
        return Stream.concat(doors.stream().filter(d -> d.open() || silent.contains(d.name())), doors.stream())
                .map(ListeningDoor::name)
                .findFirst();
    }

    private Stream<ListeningDoor> open() {
        return doors.stream().filter(ListeningDoor::open);
    }

    /** Whether the device could be heard now. */
    boolean listen() {
        return doors.isEmpty()
                || (knowledge == Knowledge.ONE_OF
                        ? doors.stream().allMatch(ListeningDoor::open)
                        : open().findAny().isPresent());
    }

    /**
     * From when on its silence counts. Time in which a door was shut is left out; it does not begin the whole limit anew.
     *
     * @param begin from when on it would if no door had ever been shut
     * @param cleared when the case of a door that was silent last ended; null if it had none
     */
    Instant countedFrom(Instant begin, Function<String, @Nullable Instant> cleared) {
        Stream<Instant> counted;
        if (knowledge == Knowledge.EACH) {
            Instant from = doors.stream()
                    .map(d -> cleared.apply(d.name()))
                    .filter(Objects::nonNull)
                    .reduce(begin, Ways::later);
            counted = open().map(d -> d.standing().countedFrom(from));
            return counted.min(Comparator.naturalOrder()).orElse(from);
        }
        return open().map(d -> d.standing().countedFrom(later(begin, cleared.apply(d.name()))))
                .reduce(begin, Ways::later);
    }

    static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
