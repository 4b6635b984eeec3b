package io.greenpark.influx;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * InfluxDB holds what may not be told there, or may hold it.
 *
 * @param since when that was found out
 * @param whose figures, such as {@code enterprise mill}; empty where InfluxDB could not be looked through
 * @param obstacle why they are not removed; null while they are
 */
public record HeldBack(
        Instant since, List<String> whose, @Nullable String obstacle) {
    public HeldBack {
        whose = List.copyOf(whose);
    }
}
