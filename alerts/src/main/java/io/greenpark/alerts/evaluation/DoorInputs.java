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
 * @param refusals the newest refusal of a device or gateway
 */
public record DoorInputs(Supplier<List<ListeningDoor>> doors, Function<String, Optional<StoredDeadLetter>> refusals) {
    /** Where there are no doors: nothing is refused either. */
    public static final DoorInputs NONE = new DoorInputs(List::of, id -> Optional.empty());
}
