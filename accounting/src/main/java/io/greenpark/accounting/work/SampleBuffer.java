package io.greenpark.accounting.work;

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
    private static final int LEAST_ROOM = 8;
    /** Objects and headers take as much as so many samples. */
    private static final int OVERHEAD = 8;

    private static final Flag[] FLAGS = Flag.values();

    private long sinceMs;
    private long askedMs = Long.MAX_VALUE;
    /** What lies before is let go of, and its room taken back when more is needed. */
    private int first;

    private int end;
    private long[] times;
    private double[] values;
    private long[] arrivals;
    private byte[] flags;

    private SampleBuffer(long sinceMs, int room) {
        this.sinceMs = sinceMs;
        this.times = new long[room];
        this.values = new double[room];
        this.arrivals = new long[room];
        this.flags = new byte[room];
    }

    static SampleBuffer of(long sinceMs, List<Sample> samples) {
        SampleBuffer tail = new SampleBuffer(sinceMs, lengthFor(samples.size()));
        samples.forEach(s -> tail.add(s.timeMs(), s.value(), s.flag(), s.arrivalMs()));
        return tail;
    }

    private static int lengthFor(int samples) {
        return Math.max(LEAST_ROOM, samples + samples / 4);
    }

    /** The {@link #room} of a new one with so many samples. */
    static int roomOf(int samples) {
        return lengthFor(samples) + OVERHEAD;
    }

    long sinceMs() {
        return sinceMs;
    }

    /** For how many samples it takes room, its own costs among them. */
    int room() {
        return times.length + OVERHEAD;
    }

    /** The time of the newest sample; where there is none, just before the time from which on all are known. */
    long newestMs() {
        return end == first ? sinceMs - 1 : times[end - 1];
    }

    void add(Reading r) {
        add(r.timeMs(), r.value(), r.flag(), r.arrivalMs());
    }

    private void add(long timeMs, double value, Flag flag, long arrivalMs) {
        if (end == times.length) {
            makeRoom();
        }
        times[end] = timeMs;
        values[end] = value;
        arrivals[end] = arrivalMs;
        flags[end] = (byte) flag.ordinal();
        end++;
    }

    private void makeRoom() {
        int size = end - first;
        int room = first + size + Math.max(LEAST_ROOM, size / 4);
        times = Arrays.copyOfRange(times, first, room);
        values = Arrays.copyOfRange(values, first, room);
        arrivals = Arrays.copyOfRange(arrivals, first, room);
        flags = Arrays.copyOfRange(flags, first, room);
        end = size;
        first = 0;
    }

    /** Whether it holds what a reading says. */
    boolean has(Reading r) {
        int place = Arrays.binarySearch(times, first, end, r.timeMs());
        return place >= 0 && Double.compare(values[place], r.value()) == 0 && FLAGS[flags[place]] == r.flag();
    }

    List<Sample> range(long fromMs, long toMs) {
        askedMs = Math.min(askedMs, fromMs);
        int from = placeFrom(fromMs);
        return new View(from, Math.max(from, placeFrom(toMs)));
    }

    Optional<Sample> firstFrom(long timeMs) {
        int place = placeFrom(timeMs);
        return place < end ? Optional.of(sample(place)) : Optional.empty();
    }

    private int placeFrom(long timeMs) {
        int place = Arrays.binarySearch(times, first, end, timeMs);
        return place >= 0 ? place : -place - 1;
    }

    private Sample sample(int place) {
        return new Sample(times[place], values[place], FLAGS[flags[place]], arrivals[place]);
    }

    /** Drops what lies before all that was asked for since this was called last. */
    void trim() {
        if (askedMs != Long.MAX_VALUE && askedMs > sinceMs) {
            first = placeFrom(askedMs);
            sinceMs = askedMs;
        }
        askedMs = Long.MAX_VALUE;
    }

    /** A part of it; good until it is changed. */
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
