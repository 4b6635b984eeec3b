package io.greenpark.accounting.hour;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The hours of one subject and day as bytes: the format (1 byte), then what the subclass makes of them, as a rule their number
 * and column by column ({@link NumberColumn}). Hours come back exactly as they were. Bytes of former formats are read for good.
 *
 * @param <T> an hour
 */
public abstract class HourCodec<T> {
    /** More than any day has; a larger count is damage. */
    private static final int MOST_HOURS = 1_000;

    private final String table;
    private final int format;

    /**
     * @param table whose rows hold such bytes
     * @param format the format that is written
     */
    protected HourCodec(String table, int format) {
        this.table = table;
        this.format = format;
    }

    /** Writes hours that begin in a day. */
    protected abstract void put(ByteWriter out, long dayMs, List<T> hours);

    /** Reads them back. */
    protected abstract List<T> get(ByteReader in, int format, long dayMs) throws DamagedBytesException;

    /** @param hours at least one, each begins in the day, no two are the same */
    public final byte[] encode(int day, List<T> hours) {
        ByteWriter out = new ByteWriter();
        out.putByte(format);
        put(out, HourDay.startMs(day), hours);
        return out.toBytes();
    }

    public final List<T> decode(int day, byte[] data) {
        try {
            ByteReader in = new ByteReader(data);
            int found = in.getByte();
            if (found < 1 || found > format) {
                throw new UnreadableHoursException("books: a day in " + table + " has format " + found
                        + "; this version reads formats up to " + format);
            }
            return get(in, found, HourDay.startMs(day));
        } catch (DamagedBytesException | ArithmeticException | NumberFormatException e) {
            throw new UnreadableHoursException(
                    "books: day " + HourDay.date(day) + " in " + table + " cannot be unpacked; the database is damaged",
                    e);
        }
    }

    protected static int getCount(ByteReader in) throws DamagedBytesException {
        return in.getInt(MOST_HOURS);
    }

    protected static <E> void putColumn(ByteWriter out, List<E> hours, ToLongFunction<E> number) {
        NumberColumn.put(out, hours.stream().mapToLong(number).toArray());
    }

    /** A column of those hours only that have the number. */
    protected static <E> void putColumn(ByteWriter out, List<E> hours, Predicate<E> present, ToLongFunction<E> number) {
        NumberColumn.put(out, hours.stream().filter(present).mapToLong(number).toArray());
    }

    /** Where hours begin: how far each is from where it would be if there were one every hour from the day's begin on. */
    protected static <E> void putStarts(ByteWriter out, long dayMs, List<E> hours, ToLongFunction<E> startMs) {
        long[] off = new long[hours.size()];
        for (int i = 0; i < off.length; i++) {
            off[i] = startMs.applyAsLong(hours.get(i)) - dayMs - i * HOUR_MS;
        }
        NumberColumn.put(out, off);
    }

    protected static long[] getStarts(ByteReader in, long dayMs, int count) throws DamagedBytesException {
        long[] starts = NumberColumn.get(in, count);
        for (int i = 0; i < count; i++) {
            starts[i] += dayMs + i * HOUR_MS;
        }
        return starts;
    }
}
