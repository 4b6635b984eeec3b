package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.rulebook.RuleParameter.Form;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a kind of rule has: for what it may be, and by which parameters it judges.
 *
 * @param scopes coarsest first
 * @param besides whether a rule on trial may judge beside the one in force, as what is judged are figures of periods that two can look at
 */
public record RuleForm(Case.Rule kind, List<RuleScope> scopes, List<RuleParameter> parameters, boolean besides) {
    public static final String RAISE_AFTER = "raiseAfter";
    public static final String CLEAR_AFTER = "clearAfter";
    public static final String WORSEN_PERCENT = "worsenPercent";
    public static final String WORSEN_POINTS = "worsenPoints";
    public static final String MIN_COMPLETENESS = "minCompletenessPercent";
    public static final String MIN_RUNNING = "minRunningPercent";
    public static final String CLEAR_PERCENT = "clearPercent";
    public static final String CLEAR_POINTS = "clearPoints";
    public static final String SHARE_PERCENT = "sharePercent";
    public static final String SENDERS = "senders";
    public static final String AFTER = "after";
    public static final String TIMES = "times";
    public static final String BASE_KW = "baseKw";
    public static final String FLAP_TIMES = "flapTimes";
    public static final String FLAP_WINDOW = "flapWindow";

    private static final Bilingual NONE = new Bilingual("", "");
    private static final Bilingual PERIODS = new Bilingual("个周期", "periods");
    private static final Bilingual HOURS = new Bilingual("小时", "h");
    private static final Bilingual PERCENT = Bilingual.same("%");
    private static final Bilingual POINTS = new Bilingual("个百分点", "percentage points");
    private static final int DAY_S = 86_400;
    private static final List<RuleScope> ALL = List.of(RuleScope.values());
    private static final List<RuleScope> OF_SUBJECTS =
            List.of(RuleScope.DISTRICT, RuleScope.PARK, RuleScope.INDUSTRY, RuleScope.ENTERPRISE);
    private static final List<RuleScope> OF_DEVICES =
            List.of(RuleScope.DISTRICT, RuleScope.PARK, RuleScope.INDUSTRY, RuleScope.ENTERPRISE, RuleScope.DEVICE);
    private static final List<RuleScope> OF_DISTRICT = List.of(RuleScope.DISTRICT);

    private static final Map<Case.Rule, RuleForm> FORMS = new EnumMap<>(Case.Rule.class);

    static {
        for (Case.Rule kind : Case.Rule.values()) {
            FORMS.put(kind, form(kind));
        }
    }

    public static RuleForm of(Case.Rule kind) {
        return Objects.requireNonNull(FORMS.get(kind));
    }

