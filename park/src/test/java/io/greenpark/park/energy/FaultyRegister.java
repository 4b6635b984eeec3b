package io.greenpark.park.energy;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A register that rises by up to 24 kWh an interval, and what came of it: with spikes, dips, zeros, values of other
 * meters, old values sent again, freezes and lost stretches, between values that are true.
 */
public final class FaultyRegister {
    /** What may go wrong. */
    public enum Fault {
        SPIKE,
        DIP,
        ZEROS,
        OTHER_METER,
        OLD_VALUE,
        FREEZE,
        LOST
    }

    /** What a register without a bound never shows, as it stands for "no value". */
    private static final Set<Long> FILLERS_WH = Set.of(9_999_000L, 9_999_900L, 9_999_990L, 32_767_000L);

    private static final int TRUE_BETWEEN = 12;
    private static final int KNOWN = 7;
    private static final int OLD_ENOUGH = 3;

    private final Random random;
    private final long startMs;
    private final long intervalMs;
    private final List<Sample> sent = new ArrayList<>();
    private final List<Sample> good = new ArrayList<>();
    private final List<Long> trueWh = new ArrayList<>();

    /** @param startMs one interval before the first value */
    public FaultyRegister(long seed, long startMs, long intervalMs, List<Fault> faults) {
        this.intervalMs = intervalMs;
        this.random = new Random(seed);
        this.startMs = startMs;
        honest(TRUE_BETWEEN);
        for (Fault fault : faults) {
            happens(fault);
            honest(TRUE_BETWEEN + random.nextInt(TRUE_BETWEEN));
        }
    }

    private void honest(int values) {
        for (int i = 0; i < values; i++) {
            goesOn();
            Sample sample = sample(now());
            sent.add(sample);
            good.add(sample);
        }
    }

    private void happens(Fault fault) {
        switch (fault) {
            case SPIKE -> wrong(1 + random.nextInt(2), now() + 500_000_000L + random.nextInt(1_000_000_000), 0);
            case DIP -> wrong(1, random.nextInt(20_000), 0);
            case ZEROS -> wrong(1 + random.nextInt(30), 0, 0);
            case OTHER_METER -> {
                long level = random.nextBoolean() ? now() + 40_000_000L : now() / 4;
                wrong(1 + random.nextInt(120), level, 1 + random.nextInt(9_000));
            }
            case OLD_VALUE -> {
                int old = KNOWN + random.nextInt(good.size() - KNOWN - OLD_ENOUGH);
                wrong(1 + random.nextInt(9), Math.round(good.get(old).value() * 1000), 0);
            }
            case FREEZE -> wrong(2 + random.nextInt(150), now(), 0);
            case LOST -> {
                for (int i = random.nextInt(60); i >= 0; i--) {
                    goesOn();
                }
            }
        }
    }

    private void wrong(int values, long fromWh, int growth) {
        long wh = fromWh;
        for (int i = 0; i < values; i++) {
            goesOn();
            sent.add(sample(wh));
            wh += growth == 0 ? 0 : 1 + random.nextInt(growth);
        }
    }

    private void goesOn() {
        long before = trueWh.isEmpty() ? 8_000_000L + random.nextInt(10_000_000) : now();
        long next = before + 1_000 + random.nextInt(23_000);
        trueWh.add(FILLERS_WH.contains(next) ? next + 1 : next);
    }

    private long now() {
        return trueWh.get(trueWh.size() - 1);
    }

    private Sample sample(long wh) {
        return new Sample(startMs + trueWh.size() * intervalMs, wh / 1000.0, Flag.NORMAL, 0);
    }

    /** Every value as sent, in order of time. */
    public List<Sample> sent() {
        return sent;
    }

    /** The true ones among them; the first and the last one sent are true. */
    public List<Sample> good() {
        return good;
    }
}
