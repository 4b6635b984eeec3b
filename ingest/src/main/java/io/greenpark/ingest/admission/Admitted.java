package io.greenpark.ingest.admission;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import java.util.List;

/**
 * What admission made of one message.
 *
 * @param door the door it came through
 * @param readings what is to be kept, in the order sent
 * @param letters what was refused, value by value
 */
public record Admitted(Door door, List<Reading> readings, List<DeadLetter> letters) {
    /** A message refused as a whole. */
    public static Admitted refused(DeadLetter letter) {
        return new Admitted(letter.door(), List.of(), List.of(letter));
    }

    /** What it weighs against the in-flight bounds. */
    int weight() {
        return readings.size() + letters.size();
    }
}
