package io.greenpark.ingest.admission;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times of one point in one message that were sent without a zone, in the order sent. One that its zone has twice is the first
 * of the two, unless that would set the device's clock back while the message goes on in time, or the message arrives right
 * after the second.
 */
final class LocalTimes {
    /** How soon what is sent as it is measured arrives. */
    private static final long SOON_MS = Duration.ofMinutes(10).toMillis();

    private @Nullable LocalDateTime last;
    private long lastMs = Long.MIN_VALUE;
    /** Whether the message goes on in time; known from its second time on. */
    private boolean ascending;

    /**
     * The instant of a local time.
     *
     * @param dueMs how often the point sends
     */
    long instantMs(LocalDateTime local, ZoneId zone, long dueMs, long arrivalMs) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        long first = local.atZone(zone).toInstant().toEpochMilli();
        long at = offsets.size() < 2 ? first : oneOf(local, first, ms(local, offsets.get(1)), dueMs, arrivalMs);
        ascending = last != null && (at == lastMs ? ascending : at > lastMs);
        last = local;
        lastMs = at;
        return at;
    }

    private long oneOf(LocalDateTime local, long first, long second, long dueMs, long arrivalMs) {
        if (ascending && second > lastMs) {
            boolean again = local.equals(last) && dueMs >= second - first;
            boolean here = local.equals(last) && !again;
            return here ? lastMs : first < lastMs || again ? second : first;
        }
        return arrivalMs >= second && arrivalMs - second < SOON_MS ? second : first;
    }

    private static long ms(LocalDateTime local, ZoneOffset offset) {
        return local.toInstant(offset).toEpochMilli();
    }
}
