package io.greenpark.influx;

import io.greenpark.influx.Answer.WriteOutcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Sends lines twice where they may be the first in a shard of InfluxDB for some time. Every ten seconds 1.x sets free what
 * shards without data hold in memory; of a shard that is written to meanwhile it drops what it has just acknowledged
 * (decision 007). What is written after that stays. Writing again changes nothing.
 *
 * <p>How long a shard is, is not known here: an hour at least. So lines with a time in an hour to which nothing was written
 * lately are taken for the first. That is one request an hour while readings come as they are measured; filling sends up to
 * twice as much. Any thread.
 */
final class FirstWrites {
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    /** InfluxDB keeps in memory what was written within ten minutes, unless it is set otherwise. */
    private static final long LATELY_NANOS = Duration.ofMinutes(5).toNanos();

    private static final int MAX_HOURS = 50_000;
    private static final int MAX_DIGITS = 18;

    private final LongSupplier nanos;

    /** When an hour was last written to; the one written to longest ago comes first. */
    private final Map<Long, Long> written = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > MAX_HOURS;
        }
    };

    /** @param nanos a time that only runs on, in nanoseconds */
    FirstWrites(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Sends lines, each ended by a line break; returns the answer to the last request. */
    Answer write(String lines, Function<String, Answer> server) {
        Set<Long> hours = hours(lines);
        Answer answer = server.apply(lines);
        if (answer.outcome() == WriteOutcome.WRITTEN && !lately(hours)) {
            answer = server.apply(lines);
        }
        if (answer.outcome() == WriteOutcome.WRITTEN) {
            keep(hours);
        }
        return answer;
    }

    /** What was written may be gone from the server: everything is the first again. */
    synchronized void forget() {
        written.clear();
    }

    /** The hours of the lines' times, the last words of lines; lines without one are of none. */
    private static Set<Long> hours(String lines) {
        Set<Long> hours = new HashSet<>();
        for (int begin = 0, end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', begin)) {
            int time = Math.max(begin, lines.lastIndexOf(' ', end) + 1);
            if (time > begin && isNumber(lines, time, end)) {
                hours.add(Math.floorDiv(Long.parseLong(lines, time, end, 10), HOUR_MS));
            }
            begin = end + 1;
        }
        return hours;
    }

    private static boolean isNumber(String text, int from, int to) {
        int first = from < to && text.charAt(from) == '-' ? from + 1 : from;
        return first < to
                && to - first <= MAX_DIGITS
                && text.substring(first, to).chars().allMatch(FirstWrites::isDigit);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private synchronized boolean lately(Set<Long> hours) {
        long now = nanos.getAsLong();
        return hours.stream().allMatch(hour -> {
            Long at = written.get(hour);
            return at != null && now - at < LATELY_NANOS;
        });
    }

    private synchronized void keep(Set<Long> hours) {
        long now = nanos.getAsLong();
        for (Long hour : hours) {
            written.remove(hour);
            written.put(hour, now);
        }
    }
}
