package io.greenpark.returns.closing;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.unit.Carrier;
import io.greenpark.returns.closing.ClosedFigure.OfBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One figure that is not what it was when its month was closed (结账后有变化).
 *
 * @param field {@code tce}, {@code tcePer10kCny}, {@code ivaCny}, {@code outputCny} or {@code level}; of an amount its carrier's code
 * @param basis null where the figure does not depend on one
 * @param closed what it was; null where there was none
 * @param present what it is; null where there is none
 * @param difference present less closed; null where one of them is none, and of levels
 */
public record FigureChange(
        String field,
        @Nullable ElectricityBasis basis,
        @Nullable String closed,
        @Nullable String present,
        @Nullable BigDecimal difference) {
    /** Rises are spread over hours whose ends are rounded to whole base units; a difference below this is that. */
    private static final BigDecimal AMOUNT = new BigDecimal("0.01");

    /** Tonnes: what the rounding of some amounts comes to. */
    private static final BigDecimal TCE = new BigDecimal("0.0001");

    /** Of the value: nine digits agree. */
    private static final BigDecimal SHARE = new BigDecimal("0.000000001");

    /** In what a figure differs from what it was, beyond rounding; what may not be told on one side is no difference. */
    public static List<FigureChange> between(ClosedFigure closed, ClosedFigure present) {
        List<FigureChange> changes = new ArrayList<>();
        TreeSet<Carrier> carriers = new TreeSet<>(closed.amounts().keySet());
        carriers.addAll(present.amounts().keySet());
        carriers.forEach(carrier -> add(
                changes,
                carrier.code(),
                null,
                closed.amounts().get(carrier),
                present.amounts().get(carrier),
                AMOUNT,
                SHARE));
        boolean told = closed.ivaCny() != null && present.ivaCny() != null || !closed.guarded() && !present.guarded();
        if (told) {
            add(changes, "ivaCny", null, closed.ivaCny(), present.ivaCny(), BigDecimal.ZERO, BigDecimal.ZERO);
            add(changes, "outputCny", null, closed.outputCny(), present.outputCny(), BigDecimal.ZERO, BigDecimal.ZERO);
        }
        closed.bases().forEach((basis, was) -> {
            OfBasis is = present.bases().get(basis);
            if (is != null) {
                add(changes, "tce", basis, was.tce(), is.tce(), TCE, SHARE);
                if (told) {
                    // A quotient of sums that are the same but for rounding is the same.
                    if (differs(changes, "ivaCny", null)
                            || differs(changes, "tce", basis)
                            || was.tcePer10kCny() == null
                            || is.tcePer10kCny() == null) {
                        add(
                                changes,
                                "tcePer10kCny",
                                basis,
                                was.tcePer10kCny(),
                                is.tcePer10kCny(),
                                BigDecimal.ZERO,
                                SHARE);
                    }
                    if (was.level() != is.level()) {
                        changes.add(new FigureChange("level", basis, name(was.level()), name(is.level()), null));
                    }
                }
            }
        });
        return changes;
    }

    private static boolean differs(List<FigureChange> changes, String field, @Nullable ElectricityBasis basis) {
        return changes.stream().anyMatch(c -> c.field().equals(field) && c.basis() == basis);
    }

    private static @Nullable String name(@Nullable Enum<?> level) {
        return level == null ? null : level.name();
    }

    private static void add(
            List<FigureChange> changes,
            String field,
            @Nullable ElectricityBasis basis,
            @Nullable BigDecimal closed,
            @Nullable BigDecimal present,
            BigDecimal least,
            BigDecimal share) {
        if (closed == null && present == null) {
            return;
        }
        if (closed == null || present == null) {
            changes.add(new FigureChange(field, basis, text(closed), text(present), null));
            return;
        }
        BigDecimal difference = present.subtract(closed);
        if (difference.abs().compareTo(least.max(closed.abs().multiply(share))) > 0) {
            changes.add(new FigureChange(field, basis, text(closed), text(present), difference));
        }
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
