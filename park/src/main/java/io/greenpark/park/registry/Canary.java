package io.greenpark.park.registry;

import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own point, whose reading travels the whole way every minute to show that the way is open. Only what
 * carries readings is given a registry that knows it ({@link #addedTo}); accounts, lists and rules ask the bureau's
 * registry, which does not. Its ids begin with an underscore, which no file can declare.
 */
public final class Canary {
    /** The enterprise named in its readings; none of the registry. */
    public static final String OWNER = "_greenpark";

    public static final String DEVICE = "_canary";
    public static final String KEY = "beat";
    public static final String POINT = DEVICE + "." + KEY;

    /** The InfluxDB measurement; no quantity of a file has an underscore. */
    public static final String QUANTITY = "greenpark_canary";

    private Canary() {}

    /** Whether a point is the platform's own: kept like any other, and booked nowhere. */
    public static boolean isOwn(String pointId) {
        return pointId.startsWith("_");
    }

    /** The same registry with the canary in it. */
    public static Registry addedTo(Registry registry) {
        return new Registry(facts(registry.facts(), null, null));
    }

    /**
     * The same, quicker after a change of some facts.
     *
     * @param former a registry of before
     * @param formerWith the same with the canary in it
     */
    public static Registry addedTo(Registry registry, Registry former, Registry formerWith) {
        return new Registry(facts(registry.facts(), former.facts(), formerWith.facts()), formerWith);
    }

    private static Registry.Facts facts(
            Registry.Facts f, Registry.@Nullable Facts former, Registry.@Nullable Facts formerWith) {
        Adding adding = new Adding(f, former, formerWith);
        Bilingual name = new Bilingual("平台自检", "Platform's own");
        return new Registry.Facts(
                f.district(),
                adding.to(Registry.Facts::parks, new Park(OWNER, name, ParkTime.shanghai())),
                adding.to(
                        Registry.Facts::enterprises,
                        new Enterprise(OWNER, OWNER, name, OWNER, false, false, List.of())),
                f.outlets(),
                f.gateways(),
                adding.to(Registry.Facts::devices, new Device(DEVICE, OWNER, name, null, Duration.ofDays(365))),
                adding.to(Registry.Facts::points, point(name)),
                f.statistics(),
                f.bills(),
                f.coefficientSets(),
                f.targets(),
                f.limits(),
                f.closings());
    }

    private static Point point(Bilingual name) {
        PointFacts facts = new PointFacts(
                Instant.EPOCH,
                Unit.ONE,
                PointKind.GAUGE,
                Duration.ZERO,
                Stamp.END,
                Duration.ofMinutes(1),
                null,
                BigDecimal.ONE,
                false,
                null,
                null,
                false,
                ParkTime.SHANGHAI);
        return new Point(POINT, DEVICE, KEY, OWNER, null, QUANTITY, name, List.of(facts), List.of(), null);
    }

    /** Lists that did not change stay the same, so that a registry made of them shares what it looks up. */
    private record Adding(Registry.Facts facts, Registry.@Nullable Facts former, Registry.@Nullable Facts formerWith) {
        @SuppressWarnings("ReferenceEquality")
        <T> List<T> to(Function<Registry.Facts, List<T>> list, T one) {
            List<T> some = list.apply(facts);
            if (former != null && formerWith != null && list.apply(former) == some) {
                return list.apply(formerWith);
            }
            List<T> all = new ArrayList<>(some);
            all.add(one);
            return all;
        }
    }
}
