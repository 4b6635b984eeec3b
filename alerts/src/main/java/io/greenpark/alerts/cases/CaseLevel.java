package io.greenpark.alerts.cases;

import io.greenpark.park.text.Bilingual;

/**
 * How grave a case is (预警级别), the least first; it rises and falls. Not to be confused with {@link CaseSeverity}, which sorts rules, and with the
 * levels of progress towards an energy target.
 */
public enum CaseLevel {
    BLUE(new Bilingual("蓝色", "Blue")),
    YELLOW(new Bilingual("黄色", "Yellow")),
    ORANGE(new Bilingual("橙色", "Orange")),
    RED(new Bilingual("红色", "Red"));

    private final Bilingual words;

    CaseLevel(Bilingual words) {
        this.words = words;
    }

    /** What practice calls it. */
    public Bilingual words() {
        return words;
    }
}
