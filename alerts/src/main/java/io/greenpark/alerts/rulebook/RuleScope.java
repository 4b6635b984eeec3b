package io.greenpark.alerts.rulebook;

import io.greenpark.park.text.Bilingual;

/** What a rule is for, each with all that is in it; the later one here is more specific, and wins. */
public enum RuleScope {
    DISTRICT(new Bilingual("全区", "the district")),
    PARK(new Bilingual("园区", "a park")),
    INDUSTRY(new Bilingual("行业", "an industry")),
    ENTERPRISE(new Bilingual("企业", "an enterprise")),
    OUTLET(new Bilingual("排放口", "an outlet")),
    DEVICE(new Bilingual("设备", "a device")),
    /** One tag of the telemetry. */
    POINT(new Bilingual("测点", "a point"));

    private final Bilingual words;

    RuleScope(Bilingual words) {
        this.words = words;
    }

    public Bilingual words() {
        return words;
    }
}
