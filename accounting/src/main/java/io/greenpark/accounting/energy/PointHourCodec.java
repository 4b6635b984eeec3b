package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.hour.HourCodec;
import io.greenpark.accounting.hour.QualityCode;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Estimated.Share;
import io.greenpark.park.energy.Quality;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a point and day as bytes. Columns: starts; quality x 8 and whether there is an amount (1), a restart (2) and
 * something estimated that is not implied (4); amounts; time not covered; restarts and times of booking from the hour's end
 * on; what is estimated ({@link EstimatedBytes}) where it is not implied.
 */
final class PointHourCodec extends HourCodec<StoredHour> {
    private static final int FORMAT = 1;
    private static final int AMOUNT = 1;
    private static final int RESTART = 2;
    private static final int ESTIMATED = 4;
    private static final int FLAGS = 8;

    PointHourCodec(String table) {
        super(table, FORMAT);
    }

    @Override
    protected void put(ByteWriter out, long dayMs, List<StoredHour> hours) {
        out.putVarint(hours.size());
        putStarts(out, dayMs, hours, s -> s.hour().hourMs());
        putColumn(out, hours, s -> kind(s.hour()));
        putColumn(
                out, hours, s -> s.hour().amount() != null, s -> number(s.hour().amount()));
        putColumn(out, hours, s -> HOUR_MS - s.hour().coveredMs());
        putColumn(
                out,
                hours,
                s -> s.hour().restartMs() != null,
                s -> number(s.hour().restartMs()) - endMs(s.hour().hourMs()));
        putColumn(out, hours, s -> s.bookedMs() - endMs(s.hour().hourMs()));
        EstimatedBytes.put(
                out,
                hours.stream()
                        .map(StoredHour::hour)
                        .filter(h -> !h.estimated().equals(implied(h)))
                        .map(h ->
                                new EstimatedBytes.Of(h.estimated(), ImpliedEstimate.whole(h.amount(), h.coveredMs())))
                        .toList());
    }

    private static long kind(EnergyHour hour) {
        return QualityCode.of(hour.quality()) * (long) FLAGS
                + (hour.amount() == null ? 0 : AMOUNT)
                + (hour.restartMs() == null ? 0 : RESTART)
                + (hour.estimated().equals(implied(hour)) ? 0 : ESTIMATED);
    }

    private static Estimated implied(EnergyHour hour) {
        return ImpliedEstimate.ofHour(hour.quality(), hour.amount(), hour.coveredMs());
    }

    private static long number(@Nullable Long present) {
        return Objects.requireNonNull(present);
    }

    private static long endMs(long hourMs) {
        return hourMs + HOUR_MS;
    }

    @Override
    protected List<StoredHour> get(ByteReader in, int format, long dayMs) throws DamagedBytesException {
        int count = getCount(in);
        long[] starts = getStarts(in, dayMs, count);
        long[] kinds = NumberColumn.get(in, count);
        @Nullable Long[] amounts = present(in, kinds, AMOUNT);
        long[] uncovered = NumberColumn.get(in, count);
        @Nullable Long[] restarts = present(in, kinds, RESTART);
        long[] booked = NumberColumn.get(in, count);
        List<Share> wholes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (has(kinds[i], ESTIMATED)) {
                wholes.add(ImpliedEstimate.whole(amounts[i], HOUR_MS - uncovered[i]));
            }
        }
        Iterator<Estimated> kept = EstimatedBytes.get(in, wholes).iterator();
        List<StoredHour> hours = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long end = endMs(starts[i]);
            long covered = HOUR_MS - uncovered[i];
            Quality quality = QualityCode.quality(kinds[i] / FLAGS);
            Long restart = restarts[i] == null ? null : Long.valueOf(restarts[i] + end);
            Estimated estimated =
                    has(kinds[i], ESTIMATED) ? kept.next() : ImpliedEstimate.ofHour(quality, amounts[i], covered);
            EnergyHour hour = new EnergyHour(starts[i], amounts[i], covered, quality, restart, estimated);
            hours.add(new StoredHour(hour, booked[i] + end));
        }
        return hours;
    }

    /** A column of those that have the number. */
    private static @Nullable Long[] present(ByteReader in, long[] kinds, int flag) throws DamagedBytesException {
        int having = 0;
        for (long kind : kinds) {
            having += has(kind, flag) ? 1 : 0;
        }
        long[] numbers = NumberColumn.get(in, having);
        @Nullable Long[] present = new Long[kinds.length];
        int next = 0;
        for (int i = 0; i < kinds.length; i++) {
            present[i] = has(kinds[i], flag) ? Long.valueOf(numbers[next++]) : null;
        }
        return present;
    }

    private static boolean has(long kind, int flag) {
        return (kind & flag) != 0;
    }
}
