package io.greenpark.alerts.text;

import io.greenpark.park.text.Bilingual;

/** The labels of a text's lines. */
final class Labels {
    static final Bilingual WHO = new Bilingual("对象", "Subject");
    static final Bilingual WHAT = new Bilingual("预警内容", "Alert");
    static final Bilingual REFUSED = new Bilingual("被拒原因", "Refused because");
    static final Bilingual TO_DO = new Bilingual("处理", "Action");
    static final Bilingual DEVICES = new Bilingual("设备", "Devices");
    static final Bilingual FIGURE = new Bilingual("数值", "Figure");
    static final Bilingual LATEST = new Bilingual("最新", "Latest");
    static final Bilingual LIMIT = new Bilingual("排放限值", "Limit");
    static final Bilingual SILENT_AFTER = new Bilingual("离线判定", "Counts as silent");
    static final Bilingual TARGET = new Bilingual("目标", "Target");
    static final Bilingual PERMIT = new Bilingual("排污许可", "Permit");
    static final Bilingual SINCE = new Bilingual("起始", "Since");
    static final Bilingual UNTIL = new Bilingual("结束", "Ended");
    static final Bilingual SURE = new Bilingual("可信度", "Confidence");

    private Labels() {}
}
