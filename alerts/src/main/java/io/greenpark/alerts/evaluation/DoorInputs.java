package io.greenpark.alerts.evaluation;

import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.live.ListeningDoor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the doors know of who is silent.
 *
 * @param doors the doors as they stand now; none where another process has them
 */
public record DoorInputs(Supplier<List<ListeningDoor>> doors, Refusals refusals) {
    /** Where there are no doors: nothing is refused either. */
    public static final DoorInputs NONE =
            new DoorInputs(List::of, new Refusals(id -> Optional.empty(), id -> Optional.empty()));

    /**
     * The newest refusal of a device or gateway, by its id.
     *
     * @param known of what was sent by a sender that proved who it is
     * @param strangers of what anyone else sent in its name
     */
    public record Refusals(
            Function<String, Optional<StoredDeadLetter>> known,
            Function<String, Optional<StoredDeadLetter>> strangers) {}
}
