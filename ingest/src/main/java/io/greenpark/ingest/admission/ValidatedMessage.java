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
public record ValidatedMessage(Door door, List<Reading> readings, List<DeadLetter> letters) {
    /** Text that takes as much memory as a reading: two bytes a character at most, about 250 bytes a reading. */
    public static final int CHARACTERS_PER_READING = 125;

    /** A message refused as a whole. */
    public static ValidatedMessage refused(DeadLetter letter) {
        return new ValidatedMessage(letter.door(), List.of(), List.of(letter));
    }

    /**
     * What it weighs against the in-flight bounds, in readings. Never nothing: also a message without values waits for its
     * turn behind what is not durable yet. A refusal weighs by the text it holds, of which a reading has none of its own.
     */
    public int weight() {
        int weight = readings.size();
        for (DeadLetter letter : letters) {
            weight += 1 + characters(letter) / CHARACTERS_PER_READING;
        }
        return Math.max(1, weight);
    }

    private static int characters(DeadLetter letter) {
        int key = letter.key() == null ? 0 : letter.key().length();
        return key
                + letter.excerpt().length()
                + letter.detail().zh().length()
                + letter.detail().en().length();
    }
}
