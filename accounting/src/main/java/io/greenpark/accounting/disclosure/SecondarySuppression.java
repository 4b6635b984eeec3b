package io.greenpark.accounting.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A park's sum leaves where its guarded values together tell none of them. What is left when the parks that leave are taken
 * from the district are the guarded values of the others, so these have to be safe together; where they are not, further
 * parks are kept back with them, and if that does not help, the district.
 *
 * <p>The district comes before a park because the assigned target is the district's. Parks are added in the order of how
 * many guarded values they have, not of their sums: which park is kept back then says nothing of the values, and is mostly
 * the same one month after month, without which neither of two parks would have a year to date.
 */
final class SecondarySuppression implements Suppression {
    @Override
    public Leaving leaving(Map<String, Map<String, BigDecimal>> guarded, DisclosureRule rule) {
        Set<String> leaving = new LinkedHashSet<>();
        List<BigDecimal> keptBack = new ArrayList<>();
        Map<String, Collection<BigDecimal>> safe = new LinkedHashMap<>();
        guarded.forEach((park, values) -> {
            if (values.isEmpty()) {
                leaving.add(park);
            } else if (rule.allows(values.values())) {
                leaving.add(park);
                safe.put(park, values.values());
            } else {
                keptBack.addAll(values.values());
            }
        });
        List<String> further = keptBackToo(safe, keptBack, rule);
        if (further == null) {
            return new Leaving(leaving, false);
        }
        further.forEach(leaving::remove);
        return new Leaving(leaving, true);
    }

    /** The parks to keep back beside the unsafe ones, so that all of them are safe together; null if nothing helps. */
    private static @Nullable List<String> keptBackToo(
            Map<String, Collection<BigDecimal>> safe, List<BigDecimal> unsafe, DisclosureRule rule) {
        if (unsafe.isEmpty() || rule.allows(unsafe)) {
            return List.of();
        }
        List<Map.Entry<String, Collection<BigDecimal>>> fewestFirst = safe.entrySet().stream()
                .sorted(Comparator.comparingInt(park -> park.getValue().size()))
                .toList();
        for (Map.Entry<String, Collection<BigDecimal>> park : fewestFirst) {
            if (rule.allows(together(unsafe, park.getValue()))) {
                return List.of(park.getKey());
            }
        }
        List<BigDecimal> all = unsafe;
        List<String> parks = new ArrayList<>();
        for (Map.Entry<String, Collection<BigDecimal>> park : fewestFirst) {
            all = together(all, park.getValue());
            parks.add(park.getKey());
            if (rule.allows(all)) {
                return parks;
            }
        }
        return null;
    }

    private static List<BigDecimal> together(Collection<BigDecimal> some, Collection<BigDecimal> others) {
        List<BigDecimal> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
