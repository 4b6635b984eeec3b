package io.greenpark.park.reason;

import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every reason as a sentence in both languages; the names of details stand in braces. */
final class ReasonMessages {
    static final Pattern DETAIL = Pattern.compile("\\{(\\w+)}");

    private ReasonMessages() {}

    static Bilingual of(Reason reason) {
        Bilingual sentence = sentence(reason.cause());
        return new Bilingual(
                filled(sentence.zh(), reason, Bilingual::zh, "、", "；"),
                filled(sentence.en(), reason, Bilingual::en, ", ", "; "));
    }

    static Bilingual sentence(Cause cause) {
        return switch (cause) {
            case NO_METERED_ENTERPRISE -> new Bilingual("没有已计量的企业", "no metered enterprise");
            case NO_BOUNDARY_METER ->
                new Bilingual("此时段统计边界上没有计量点", "no metering point at the accounting boundary in this period");
            case NO_COEFFICIENT_SET ->
                new Bilingual("此时段没有适用的{basis}折标系数", "no coefficient set of basis {basis} applies to this period");
            case NO_FACTOR ->
                new Bilingual(
                        "系数集 \"{coefficientSet}\" 缺少{carriers}的{factor}；请补入该系数集",
                        "coefficient set \"{coefficientSet}\" has no {factor} for {carriers}; add it to the set");
            case NO_READINGS_OF_CARRIER -> new Bilingual("此时段没有{carrier}读数", "no readings of {carrier} in this period");
            case NO_READINGS_FROM -> new Bilingual("没有 {enterprises} 的读数", "no readings from {enterprises}");
            case OF_ENTERPRISE -> new Bilingual("{enterprise} {month}：{reason}", "{enterprise}, {month}: {reason}");
            case NO_VALUE_ADDED ->
                new Bilingual(
                        "{enterprise} {month} 的工业增加值尚未报送",
                        "the value added of {enterprise} for {month} has not arrived");
            case VALUE_ADDED_NOT_POSITIVE -> new Bilingual("工业增加值不大于零", "the value added is not positive");
            case YEAR_BEFORE -> new Bilingual("上年：{reason}", "the year before: {reason}");
            case YEAR_BEFORE_WITHOUT_ENERGY -> new Bilingual("上年没有用能", "the year before used no energy");
            case BASE_YEAR -> new Bilingual("基准年：{reason}", "the base year: {reason}");
            case BASE_YEAR_WITHOUT_ENERGY -> new Bilingual("基准年没有用能", "the base year used no energy");
            case PERIOD_NOT_OVER -> new Bilingual("时段尚未结束", "the period is not over");
            case PERIOD_NOT_BEGUN -> new Bilingual("时段尚未开始", "the period has not begun");
            case JANUARY_WITH_FEBRUARY ->
                new Bilingual(
                        "一月不单独判断：统计上一、二月合并报送，自二月起判断",
                        "January is not judged alone: January and February are reported together, so judging begins with"
                                + " February");
            case INCOMPLETE ->
                new Bilingual(
                        "数据完整率不足 {requiredPercent} %",
                        "metered for less than {requiredPercent} % of the expected time");
            case INCOMPLETE_FOR_RULE ->
                new Bilingual("数据完整率不足 {requiredPercent} %", "metering is less than {requiredPercent} % complete");
            case TOO_MUCH_ESTIMATED ->
                new Bilingual(
                        "估算数据过多：应计量时间中实测 {measuredPercent} %、估算 {estimatedPercent} %，实测不足 {requiredPercent} % 不作判断",
                        "too much is estimated: {measuredPercent} % of the expected time is measured, {estimatedPercent} % is"
                                + " estimated; judged from {requiredPercent} % measured on");
            case NOT_JUDGED_BY_ACCOUNTS -> new Bilingual("核算未作判断", "not judged by the accounts");
            case SHOW_ONLY ->
                new Bilingual(
                        "所用统计数据仅供展示，不得用于追责", "a statistic in it may only be shown, not held against an enterprise");
            case NOT_ACCEPTED ->
                new Bilingual(
                        "含未验收数据（{devices}），仅供查看，不作判断",
                        "data of {devices} are in it that are not accepted: shown, and not judged");
            case OBJECTION_UPHELD ->
                new Bilingual(
                        "企业异议 {objection} 成立，该时段不作判断",
                        "objection {objection} was upheld: nothing is judged of this time");
            case MARKED ->
                new Bilingual(
                        "企业已标记并经采信（{marks}），该时段不作判断",
                        "marked by the enterprise, which was accepted ({marks}): not judged");
            case WITHHELD ->
                new Bilingual(
                        "不予显示：由此数可以得出单个企业的统计资料（《统计法》第28条）；可查看企业更多的合计数，资料提供方允许单独显示的，请在登记册中改写其 allowedUse",
                        "withheld: the statistic of a single enterprise would follow from it (Statistics Law, Article 28);"
                                + " look at a sum over more enterprises, or, where the provider permits more, state"
                                + " another allowedUse in the registry");
            case REGISTRY_CHANGED ->
                new Bilingual("登记册刚刚变更，数值重新核算后即显示", "the registry has just changed; it is shown once it is recomputed");
            case TOO_FEW_ENTERPRISES ->
                new Bilingual(
                        "可一并说明的同行业企业只有 {count} 家，至少需要 {required} 家",
                        "only {count} enterprises of the industry can be told together, {required} are needed");
            case NO_VALID_SAMPLES -> new Bilingual("没有有效数据", "no valid samples");
            case TOO_FEW_SAMPLES ->
                new Bilingual(
                        "应有数据仅到 {completenessPercent} %，需要 {requiredPercent} %",
                        "only {completenessPercent} % of the expected samples are there, {requiredPercent} % are needed");
            case UNITS_DIFFER ->
                new Bilingual(
                        "监测单位为 {measuredUnit}，限值单位为 {limitUnit}", "measured in {measuredUnit}, limited in {limitUnit}");
            case DEVICE_REMOVED -> new Bilingual("该设备已不在登记册中", "the device is no longer in the registry");
            case DEVICE_ENDED -> new Bilingual("该设备的测点均已停用", "all points of the device have ended");
            case GATEWAY_WITHOUT_DEVICES ->
                new Bilingual("该网关下已没有应上报的设备", "no device is expected to send through the gateway any more");
            case DOOR_REMOVED -> new Bilingual("该数据接入通道已不在设置中", "the door is no longer in the settings");
            case POINT_ENDED -> new Bilingual("该测点已停用", "the point has ended");
            case TARGET_REMOVED -> new Bilingual("登记册中已没有适用的目标", "the registry has no such target any more");
            case RULE_ENDED -> new Bilingual("试行规则已结束", "the rule on trial has ended");
            case IN_OPERATION -> new Bilingual("该企业已恢复生产", "the enterprise operates again");
            case STOP_ORDER_OVER -> new Bilingual("对该企业的停产决定已解除或撤销", "the order to stop was lifted or taken back");
            case CANARY_OFF -> new Bilingual("平台探测读数已关闭", "the canary is switched off");
            case CHANNEL_REMOVED ->
                new Bilingual("该通知渠道、群或接收人已从设置中移除", "the channel, group or recipient is not in the settings any more");
            case DOOR_SHUT -> new Bilingual("数据接入通道未开放或消息代理未连接", "the door is shut or its broker is away");
            case VALUE_NOT_A_NUMBER -> new Bilingual("数值不是有限数", "the value is not a finite number");
            case VALUE_SENTINEL ->
                new Bilingual("{value} 是设备在没有测量值时发送的代码", "{value} is what devices send where they have no value");
            case VALUE_BELOW_MIN ->
                new Bilingual("{value} 低于下限 {bound} {unit}", "{value} is below the least, {bound} {unit}");
            case VALUE_ABOVE_MAX ->
                new Bilingual("{value} 高于上限 {bound} {unit}", "{value} is above the most, {bound} {unit}");
            case VALUE_ABOVE_RANGE ->
                new Bilingual("{value} 超出表计量程 {bound} {unit}", "{value} is above the register's range, {bound} {unit}");
            case VALUE_TOO_LARGE -> new Bilingual("{value} 大得不可能", "{value} is impossibly large");
            case AMOUNT_ABOVE_MAX_PER_HOUR ->
                new Bilingual(
                        "{amount} 超过该时段可能的最大用量 {bound} {unit}",
                        "{amount} is more than its period allows, {bound} {unit}");
            case STAMP_BESIDE_GRID ->
                new Bilingual(
                        "时间与整点时段相差 {beside} 秒，允差 {tolerance} 秒，不属于任何一小时或一天",
                        "its time lies {beside} s beside its period, {tolerance} s are tolerated; it is the mean of no hour or"
                                + " day");
            case PERIOD_OVERLAPPED ->
                new Bilingual("所代表的时段已由时间为 {other} 的数值占用", "the time it stands for is taken by the value of {other}");
            case SECOND_CLOCK ->
                new Bilingual(
                        "当天已有 {overlaps} 次时段重叠：同一键下可能有两个时钟或两种周期",
                        "{overlaps} overlaps in its day: two clocks, or two periods, may be sending under one key");
            case REGISTER_CAME_BACK ->
                new Bilingual(
                        "示数为 {before} {unitBefore} 之后读数离开，又回到 {after} {unit}；其间的读数不计量",
                        "after {before} {unitBefore} the register left, and came back at {after} {unit}; what it said in"
                                + " between does not count");
            case REGISTER_BASE_CHANGED ->
                new Bilingual(
                        "示数由 {before} {unitBefore} 变为 {after} {unit} 后从此继续；差值不计量",
                        "the register went from {before} {unitBefore} to {after} {unit} and went on from there; the"
                                + " difference is not counted");
            case REGISTER_LIKE_REPLACED ->
                new Bilingual(
                        "示数由 {before} {unitBefore} 降至 {after} {unit} 后继续增长，与更换表计后从 0 开始相符",
                        "the register fell from {before} {unitBefore} to {after} {unit} and goes on, as a new meter"
                                + " does that began at 0");
            case REGISTER_FELL ->
                new Bilingual(
                        "示数由 {before} {unitBefore} 降至 {after} {unit}，至今未恢复；表计可能已更换",
                        "the register fell from {before} {unitBefore} to {after} {unit} and has not come back; the"
                                + " meter was probably replaced");
            case REGISTER_FROZE ->
                new Bilingual(
                        "示数停在 {before} {unitBefore}，随后升至 {after} {unit}；其间用量按时间分摊",
                        "the register stood at {before} {unitBefore} and then went to {after} {unit}; what was used"
                                + " meanwhile is spread over the time");
            case REGISTER_NOT_READ ->
                new Bilingual(
                        "示数由 {before} {unitBefore} 到 {after} {unit} 之间过久没有读数，差值不计量",
                        "nothing was read for too long between {before} {unitBefore} and {after} {unit}; the difference"
                                + " is not counted");
            case ARITHMETIC_FAILED ->
                new Bilingual(
                        "测点 {point} 在 {time} 的数值 {value} 无法核算：{failure}",
                        "point {point} cannot be computed at {time}, value {value}: {failure}");
            case IN_WORDS -> Bilingual.same("{text}");
        };
    }

    private static String filled(
            String sentence, Reason reason, Function<Bilingual, String> language, String comma, String semicolon) {
        if (reason.details().get("enterprises") instanceof List<?> several && several.size() > 1) {
            return several.stream()
                    .map(one -> Reason.noReadingsFrom(List.of((String) one)))
                    .map(one -> filled(sentence, one, language, comma, semicolon))
                    .collect(Collectors.joining(semicolon));
        }
        return DETAIL.matcher(sentence)
                .replaceAll(detail -> Matcher.quoteReplacement(word(
                        detail.group(1),
                        Objects.requireNonNull(reason.details().get(detail.group(1))),
                        language,
                        comma)));
    }

    private static String word(
            String name, @Nullable Object value, Function<Bilingual, String> language, String comma) {
        if (value instanceof Reason nested) {
            return language.apply(of(nested));
        }
        if (value instanceof List<?> several) {
            return several.stream().map(one -> word(name, one, language, comma)).collect(Collectors.joining(comma));
        }
        return language.apply(ReasonTerms.of(name, String.valueOf(value)));
    }
}
