package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.text.Bilingual;

/** What the kinds of rules are called. */
public final class RuleTexts {
    private RuleTexts() {}

    public static Bilingual of(Case.Rule rule) {
        return switch (rule) {
            case ENERGY_DECLINE_BEHIND -> new Bilingual("单位增加值能耗下降滞后", "Energy target: behind");
            case LIMIT_EXCEEDED -> new Bilingual("排放超标", "Limit exceeded");
            case LIMIT_WARNING -> new Bilingual("排放预警", "Limit warning");
            case DEVICE_SILENT -> new Bilingual("设备离线（数据中断）", "Device silent");
            case DATA_STANDS_STILL -> new Bilingual("数据停滞", "Data out of date");
            case CANARY_MISSING -> new Bilingual("平台探测读数未到达", "Canary missing");
            case CHANNEL_DEAD -> new Bilingual("通知渠道不通", "A way of telling people is dead");
            case NO_WORKING_CONTACT -> new Bilingual("没有可用联系人", "No working contact");
            case POWER_WHILE_STOPPED -> new Bilingual("停产企业用电", "Power while stopped");
            case CLEAN_PRODUCTION_OVERDUE -> new Bilingual("清洁生产逾期", "Clean production overdue");
            case GATEWAY_SILENT -> new Bilingual("网关离线（数据中断）", "Gateway silent");
            case DOOR_SILENT -> new Bilingual("数据接入中断或无数据", "Data intake closed or silent");
        };
    }
}
