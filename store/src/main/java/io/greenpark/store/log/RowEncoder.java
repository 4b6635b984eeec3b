package io.greenpark.store.log;

import io.greenpark.park.reading.Reading;
import io.greenpark.store.bytes.ByteWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Packs the readings of one commit into the payload of one row. What seldom changes (enterprise, device, key, point,
 * unit, door) is written once per row and numbered; a reading is then that number, a tag, its value and its times, mostly
 * five to eight bytes.
 *
 * <pre>
 * payload  = version, texts, sources, readings
 * texts    = count, text*
 * sources  = count, (enterprise, device, key, point, unit, door: numbers of texts)*
 * readings = count, first time, first arrival, (source, tag, value, [time step], [arrival step])*
 * tag      = flag (3 bits) | decimals (3 bits) | same time (1 bit) | same arrival (1 bit)
 * </pre>
 *
 * A value with at most {@value #MAX_DECIMALS} decimals is an integer of that scale, any other its eight bytes. Used by
 * one thread.
 */
final class RowEncoder {
    static final int VERSION = 1;
    /** Order of the flags in the tag; never change it, rows on disk depend on it. */
    static final String FLAGS = "NFMSDCTB";

    static final int MAX_DECIMALS = 6;
    static final int RAW = 7;
    static final int SAME_TIME = 1 << 6;
    static final int SAME_ARRIVAL = 1 << 7;
    static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    /** Up to here every integer is a double, so that dividing gives back the very value. */
    private static final double EXACT = 1L << 53;

    private final ByteWriter out = new ByteWriter();
    private final ByteWriter texts = new ByteWriter();
    private final ByteWriter sources = new ByteWriter();
    private final ByteWriter body = new ByteWriter();
    private final Map<String, Integer> textNumbers = new HashMap<>();
    private final Map<String, NumberedSource> sourceNumbers = new HashMap<>();
    private int sourceCount;
    private long timeMs;
    private long arrivalMs;

    /** A source and its number; {@code next} is another source that names the same point. */
    private record NumberedSource(
            int number, Reading sample, @Nullable NumberedSource next) {
        boolean fits(Reading r) {
            return sample.door() == r.door()
                    && sample.unit() == r.unit()
                    && sample.deviceId().equals(r.deviceId())
                    && sample.key().equals(r.key())
                    && sample.enterpriseId().equals(r.enterpriseId());
        }
    }

    /** The payload of a row; {@code readings} must not be empty. */
    byte[] encode(List<Reading> readings) {
        begin();
        timeMs = readings.get(0).timeMs();
        arrivalMs = readings.get(0).arrivalMs();
        body.putVarint(readings.size());
        body.putLong(timeMs);
        body.putLong(arrivalMs);
        for (Reading reading : readings) {
            put(reading);
        }
        out.putByte(VERSION);
        out.putVarint(textNumbers.size());
        out.putAll(texts);
        out.putVarint(sourceCount);
        out.putAll(sources);
        out.putAll(body);
        return out.toBytes();
    }

    private void begin() {
        out.clear();
        texts.clear();
        sources.clear();
        body.clear();
        textNumbers.clear();
        sourceNumbers.clear();
        sourceCount = 0;
    }

    private void put(Reading r) {
        body.putVarint(source(r));
        int decimals = decimals(r.value());
        boolean sameTime = r.timeMs() == timeMs;
        boolean sameArrival = r.arrivalMs() == arrivalMs;
        body.putByte(FLAGS.indexOf(r.flag().code())
                | decimals << 3
                | (sameTime ? SAME_TIME : 0)
                | (sameArrival ? SAME_ARRIVAL : 0));
        if (decimals == RAW) {
            body.putLong(Double.doubleToRawLongBits(r.value()));
        } else {
            body.putSigned((long) Math.rint(r.value() * POWERS[decimals]));
        }
        if (!sameTime) {
            body.putSigned(r.timeMs() - timeMs);
            timeMs = r.timeMs();
        }
        if (!sameArrival) {
            body.putSigned(r.arrivalMs() - arrivalMs);
            arrivalMs = r.arrivalMs();
        }
    }

    /** How many decimals give the value back bit by bit, or {@link #RAW} if none do. */
    static int decimals(double value) {
        for (int i = 0; i <= MAX_DECIMALS; i++) {
            double scaled = Math.rint(value * POWERS[i]);
            if (Math.abs(scaled) >= EXACT) {
                return RAW;
            }
            if (scaled / POWERS[i] == value) {
                return value == 0 && Double.doubleToRawLongBits(value) != 0 ? RAW : i;
            }
        }
        return RAW;
    }

    private int source(Reading r) {
        NumberedSource first = sourceNumbers.get(r.pointId());
        for (NumberedSource s = first; s != null; s = s.next()) {
            if (s.fits(r)) {
                return s.number();
            }
        }
        int number = sourceCount++;
        sourceNumbers.put(r.pointId(), new NumberedSource(number, r, first));
        sources.putVarint(text(r.enterpriseId()));
        sources.putVarint(text(r.deviceId()));
        sources.putVarint(text(r.key()));
        sources.putVarint(text(r.pointId()));
        sources.putVarint(text(r.unit().symbol()));
        sources.putVarint(text(r.door().code()));
        return number;
    }

    private int text(String text) {
        Integer known = textNumbers.get(Objects.requireNonNull(text));
        if (known != null) {
            return known;
        }
        int number = textNumbers.size();
        textNumbers.put(text, number);
        texts.putText(text);
        return number;
    }
}
