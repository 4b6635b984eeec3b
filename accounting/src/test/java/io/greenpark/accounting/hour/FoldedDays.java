package io.greenpark.accounting.hour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What targets of the fuzzer ask of the bytes of a folded day: they are hours, which come back the same, or damage that is
 * told.
 *
 * @param <T> an hour
 */
public final class FoldedDays<T> {
    private static final int DAY = HourDay.of(1_764_028_800_000L);
    private static final int SEEDS = 20;
    private static final int HOURS_A_DAY = 24;
    private static final long HOUR_MS = 3_600_000;

    private final HourCodec<T> codec;
    private final ToLongFunction<T> startMs;

    public FoldedDays(HourCodec<T> codec, ToLongFunction<T> startMs) {
        this.codec = codec;
        this.startMs = startMs;
    }

    public void check(byte[] input) {
        List<T> hours;
        try {
            hours = codec.decode(DAY, input);
        } catch (UnreadableHoursException e) {
            return;
        }
        if (canBeWritten(hours) && !sameIn(hours, codec.decode(DAY, codec.encode(DAY, hours)))) {
            throw new AssertionError("hours do not come back: " + hours);
        }
    }

    /** Some codecs have an order of their own. */
    private boolean sameIn(List<T> hours, List<T> others) {
        return hours.size() == others.size() && new HashSet<>(hours).equals(new HashSet<>(others));
    }

    /** Hours as {@link HourCodec#encode} asks for them: damage may begin anywhere, and twice. */
    private boolean canBeWritten(List<T> hours) {
        Set<Long> starts = new HashSet<>();
        return !hours.isEmpty()
                && hours.stream().mapToLong(startMs).allMatch(ms -> HourDay.of(ms) == DAY && starts.add(ms));
    }

    /** Days with one to twenty-four hours, and one as it lies on disks. */
    public List<byte[]> seeds(HourTableContract<T> hours) {
        Random random = new Random(DAY);
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(HexFormat.of().parseHex(hours.recordedDay()));
        for (int n = 1; n <= SEEDS; n++) {
            List<T> day = new ArrayList<>();
            for (int h = 0; h < Math.min(n, HOURS_A_DAY); h++) {
                day.add(hours.hour(random, HourDay.startMs(DAY) + h * HOUR_MS));
            }
            seeds.add(codec.encode(DAY, day));
        }
        return seeds;
    }
}
