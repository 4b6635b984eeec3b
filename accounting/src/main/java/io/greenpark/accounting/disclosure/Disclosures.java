package io.greenpark.accounting.disclosure;

import io.greenpark.park.registry.Registry;
import org.jspecify.annotations.Nullable;

/** The disclosure of whatever the current registry is, worked out once per registry. Any thread may ask. */
public final class Disclosures {
    private final DisclosureRule rule;
    private final Suppression suppression;
    private volatile @Nullable Worked latest;
    private volatile boolean guarding;

    private record Worked(Registry registry, Disclosure disclosure) {}

    public Disclosures(DisclosureRule rule) {
        this(rule, new SecondarySuppression());
    }

    Disclosures(DisclosureRule rule, Suppression suppression) {
        this.rule = rule;
        this.suppression = suppression;
    }

    /** With the default rule. */
    public static Disclosures standard() {
        return new Disclosures(DisclosureRule.defaults());
    }

    /** What may leave by a registry. */
    public Disclosure of(Registry registry) {
        Worked known = latest;
        if (known == null || known.registry() != registry) {
            known = new Worked(registry, new Disclosure(registry, rule, suppression));
            latest = known;
            if (known.disclosure().guarding()) {
                guarding = true;
            }
        }
        return known.disclosure();
    }

    /**
     * Whether a statistic is or was kept from anybody since the process began. Then kept rows must be held against the
     * registry: rows of before a change still sum up what another membership or use of statistics let them.
     */
    public boolean guarding() {
        return guarding;
    }
}
