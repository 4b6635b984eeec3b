package io.greenpark.dashboards.api;

import io.greenpark.accounting.point.PointSeries.What;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;

/** Words about values that were replaced, which stand in files. */
final class FormerTexts {
    static final Bilingual TITLE = new Bilingual("更正记录", "Corrections");

    /** Amounts are booked by hours only; days are their sums. */
    private static final Bilingual HOURLY_AMOUNT = new Bilingual("小时用量", "Hourly amount");

    private FormerTexts() {}

    static Bilingual of(What what, Step step) {
        return what == What.MEAN ? ExceedanceTexts.of(step) : HOURLY_AMOUNT;
    }

    static Bilingual of(Quality quality) {
        return switch (quality) {
            case MEASURED -> new Bilingual("实测", "Measured");
            case ESTIMATED -> new Bilingual("估算", "Estimated");
            case PARTIAL -> new Bilingual("部分", "Partial");
            case MISSING -> new Bilingual("缺失", "Missing");
            case CORRECTED -> new Bilingual("已更正", "Corrected");
        };
    }
}
