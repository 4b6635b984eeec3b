package io.greenpark.accounting.disclosure;

import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;

/** Who is told. */
public enum Audience {
    /** Officers of the bureau and of the parks: they see what enterprises are shown. */
    OFFICERS,
    /** Whoever may look at Grafana: sees of a single enterprise only what may be held against it. */
    ANYONE;

    /** Whether a statistic of this use is kept from the audience. */
    boolean isKeptFrom(AllowedUse use) {
        return this == OFFICERS ? use == AllowedUse.AGGREGATE_ONLY : use != AllowedUse.JUDGE;
    }
}
