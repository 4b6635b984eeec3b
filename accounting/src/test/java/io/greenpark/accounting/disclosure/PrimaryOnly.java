package io.greenpark.accounting.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What disclosure would be with the rule for each sum by itself: for showing that this is not enough. */
public final class PrimaryOnly implements Suppression {
    /** Disclosures that keep nothing back for the sake of another sum. */
    public static Disclosures disclosures() {
        return new Disclosures(DisclosureRule.defaults(), new PrimaryOnly());
    }

    @Override
    public Leaving leaving(Map<String, Map<String, BigDecimal>> guarded, DisclosureRule rule) {
        Set<String> parks = new LinkedHashSet<>();
        List<BigDecimal> all = new ArrayList<>();
        guarded.forEach((park, values) -> {
            all.addAll(values.values());
            if (values.isEmpty() || rule.allows(values.values())) {
                parks.add(park);
            }
        });
        return new Leaving(parks, all.isEmpty() || rule.allows(all));
    }
}
