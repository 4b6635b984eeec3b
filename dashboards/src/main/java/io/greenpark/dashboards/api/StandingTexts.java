package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.text.Bilingual;

/** Words of standings that stand in files. */
final class StandingTexts {
    static final Bilingual TITLE = new Bilingual("节能目标完成情况", "Progress towards energy targets");

    static final Bilingual NO_TARGET = new Bilingual("无目标", "No target");

    private StandingTexts() {}

    static Bilingual of(ProgressLevel level) {
        return switch (level) {
            case ON_PATH -> new Bilingual("三级（绿）：符合进度", "Green: on track");
            case BEHIND -> new Bilingual("二级（黄）：下降但滞后", "Amber: falling, but behind");
            case NOT_FALLING -> new Bilingual("一级（红）：未下降", "Red: not falling");
        };
    }

    static Bilingual of(TargetVerdict verdict) {
        return switch (verdict) {
            case ON_TARGET -> new Bilingual("符合进度", "On track");
            case BEHIND -> new Bilingual("滞后", "Behind");
            case NOT_JUDGED -> new Bilingual("未判断", "Not judged");
        };
    }

    static Bilingual of(FigureStatus status) {
        return switch (status) {
            case PROVISIONAL -> new Bilingual("初步数", "Provisional");
            case ESTIMATED -> new Bilingual("推算数", "Estimated statistics");
            case FINAL -> new Bilingual("年报核定数", "Final");
        };
    }

    static Bilingual of(ElectricityBasis basis) {
        return switch (basis) {
            case EQUIVALENT -> new Bilingual("当量值", "Calorific value (equivalent)");
            case EQUAL_VALUE -> new Bilingual("等价值", "Primary-energy value (equal value)");
        };
    }
}
