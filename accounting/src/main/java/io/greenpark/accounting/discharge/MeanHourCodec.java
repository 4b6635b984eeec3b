package io.greenpark.accounting.discharge;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.hour.HourCodec;
import io.greenpark.accounting.hour.MeanNumber;
import io.greenpark.accounting.hour.QualityCode;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The means of a point and day as bytes. Columns: starts; qualities; valid samples; by how many milliseconds of an hour the
 * completeness falls short of 1, -1 where it is no whole number of them, and then these as they are; the means
 * ({@link MeanNumber}) by form, scale and number, and as text where they have no number; times of booking from the hour's end
 * on.
 */
final class MeanHourCodec extends HourCodec<StoredMean> {
    private static final int FORMAT = 1;
    private static final int ODD = -1;

    MeanHourCodec(String table) {
        super(table, FORMAT);
    }

    @Override
    protected void put(ByteWriter out, long dayMs, List<StoredMean> hours) {
        out.putVarint(hours.size());
        putStarts(out, dayMs, hours, StoredMean::startMs);
        putColumn(out, hours, s -> QualityCode.of(s.mean().quality()));
        putColumn(out, hours, s -> s.mean().validSamples());
        putColumn(out, hours, s -> lackingMs(s.mean().completeness()));
        putColumn(
                out,
                hours,
                s -> lackingMs(s.mean().completeness()) == ODD,
                s -> Double.doubleToLongBits(s.mean().completeness()));
        MeanNumber.putAll(out, hours.stream().map(MeanHourCodec::number).toList());
        putColumn(out, hours, s -> s.bookedMs() - s.startMs() - HOUR_MS);
    }

    private static MeanNumber number(StoredMean s) {
        return MeanNumber.of(
                s.mean().mean(), s.mean().validSamples(), coveredMs(s.mean().completeness()));
    }

    /** The time a mean stands for; 0 where it is no whole number of milliseconds of an hour. */
    private static long coveredMs(double completeness) {
        long lacking = lackingMs(completeness);
        return lacking == ODD ? 0 : HOUR_MS - lacking;
    }

    private static long lackingMs(double completeness) {
        long lacking = Math.round((1 - completeness) * HOUR_MS);
        boolean exact = lacking >= 0 && Double.compare(completeness(lacking), completeness) == 0;
        return exact ? lacking : ODD;
    }

    private static double completeness(long lackingMs) {
        return (double) (HOUR_MS - lackingMs) / HOUR_MS;
    }

    @Override
    protected List<StoredMean> get(ByteReader in, int format, long dayMs) throws DamagedBytesException {
        int count = getCount(in);
        long[] starts = getStarts(in, dayMs, count);
        long[] qualities = NumberColumn.get(in, count);
        long[] valid = NumberColumn.get(in, count);
        double[] completeness = completeness(in, count);
        List<MeanNumber> means = MeanNumber.getAll(in, count);
        long[] booked = NumberColumn.get(in, count);
        List<StoredMean> hours = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int samples = (int) valid[i];
            BigDecimal exact = means.get(i).mean(samples, coveredMs(completeness[i]));
            Mean mean = new Mean(exact, samples, completeness[i], QualityCode.quality(qualities[i]));
            hours.add(new StoredMean(starts[i], mean, booked[i] + starts[i] + HOUR_MS));
        }
        return hours;
    }

    private static double[] completeness(ByteReader in, int count) throws DamagedBytesException {
        long[] lacking = NumberColumn.get(in, count);
        int odd = 0;
        for (long ms : lacking) {
            odd += ms == ODD ? 1 : 0;
        }
        long[] bits = NumberColumn.get(in, odd);
        double[] completeness = new double[count];
        int next = 0;
        for (int i = 0; i < count; i++) {
            completeness[i] = lacking[i] == ODD ? Double.longBitsToDouble(bits[next++]) : completeness(lacking[i]);
        }
        return completeness;
    }
}
