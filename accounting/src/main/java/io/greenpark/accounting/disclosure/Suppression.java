package io.greenpark.accounting.disclosure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Decides which sums over areas leave in one month. */
interface Suppression {
    /**
     * Which of the sums leave.
     *
     * @param parks the parks whose sum leaves
     * @param district whether that of the district does
     */
    record Leaving(Set<String> parks, boolean district) {}

    /**
     * @param guarded by park the values that are kept back from the audience, by enterprise; all others are known to it
     */
    Leaving leaving(Map<String, Map<String, BigDecimal>> guarded, DisclosureRule rule);
}
