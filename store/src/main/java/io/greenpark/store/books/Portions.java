package io.greenpark.store.books;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists in portions, since a statement takes a bounded number of parameters. */
public final class Portions {
    /** As many parameters in a list of a statement as every database of ours takes with ease. */
    public static final int OF_A_STATEMENT = 500;

    private Portions() {}

    /** All of them, in order, so many at a time as a statement takes. */
    public static <T> List<List<T>> of(Collection<T> all) {
        return of(all, OF_A_STATEMENT);
    }

    /**
     * All of them, in order.
     *
     * @param most in a portion; at least 1
     */
    public static <T> List<List<T>> of(Collection<T> all, int most) {
        List<T> list = List.copyOf(all);
        List<List<T>> portions = new ArrayList<>();
        for (int i = 0; i < list.size(); i += most) {
            portions.add(list.subList(i, Math.min(list.size(), i + most)));
        }
        return portions;
    }
}
