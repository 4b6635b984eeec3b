package io.greenpark.park.quarantine;

import io.greenpark.park.reading.Flag;

/**
 * What waits of one key.
 *
 * @param readings how many are kept
 * @param dropped how many were not kept, or not to the end
 * @param earliest the earliest time of those kept
 * @param newest the time of the newest value, by its own time
 * @param value that value, as sent
 * @param rises how often a value was greater than the one before it in time
 * @param falls how often it was less
 */
public record WaitingKey(
        String key,
        long readings,
        long dropped,
        KeptTime earliest,
        KeptTime newest,
        double value,
        Flag flag,
        long rises,
        long falls) {
    /** So many rises without a fall make a register likely. */
    private static final int RISES_OF_REGISTER = 3;

    /** What values look like; only a person knows what they are. */
    public enum Shape {
        /** Never less than before and several times more: as a register. */
        RISING,
        /** Less than before at times: as a gauge. */
        VARYING,
        /** The same all the time, or too few to tell. */
        UNCLEAR
    }

    /** What the values look like so far. */
    public Shape shape() {
        return shape(rises, falls);
    }

    /** What values look like that rose and fell so often. */
    public static Shape shape(long rises, long falls) {
        if (falls > 0) {
            return Shape.VARYING;
        }
        return rises >= RISES_OF_REGISTER ? Shape.RISING : Shape.UNCLEAR;
    }
}