    private static RuleForm form(Case.Rule kind) {
        return switch (kind) {
            case ENERGY_DECLINE_BEHIND ->
                new RuleForm(
                        kind,
                        OF_SUBJECTS,
                        List.of(
                                raiseAfter(PERIODS),
                                clearAfter(PERIODS),
                                whole(WORSEN_POINTS, "加重步长", "worse by", POINTS, 1, 100),
                                completeness(50),
                                whole(CLEAR_POINTS, "解除须优于目标", "clears when better by", POINTS, 0, 50)),
                        true);
            case LIMIT_EXCEEDED ->
                new RuleForm(
                        kind,
                        ALL,
                        List.of(
                                raiseAfter(PERIODS),
                                clearAfter(PERIODS),
                                whole(WORSEN_PERCENT, "加重步长", "worse by", PERCENT, 1, 10_000),
                                completeness(1),
                                clearPercent("解除须不高于限值的", "clears at or below, of the limit"),
                                flapTimes(),
                                flapWindow()),
                        true);
            case LIMIT_WARNING ->
                new RuleForm(
                        kind,
                        ALL,
                        List.of(
                                raiseAfter(PERIODS),
                                clearAfter(PERIODS),
                                completeness(1),
                                whole(MIN_RUNNING, "周期内已有数据", "of a running period there", PERCENT, 1, 100),
                                clearPercent("解除须不高于预警线的", "clears at or below, of the warning level"),
                                flapTimes(),
                                flapWindow()),
                        true);
            case DEVICE_SILENT -> new RuleForm(kind, OF_DEVICES, List.of(heardFor(), flapTimes(), flapWindow()), false);
            case GATEWAY_SILENT ->
                new RuleForm(kind, OF_SUBJECTS, List.of(share(), heardFor(), flapTimes(), flapWindow()), false);
            case DOOR_SILENT ->
                new RuleForm(
                        kind,
                        OF_DISTRICT,
                        List.of(
                                length(AFTER, "接入口关闭超过", "shut for", 10, DAY_S),
                                whole(SENDERS, "至少发送方", "senders at least", new Bilingual("个", ""), 2, 100_000),
                                share(),
                                heardFor()),
                        false);
            case DATA_STANDS_STILL ->
                new RuleForm(
                        kind,
                        OF_DEVICES,
                        List.of(
                                whole(TIMES, "应上报间隔的倍数", "times the interval due", new Bilingual("倍", ""), 1, 1_000),
                                flapTimes(),
                                flapWindow()),
                        false);
            case CANARY_MISSING ->
                new RuleForm(
                        kind,
                        OF_DISTRICT,
                        List.of(length(AFTER, "未到达超过", "missing for", 60, DAY_S), heardFor()),
                        false);
            case NO_WORKING_CONTACT ->
                new RuleForm(kind, OF_SUBJECTS, List.of(length(AFTER, "无人可通知超过", "nobody for", 0, 90 * DAY_S)), false);
            case CLEAN_PRODUCTION_OVERDUE -> new RuleForm(kind, OF_SUBJECTS, List.of(), false);
            case CHANNEL_DEAD ->
                new RuleForm(
                        kind,
                        OF_DISTRICT,
                        List.of(length(AFTER, "无一送达超过", "nothing delivered for", 60, 7 * DAY_S)),
                        false);
            case POWER_WHILE_STOPPED ->
                new RuleForm(
                        kind,
                        OF_SUBJECTS,
                        List.of(
                                new RuleParameter(
                                        BASE_KW,
                                        new Bilingual("基础负荷", "base load"),
                                        Form.DECIMAL,
                                        Bilingual.same("kW"),
                                        0,
                                        100_000),
                                raiseAfter(HOURS),
                                clearAfter(HOURS),
                                completeness(1),
                                flapTimes(),
                                flapWindow()),
                        true);
        };
    }

    private static RuleParameter raiseAfter(Bilingual unit) {
        return whole(RAISE_AFTER, "连续达到后触发", "raises after", unit, 1, 100);
    }

    private static RuleParameter clearAfter(Bilingual unit) {
        return whole(CLEAR_AFTER, "连续正常后解除", "clears after", unit, 1, 100);
    }

    private static RuleParameter completeness(int least) {
        return whole(MIN_COMPLETENESS, "数据完整率不低于", "completeness at least", PERCENT, least, 100);
    }

    private static RuleParameter clearPercent(String zh, String en) {
        return whole(CLEAR_PERCENT, zh, en, PERCENT, 50, 100);
    }

    private static RuleParameter share() {
        return whole(SHARE_PERCENT, "同时中断的设备占比不低于", "share of devices silent together", PERCENT, 51, 100);
    }

    private static RuleParameter heardFor() {
        return length(CLEAR_AFTER, "恢复持续", "heard again for", 0, DAY_S);
    }

    /** From which time on, within the window, what comes again goes on as the same case; 0 for never. */
    private static RuleParameter flapTimes() {
        return new RuleParameter(
                FLAP_TIMES,
                new Bilingual("反复第几次起并为一件", "comes again as the same case from time"),
                Form.WHOLE,
                new Bilingual("（0 为不并）", "(0 for never)"),
                0,
                100,
                0);
    }

    private static RuleParameter flapWindow() {
        return new RuleParameter(
                FLAP_WINDOW, new Bilingual("反复的时间范围", "within"), Form.LENGTH, NONE, 60, 31 * DAY_S, Duration.ofDays(1));
    }

    private static RuleParameter whole(String name, String zh, String en, Bilingual unit, long least, long most) {
        return new RuleParameter(name, new Bilingual(zh, en), Form.WHOLE, unit, least, most);
    }

    private static RuleParameter length(String name, String zh, String en, long least, long most) {
        return new RuleParameter(name, new Bilingual(zh, en), Form.LENGTH, NONE, least, most);
    }

    /** Whether a length is within what is allowed. */
    static boolean allows(RuleParameter parameter, Duration length) {
        return length.toMillis() >= parameter.least() * 1_000 && length.toMillis() <= parameter.most() * 1_000;
    }
}
