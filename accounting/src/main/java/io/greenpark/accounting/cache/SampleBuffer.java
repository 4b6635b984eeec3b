package io.greenpark.accounting.cache;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.Sample;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/** All samples of one point from some time on, close together in memory. */
final class SampleBuffer {
    private static final int MIN_LENGTH = 8;
    /** Objects and headers take as much as this many samples. */
    private static final int OVERHEAD = 8;

    private static final Flag[] FLAGS = Flag.values();

    private long sinceMs;
    /** The earliest time asked for since the last {@link #trim}. */
    private long askedMs = Long.MAX_VALUE;
    /** Samples before this index are let go of; their memory is reused when the arrays are full. */
    private int first;

    private int end;
    private long[] times;
    private double[] values;
    private long[] arrivals;
    private byte[] flags;

    private SampleBuffer(long sinceMs, int length) {
        this.sinceMs = sinceMs;
        this.times = new long[length];
        this.values = new double[length];
        this.arrivals = new long[length];
        this.flags = new byte[length];
    }

    static SampleBuffer of(long sinceMs, List<Sample> samples) {
        SampleBuffer buffer = new SampleBuffer(sinceMs, lengthFor(samples.size()));
        samples.forEach(s -> buffer.add(s.timeMs(), s.value(), s.flag(), s.arrivalMs()));
        return buffer;
    }

    private static int lengthFor(int samples) {
        return Math.max(MIN_LENGTH, samples + samples / 4);
    }

    /** The {@link #capacity} of a new buffer of this many samples. */
    static int capacityFor(int samples) {
        return lengthFor(samples) + OVERHEAD;
    }

    long sinceMs() {
        return sinceMs;
    }

    /** How many samples would take as much memory as this buffer does. */
    int capacity() {
        return times.length + OVERHEAD;
    }

    /** The time of the newest sample; just before {@link #sinceMs} where there is none. */
    long newestMs() {
        return end == first ? sinceMs - 1 : times[end - 1];
    }

    void add(Reading r) {
        add(r.timeMs(), r.value(), r.flag(), r.arrivalMs());
    }

    private void add(long timeMs, double value, Flag flag, long arrivalMs) {
        if (end == times.length) {
            grow();
        }
        times[end] = timeMs;
        values[end] = value;
        arrivals[end] = arrivalMs;
        flags[end] = (byte) flag.ordinal();
        end++;
    }

    private void grow() {
        int size = end - first;
        int newEnd = first + size + Math.max(MIN_LENGTH, size / 4);
        times = Arrays.copyOfRange(times, first, newEnd);
        values = Arrays.copyOfRange(values, first, newEnd);
        arrivals = Arrays.copyOfRange(arrivals, first, newEnd);
        flags = Arrays.copyOfRange(flags, first, newEnd);
        end = size;
        first = 0;
    }

    /** Whether it holds a sample of the same time, value and flag. */
    boolean has(Reading r) {
        int index = Arrays.binarySearch(times, first, end, r.timeMs());
        return index >= 0 && Double.compare(values[index], r.value()) == 0 && FLAGS[flags[index]] == r.flag();
    }

    List<Sample> range(long fromMs, long toMs) {
        askedMs = Math.min(askedMs, fromMs);
        int from = indexFrom(fromMs);
        return new View(from, Math.max(from, indexFrom(toMs)));
    }

    Optional<Sample> firstFrom(long timeMs) {
        int index = indexFrom(timeMs);
        return index < end ? Optional.of(sample(index)) : Optional.empty();
    }

    private int indexFrom(long timeMs) {
        int index = Arrays.binarySearch(times, first, end, timeMs);
        return index >= 0 ? index : -index - 1;
    }

    private Sample sample(int index) {
        return new Sample(times[index], values[index], FLAGS[flags[index]], arrivals[index]);
    }

    /** Drops the samples before the earliest time asked for since the last call. */
    void trim() {
        if (askedMs != Long.MAX_VALUE && askedMs > sinceMs) {
            first = indexFrom(askedMs);
            sinceMs = askedMs;
        }
        askedMs = Long.MAX_VALUE;
    }

    /** A part of the buffer; good until the buffer changes. */
    private final class View extends AbstractList<Sample> implements RandomAccess {
        private final int from;
        private final int to;

        private View(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Sample get(int index) {
            if (index < 0 || index >= to - from) {
                throw new IndexOutOfBoundsException(index);
            }
            return sample(from + index);
        }

        @Override
        public int size() {
            return to - from;
        }
    }
}
