package io.greenpark.lab.chaos.check;

import java.util.List;

/**
 * What one store holds of what was acknowledged.
 *
 * @param store its name for a reader of the report
 * @param of what is compared: readings, amounts, notices
 * @param expected how many there should be
 * @param found how many of these there are
 * @param lost how many are missing
 * @param twice how many are there more than once
 * @param wrong how many are there with another value
 * @param strange how many were never sent
 * @param repeats repetitions that the store may hold and that count once further on
 * @param differing the first of what is lost, twice, wrong or strange, in words
 */
public record StoreComparison(
        String store,
        String of,
        long expected,
        long found,
        long lost,
        long twice,
        long wrong,
        long strange,
        long repeats,
        List<String> differing) {
    /** How many differences are named. */
    public static final int NAMED = 20;

    public StoreComparison {
        differing = List.copyOf(differing);
    }

    /** Whether the store holds exactly what it should. */
    public boolean right() {
        return lost == 0 && twice == 0 && wrong == 0 && strange == 0;
    }
}
