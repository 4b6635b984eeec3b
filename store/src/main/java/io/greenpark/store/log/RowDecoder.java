package io.greenpark.store.log;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.DamagedBytesException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Unpacks what {@link RowEncoder} packed; its comment describes the format. Any thread. */
final class RowDecoder {
    private static final Map<String, Unit> UNITS = by(Unit.values(), Unit::symbol);
    private static final Map<String, Door> DOORS = by(Door.values(), Door::code);
    private static final Flag[] FLAGS = RowEncoder.FLAGS
            .chars()
            .mapToObj(c -> Flag.ofCode(String.valueOf((char) c)).orElseThrow())
            .toArray(Flag[]::new);

    private record ReadingSource(
            String enterpriseId, String deviceId, String key, String pointId, Unit unit, Door door) {}

    private RowDecoder() {}

    /** The readings of a payload, unmodifiable. */
    static List<Reading> decode(byte[] payload) throws DamagedBytesException {
        ByteReader in = new ByteReader(payload);
        int version = in.getByte();
        if (version != RowEncoder.VERSION) {
            throw new DamagedBytesException(
                    "its format is \"" + version + "\"; this version reads " + RowEncoder.VERSION);
        }
        ReadingSource[] sources = sources(in, texts(in));
        int count = in.getInt(in.remaining());
        long timeMs = in.getLong();
        long arrivalMs = in.getLong();
        List<Reading> readings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ReadingSource s = sources[in.getInt(sources.length - 1)];
            int tag = in.getByte();
            double value = value(in, tag >> 3 & 7);
            timeMs += (tag & RowEncoder.SAME_TIME) != 0 ? 0 : in.getSigned();
            arrivalMs += (tag & RowEncoder.SAME_ARRIVAL) != 0 ? 0 : in.getSigned();
            readings.add(new Reading(
                    s.enterpriseId,
                    s.deviceId,
                    s.key,
                    s.pointId,
                    value,
                    s.unit,
                    FLAGS[tag & 7],
                    timeMs,
                    arrivalMs,
                    s.door));
        }
        return Collections.unmodifiableList(readings);
    }

    private static double value(ByteReader in, int decimals) throws DamagedBytesException {
        double value = decimals == RowEncoder.RAW
                ? Double.longBitsToDouble(in.getLong())
                : in.getSigned() / RowEncoder.POWERS[decimals];
        if (!Double.isFinite(value)) {
            throw new DamagedBytesException("a value is not finite");
        }
        return value;
    }

    private static String[] texts(ByteReader in) throws DamagedBytesException {
        String[] texts = new String[in.getInt(in.remaining())];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.getText();
        }
        return texts;
    }

    private static ReadingSource[] sources(ByteReader in, String[] texts) throws DamagedBytesException {
        ReadingSource[] sources = new ReadingSource[in.getInt(in.remaining())];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new ReadingSource(
                    text(in, texts),
                    text(in, texts),
                    text(in, texts),
                    text(in, texts),
                    known(UNITS, text(in, texts), "unit"),
                    known(DOORS, text(in, texts), "door"));
        }
        return sources;
    }

    private static String text(ByteReader in, String[] texts) throws DamagedBytesException {
        return texts[in.getInt(texts.length - 1)];
    }

    private static <T> T known(Map<String, T> names, String name, String what) throws DamagedBytesException {
        T known = names.get(name);
        if (known == null) {
            throw new DamagedBytesException("its " + what + " \"" + name + "\" is unknown to this version");
        }
        return known;
    }

    private static <T> Map<String, T> by(T[] values, Function<T, String> name) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }
}
