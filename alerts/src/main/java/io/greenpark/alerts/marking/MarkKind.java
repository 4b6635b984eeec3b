package io.greenpark.alerts.marking;

import io.greenpark.park.text.Bilingual;

/** What an enterprise says of a time of its data, as the rules of marking group it: how production ran, how treatment ran, what ailed the monitoring. */
public enum MarkKind {
    START_UP(Group.PRODUCTION, "生产设施启动", "Production starts up"),
    SHUT_DOWN(Group.PRODUCTION, "生产设施停运过程", "Production shuts down"),
    STOPPED(Group.PRODUCTION, "生产设施停运", "Production stands still"),
    PRODUCTION_FAULT(Group.PRODUCTION, "生产设施故障", "Fault of production"),
    TREATMENT_FAULT(Group.TREATMENT, "污染治理设施故障", "Fault of treatment"),
    MONITOR_FAULT(Group.MONITORING, "自动监测设备故障", "Fault of the monitoring device"),
    MAINTENANCE(Group.MONITORING, "自动监测设备维护", "Maintenance of the monitoring device"),
    CALIBRATION(Group.MONITORING, "自动监测设备校准校验", "Calibration of the monitoring device"),
    POWER_CUT(Group.MONITORING, "停电", "Power cut"),
    COMMUNICATION(Group.MONITORING, "通讯中断", "Communication interrupted");

    /** What a kind is about. */
    public enum Group {
        PRODUCTION(new Bilingual("生产设施工况", "Production")),
        TREATMENT(new Bilingual("污染治理设施工况", "Treatment")),
        MONITORING(new Bilingual("自动监测异常", "Monitoring"));

        private final Bilingual words;

        Group(Bilingual words) {
            this.words = words;
        }

        public Bilingual words() {
            return words;
        }
    }

    private final Group group;
    private final Bilingual words;

    MarkKind(Group group, String zh, String en) {
        this.group = group;
        this.words = new Bilingual(zh, en);
    }

    public Group group() {
        return group;
    }

    public Bilingual words() {
        return words;
    }
}
