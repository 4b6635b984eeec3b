package io.greenpark.dashboards.dossier;

import io.greenpark.park.text.Bilingual;
import java.util.Map;

/** What codes of the API are called on paper. */
final class DossierWords {
    private static final Map<String, Bilingual> STEPS = Map.ofEntries(
            Map.entry("RECORDED", new Bilingual("历史补记", "Recorded")),
            Map.entry("RAISED", new Bilingual("触发", "Raised")),
            Map.entry("WORSENED", new Bilingual("加重", "Worsened")),
            Map.entry("AMENDED", new Bilingual("修正", "Amended")),
            Map.entry("ACKNOWLEDGED", new Bilingual("签收", "Acknowledged")),
            Map.entry("ASSIGNED", new Bilingual("确定承办人", "Given to somebody")),
            Map.entry("GIVEN_BACK", new Bilingual("承办人退回", "Given back")),
            Map.entry("CLEARED", new Bilingual("恢复", "Cleared")),
            Map.entry("WITHDRAWN", new Bilingual("误报撤销", "Withdrawn")),
            Map.entry("ESCALATED_TO_ENTERPRISE", new Bilingual("升级告知企业", "Told to the enterprise, too")),
            Map.entry("ESCALATED_TO_OFFICE", new Bilingual("升级告知管理部门", "Told to the authority, too")),
            Map.entry("ESCALATED_TO_PARK", new Bilingual("升级告知园区", "Told to the park, too")),
            Map.entry("PUSHED", new Bilingual("推送", "Pushed")),
            Map.entry("ANSWERED", new Bilingual("企业反馈", "Answered")),
            Map.entry("RETURNED", new Bilingual("退回", "Returned")),
            Map.entry("VERIFIED", new Bilingual("核查", "Verified")),
            Map.entry("RECTIFICATION_ORDERED", new Bilingual("责令整改", "To be rectified")),
            Map.entry("RECTIFIED", new Bilingual("报整改完成", "Reported rectified")),
            Map.entry("REVIEWED", new Bilingual("复核通过", "Reviewed, passed")),
            Map.entry("TRANSFERRED", new Bilingual("移交线索", "Handed over as a clue")),
            Map.entry("DECLARED_MISREPORT", new Bilingual("提出误报", "Declared a misreport")),
            Map.entry("CLOSED", new Bilingual("销号", "Closed")),
            Map.entry("REOPENED", new Bilingual("重新办理", "Reopened")),
            Map.entry("EXTENDED", new Bilingual("延期", "Extended")),
            Map.entry("COMMENTED", new Bilingual("留言", "Comment")),
            Map.entry("FILES_ADDED", new Bilingual("补充附件", "Files added")),
            Map.entry("OVERDUE", new Bilingual("超期", "Term passed")),
            Map.entry("LEVEL_CHANGED", new Bilingual("级别调整", "Level changed")));

    private static final Map<String, Bilingual> LEVELS = Map.of(
            "blue", new Bilingual("蓝色", "Blue"),
            "yellow", new Bilingual("黄色", "Yellow"),
            "orange", new Bilingual("橙色", "Orange"),
            "red", new Bilingual("红色", "Red"));

    private static final Map<String, Bilingual> LEVEL_BY = Map.of(
            "multiple", new Bilingual("超标倍数", "multiple of the limit"),
            "factor", new Bilingual("重金属倍数，涉嫌犯罪线索，待核实", "multiple of a metal's limit, suspected, to be verified"),
            "duration", new Bilingual("持续时间", "duration"),
            "repeat", new Bilingual("30 天内次数", "times in 30 days"));

    private static final Map<String, Bilingual> OUTCOMES = Map.of(
            "RAISES", new Bilingual("超出", "Exceeded"),
            "HOLDS", new Bilingual("边缘", "Borderline"),
            "CLEARS", new Bilingual("未超出", "Kept"),
            "UNJUDGED", new Bilingual("未判断", "Not judged"));

    private static final Map<String, Bilingual> NOTICES = Map.of(
            "WAITING", new Bilingual("待发送", "Waiting"),
            "DELIVERED", new Bilingual("已送达", "Delivered"),
            "GIVEN_UP", new Bilingual("已放弃", "Given up"));

    private static final Map<String, Bilingual> CHANNELS = Map.of(
            "mail", new Bilingual("邮件", "mail"),
            "webhook", new Bilingual("网络回调", "webhook"),
            "sms", new Bilingual("短信", "SMS"),
            "dingtalk", new Bilingual("钉钉群", "DingTalk group"),
            "wecom", new Bilingual("企业微信群", "WeCom group"),
            "feishu", new Bilingual("飞书群", "Feishu group"),
            "zhezhengding", new Bilingual("浙政钉", "government DingTalk"));

    private static final Map<String, Bilingual> STATES = Map.of(
            "OPEN", new Bilingual("未解除", "Open"),
            "CLEARED", new Bilingual("已解除", "Cleared"),
            "WITHDRAWN", new Bilingual("误报撤销", "Withdrawn"));

    private DossierWords() {}

    private static Bilingual of(Map<String, Bilingual> words, String code) {
        return words.getOrDefault(code, Bilingual.same(code));
    }

    static Bilingual step(String kind) {
        return of(STEPS, kind);
    }

    static Bilingual level(String code) {
        return of(LEVELS, code);
    }

    static Bilingual levelBy(String code) {
        return of(LEVEL_BY, code);
    }

    static Bilingual outcome(String code) {
        return of(OUTCOMES, code);
    }

    static Bilingual notice(String state) {
        return of(NOTICES, state);
    }

    static Bilingual channel(String code) {
        return of(CHANNELS, code);
    }

    static Bilingual state(String code) {
        return of(STATES, code);
    }
}
