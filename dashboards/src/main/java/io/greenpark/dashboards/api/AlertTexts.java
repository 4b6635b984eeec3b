package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseSeverity;
import io.greenpark.alerts.rulebook.Dependency;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.util.Arrays;

/** Words of cases that stand in files. */
final class AlertTexts {
    static final Bilingual TITLE =
            new Bilingual("预警事件（监测数据超标预警，供核实，不作处罚依据）", "Alerts from monitoring data, no basis for a penalty");

    private AlertTexts() {}

    /** What stands for an enterprise that does not operate among what explains cases. */
    static final String STOPPED = Dependency.STOPPED;

    static final Bilingual STOPPED_TEXT =
            new Bilingual("企业停产（含责令停产）、关停或搬迁", "Enterprise stopped, ordered to stop, closed or moved");

    /** What explains a case, by its code. */
    static Bilingual explaining(String code) {
        return Arrays.stream(Case.Rule.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(AlertTexts::of)
                .orElse(STOPPED_TEXT);
    }

    static Bilingual of(Case.Rule rule) {
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

    static Bilingual of(Case.State state) {
        return switch (state) {
            case OPEN -> new Bilingual("未解除", "Open");
            case CLEARED -> new Bilingual("已解除", "Cleared");
            case WITHDRAWN -> new Bilingual("误报撤销", "Withdrawn");
        };
    }

    static Bilingual of(CaseSeverity severity) {
        return switch (severity) {
            case BAD -> new Bilingual("严重", "Bad");
            case WARNING -> new Bilingual("预警", "Warning");
            case TRIAL -> new Bilingual("试运行", "Trial");
        };
    }

    static Bilingual of(Subject.Scope scope) {
        return switch (scope) {
            case ENTERPRISE -> new Bilingual("企业", "Enterprise");
            case PARK -> new Bilingual("园区整体", "Park as a whole");
            case DISTRICT -> new Bilingual("全区整体", "District as a whole");
        };
    }

    static Bilingual suspected(boolean suspected) {
        return suspected ? new Bilingual("疑似，待核实", "Suspected, verify") : new Bilingual("限值已确认", "Limit confirmed");
    }
}
