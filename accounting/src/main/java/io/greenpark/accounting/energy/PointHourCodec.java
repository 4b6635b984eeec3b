package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.hour.HourCodec;
import io.greenpark.accounting.hour.QualityCode;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a point and day as bytes. Columns: starts; quality x 4 and whether there is an amount (1) and a restart (2);
 * amounts; time not covered; restarts and times of booking from the hour's end on.
 */
final class PointHourCodec extends HourCodec<StoredHour> {
    private static final int FORMAT = 1;
    private static final int AMOUNT = 1;
    private static final int RESTART = 2;
    private static final int FLAGS = 4;

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
    }

    private static long kind(EnergyHour hour) {
        return QualityCode.of(hour.quality()) * (long) FLAGS
                + (hour.amount() == null ? 0 : AMOUNT)
                + (hour.restartMs() == null ? 0 : RESTART);
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
        long[] amounts = NumberColumn.get(in, having(kinds, AMOUNT));
        long[] uncovered = NumberColumn.get(in, count);
        long[] restarts = NumberColumn.get(in, having(kinds, RESTART));
        long[] booked = NumberColumn.get(in, count);
        List<StoredHour> hours = new ArrayList<>(count);
        int amount = 0;
        int restart = 0;
        for (int i = 0; i < count; i++) {
            EnergyHour hour = new EnergyHour(
                    starts[i],
                    has(kinds[i], AMOUNT) ? Long.valueOf(amounts[amount++]) : null,
                    HOUR_MS - uncovered[i],
                    QualityCode.quality(kinds[i] / FLAGS),
                    has(kinds[i], RESTART) ? Long.valueOf(restarts[restart++] + endMs(starts[i])) : null);
            hours.add(new StoredHour(hour, booked[i] + endMs(starts[i])));
        }
        return hours;
    }

    private static int having(long[] kinds, int flag) {
        int having = 0;
        for (long kind : kinds) {
            having += has(kind, flag) ? 1 : 0;
        }
        return having;
    }

    private static boolean has(long kind, int flag) {
        return (kind & flag) != 0;
    }
}
