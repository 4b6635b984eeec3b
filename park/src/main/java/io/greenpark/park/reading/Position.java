package io.greenpark.park.reading;

/**
 * A place in the log, exclusive: a reader at {@code (p, n)} has everything of partition {@code p} below offset
 * {@code n}. The embedded log is partition 0.
 */
public record Position(int partition, long offset) implements Comparable<Position> {
    /** Before the first reading of the embedded log. */
    public static final Position START = new Position(0, 0);

    public Position {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("position " + partition + ":" + offset + " is negative");
        }
    }

    @Override
    public int compareTo(Position other) {
        if (partition != other.partition) {
            throw new IllegalArgumentException(
                    "positions of partitions " + partition + " and " + other.partition + " have no order");
        }
        return Long.compare(offset, other.offset);
    }
}
