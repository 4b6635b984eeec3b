package io.greenpark.dashboards.api;

import io.greenpark.park.registry.Outlet;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;

/** Words about limits that stand in files. */
final class ExceedanceTexts {
    static final Bilingual LEDGER = new Bilingual("超标台账", "Ledger of exceedances");
    static final Bilingual NOTICE = new Bilingual(
            "监测数据超标预警，供核实，不作处罚依据。", "Alert from monitoring data, for verification; no basis for a penalty.");

    private ExceedanceTexts() {}

    static Bilingual suspected(boolean suspected) {
        return suspected ? new Bilingual("疑似超标", "Suspected exceedance") : new Bilingual("超标", "Exceeded");
    }

    static Bilingual of(Step averaging) {
        return averaging == Step.HOUR ? new Bilingual("小时均值", "Hourly mean") : new Bilingual("日均值", "Daily mean");
    }

    static Bilingual of(Outlet.Medium medium) {
        return switch (medium) {
            case STACK -> new Bilingual("废气", "Stack");
            case WATER -> new Bilingual("废水", "Water");
        };
    }

    static Bilingual bound(boolean upper) {
        return upper ? new Bilingual("上限", "Upper") : new Bilingual("下限", "Lower");
    }

    static Bilingual confirmed(boolean confirmed) {
        return confirmed ? new Bilingual("已确认", "Confirmed") : new Bilingual("未经确认", "Not confirmed");
    }

    static Bilingual evidence(boolean evidence) {
        return evidence
                ? new Bilingual("验收、检定合格并联网的设备", "Accepted, verified and networked analyser")
                : new Bilingual("线索数据，须核实", "A clue only, to be verified");
    }
}
