package io.greenpark.alerts.message;

import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What templates can name of a case. Of each, a case that has none of it says nothing. */
public enum MessageField {
    EVENT("event", "进展（如预警触发）", "What happened, as Raised"),
    TITLE("title", "预警标题", "Title of the alert"),
    TEXT("text", "预警全文（多行）", "Full text of the alert, several lines"),
    HANDLED(
            "handled",
            "办理信息：编号、级别、所述事项、办理要求（多行）",
            "Of its handling: number, level, what was stated, what is to be done; several lines"),
    MORE("more", "简要补充（含括号）：监测值和限值，或超期的办理要求", "In brackets: figure and limit, or what should have been done"),
    BASIS("basis", "判定规则和依据（多行）", "By which rule, and on which legal basis; several lines"),
    REMARK("remark", "异议情况", "Whether it is objected to"),
    SAID("said", "办理说明", "What somebody said with the step"),
    NUMBER("number", "预警编号", "Number of the case"),
    LEVEL("level", "预警级别（蓝黄橙红）", "Level: blue, yellow, orange, red"),
    PLACE("place", "地点（园区、企业、排放口）", "Place: park, enterprise, outlet"),
    PARK("park", "园区", "Park"),
    ENTERPRISE("enterprise", "企业", "Enterprise"),
    WHO("who", "预警对象（企业、园区或全区）", "Subject: enterprise, park or district"),
    OUTLET("outlet", "排放口", "Outlet"),
    WHAT("what", "预警内容（不含对象）", "The alert without its subject"),
    FACTOR("factor", "因子", "Factor"),
    PERIOD("period", "均值时段（小时均值、日均值）", "Averaging period: hourly mean, daily mean"),
    VALUE("value", "监测值（含单位）", "Value with its unit"),
    BOUND("bound", "限值（含单位）", "Limit with its unit"),
    FIGURE("figure", "监测值（不含单位）", "Value without unit"),
    LIMIT("limit", "限值（不含单位）", "Limit without unit"),
    UNIT("unit", "单位", "Unit"),
    TIMES("times", "超标倍数（(C−C0)/C0）", "Times above the limit, (C−C0)/C0"),
    REPEATS("repeats", "近 30 日次数（含本次）", "How often within 30 days, this one included"),
    SINCE("since", "起始时间", "Since when"),
    DUE("due", "办理期限", "Due"),
    LINK("link", "平台中的地址", "Address in the console"),
    RECEIPT("receipt", "签收链接（短信中仅为其代码）", "Link that acknowledges; in an SMS its code alone"),
    MESSAGE("message", "消息编号", "Id of the message");

    /** Their names. */
    public static final Set<String> CODES =
            Arrays.stream(values()).map(MessageField::code).collect(Collectors.toUnmodifiableSet());

    private final String code;
    private final Bilingual words;

    MessageField(String code, String zh, String en) {
        this.code = code;
        this.words = new Bilingual(zh, en);
    }

    /** As it stands in braces. */
    public String code() {
        return code;
    }

    public Bilingual words() {
        return words;
    }
}
