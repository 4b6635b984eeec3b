package io.greenpark.accounting.energy;

import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Estimated.Share;
import java.util.Random;

/** Estimated shares at random. */
final class TestEstimates {
    private TestEstimates() {}

    /** Nothing mostly, the whole at some levels, or any. */
    static Estimated any(Random random, Share whole) {
        return random.nextInt(3) > 0
                ? Estimated.NONE
                : new Estimated(share(random, whole), share(random, whole), share(random, whole));
    }

    private static Share share(Random random, Share whole) {
        return switch (random.nextInt(4)) {
            case 0 -> Share.NONE;
            case 1, 2 -> whole;
            default -> new Share(random.nextInt(1 + (int) whole.ms()), random.nextLong() >> random.nextInt(60));
        };
    }
}
