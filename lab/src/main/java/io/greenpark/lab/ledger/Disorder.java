package io.greenpark.lab.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Order of sending: as measured, or shuffled within a few messages and with repetitions of the last ones. */
final class Disorder {
    private static final int SHUFFLED = 8;
    private static final int LOOK_BACK = 200;
    private static final double REPEATED = 0.3;

    private volatile boolean on;

    void set(boolean disorderly) {
        on = disorderly;
    }

    /** Some messages from {@code next} on and before {@code due}, at least one. */
    List<Long> next(long next, long due, Random random) {
        if (!on) {
            return List.of(next);
        }
        List<Long> some = new ArrayList<>();
        for (long sequence = next; sequence < due && sequence < next + SHUFFLED; sequence++) {
            some.add(sequence);
            if (random.nextDouble() < REPEATED) {
                some.add(Math.max(0, sequence - random.nextInt(LOOK_BACK)));
            }
        }
        Collections.shuffle(some, random);
        return some;
    }
}
