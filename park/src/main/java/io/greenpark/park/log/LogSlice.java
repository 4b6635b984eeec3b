package io.greenpark.park.log;

import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import java.util.List;

/**
 * Part of a partition, oldest first.
 *
 * @param from where it begins; above the position asked for where retention or damage took readings away
 * @param to where the next slice begins; commit this when the readings are processed
 * @param readings what it holds
 * @param missed readings between the position asked for and {@code from} (retention) or inside (damaged rows) that can
 *     no longer be read; the reader must report them, never skip them silently
 */
public record LogSlice(Position from, Position to, List<Reading> readings, long missed) {
    /** Whether there was nothing newer. */
    public boolean isEmpty() {
        return readings.isEmpty() && missed == 0;
    }
}
