package io.greenpark.dashboards.api;

import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.text.Bilingual;

/** Words about points that stand in files. */
final class PointTexts {
    private PointTexts() {}

    static Bilingual of(PointKind kind) {
        return switch (kind) {
            case REGISTER -> new Bilingual("累计读数", "Register");
            case INTERVAL -> new Bilingual("时段用量", "Amount of an interval");
            case GAUGE -> new Bilingual("测量值", "Measured value");
            case STATE -> new Bilingual("状态", "State");
        };
    }
}
