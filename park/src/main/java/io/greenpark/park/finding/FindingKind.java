package io.greenpark.park.finding;

import io.greenpark.park.text.Bilingual;

/**
 * What is noticed about the readings of a point, in words, and what to do about it. The names stand in the books and the
 * API, so none is ever renamed.
 */
public enum FindingKind {
    INVALID(
            new Bilingual("测点不可能有的数值", "impossible values"),
            new Bilingual(
                    "这些数值保留但不参与核算。请检查传感器和量程；若数值属实，请在登记册中修改测点的 min、max 或 registerRange。",
                    "They are kept and counted nowhere. Check the sensor and its range; where the values are true, correct the"
                            + " point's min, max or registerRange in the registry.")),
    TOO_MUCH(
            new Bilingual("用量超过可能的最大值", "amounts too large"),
            new Bilingual(
                    "这些用量不参与核算。请检查单位和倍率；若属实，请在登记册中修改测点的 maxPerHour。",
                    "They are not counted. Check unit and ratio; where they are true, correct the point's maxPerHour in the"
                            + " registry.")),
    BESIDE_THE_GRID(
            new Bilingual("时间戳不属于任何统计时段", "stamps that fit no period"),
            new Bilingual(
                    "这些均值不属于任何一小时或一天。请校准设备时钟、核对 period 和 stamp；设备确有偏差时可设置 stampTolerance。",
                    "Means of no hour or day. Set the clock of the device right, check period and stamp; where the device is"
                            + " known to be off, state a stampTolerance.")),
    OVERLAPPED(
            new Bilingual("与其他数值的时段重叠", "overlapping values"),
            new Bilingual(
                    "重叠时段只计一个数值。偶发可忽略；反复出现时请核对设备的 period，以及是否有两个来源。",
                    "Of each overlap one value counts. Now and then it is harmless; where it goes on, check the device's period"
                            + " and whether two sources send.")),
    SECOND_CLOCK(
            new Bilingual("同一键下有两个时钟或两种周期", "second clock"),
            new Bilingual(
                    "同一测点当天多次重叠：请查找用同一键发送的第二台设备或网关，或已更改的采样周期，并停用其一。",
                    "Overlaps again and again in one day: look for a second device or gateway that sends under this key, or a"
                            + " period that was changed, and end one of them.")),
    EXCURSION(
            new Bilingual("示数离开后又返回", "register left and came back"),
            new Bilingual(
                    "其间的读数未计入，用量按前后示数分摊（估算）。无需补录；反复出现时请检查网关缓存、重启和接线（两表互换）。",
                    "What was read meanwhile is not counted; the use over it is spread, as an estimate. Nothing is to be"
                            + " entered; where it recurs, check the gateway's cache and restarts, and for two meters swapped.")),
    NEW_BASE(
            new Bilingual("示数从另一数值继续", "register went on elsewhere"),
            new Bilingual(
                    "差值未计入。若是换表、两表互换或参数修改，请在登记册中登记；35 天内返回则自动更正。",
                    "The difference is not counted. Where the meter was replaced, two were swapped or its settings changed,"
                            + " enter that in the registry; if it comes back within 35 days, it is put right by itself.")),
    LIKE_REPLACED(
            new Bilingual("疑似更换表计", "probably another meter"),
            new Bilingual(
                    "请向企业核实是否换表；接受或拒绝换表建议。接受前不计入差值。",
                    "Ask the enterprise whether the meter was replaced, then accept or decline the proposal. Nothing is counted"
                            + " for it before.")),
    FALL_THAT_STAYED(
            new Bilingual("示数下降后未恢复", "register fell and stayed down"),
            new Bilingual(
                    "请向企业核实换表时间及新旧表底数；接受或拒绝换表建议。接受前不计入差值。",
                    "Ask the enterprise when the meter was replaced and what both registers said, then accept or decline the"
                            + " proposal. Nothing is counted for it before.")),
    FREEZE(
            new Bilingual("示数停滞后补上", "register stood and caught up"),
            new Bilingual(
                    "停滞期间的用量按时间分摊（估算）。请检查采集链路：读数曾长时间不更新。",
                    "What was used meanwhile is spread over the time, as an estimate. Check the way from the meter: its reading"
                            + " was not renewed for long.")),
    LONG_STEP(
            new Bilingual("表计过久没有读数", "not read for too long"),
            new Bilingual(
                    "超过最长间隔（accounting.longestStep）的差值不计入。若知道其间用量，请补传期间读数。",
                    "A difference over more than accounting.longestStep is not counted. Where readings in between are known,"
                            + " send them."));

    private final Bilingual text;
    private final Bilingual advice;

    FindingKind(Bilingual text, Bilingual advice) {
        this.text = text;
        this.advice = advice;
    }

    /** Whether it is for who runs the platform: the device or its gateway is set up wrong. */
    public boolean forOperator() {
        return this == SECOND_CLOCK || this == BESIDE_THE_GRID;
    }

    /** Whether each asks for a decision of its own; it is kept by itself, and does not grow old. */
    public boolean eachByItself() {
        return this == LIKE_REPLACED || this == FALL_THAT_STAYED;
    }

    public Bilingual text() {
        return text;
    }

    /** What to do about it. */
    public Bilingual advice() {
        return advice;
    }
}
