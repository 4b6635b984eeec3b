package io.greenpark.ingest.admission;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import java.util.List;

/**
 * What validation made of one message.
 *
 * @param door the door it came through
 * @param readings what is to be stored, in the order sent
 * @param deadLetters what was refused, value by value
 * @param kept what of it waits to be claimed, by device
 */
public record ValidatedMessage(
        Door door, List<Reading> readings, List<DeadLetter> deadLetters, List<KeptMessage> kept) {
    /** A message of which nothing waits to be claimed. */
    public ValidatedMessage(Door door, List<Reading> readings, List<DeadLetter> deadLetters) {
        this(door, readings, deadLetters, List.of());
    }

    /** A message refused as a whole. */
    public static ValidatedMessage refused(DeadLetter deadLetter) {
        return new ValidatedMessage(deadLetter.door(), List.of(), List.of(deadLetter));
    }

    /** A message that holds nothing to store and nothing to refuse. */
    public static ValidatedMessage empty(Door door) {
        return new ValidatedMessage(door, List.of(), List.of());
    }
}
