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
            case INCOMPLETE ->
                new Bilingual(
                        "计量完整率不足 {requiredPercent} %",
                        "metered for less than {requiredPercent} % of the expected time");
            case INCOMPLETE_FOR_RULE ->
                new Bilingual("计量完整率不足 {requiredPercent} %", "metering is less than {requiredPercent} % complete");
            case NOT_JUDGED_BY_ACCOUNTS -> new Bilingual("核算未作判定", "not judged by the accounts");
            case SHOW_ONLY ->
                new Bilingual(
                        "所用统计数据仅供展示，不得用于追责", "a statistic in it may only be shown, not held against an enterprise");
            case WITHHELD ->
                new Bilingual(
                        "不予显示：由此数可以得出单个企业的统计资料（《统计法》第28条）；可查看企业更多的合计数，资料提供方允许单独显示的，请在登记信息中改写其 allowedUse",
                        "withheld: the statistic of a single enterprise would follow from it (Statistics Law, Article 28);"
                                + " look at a sum over more enterprises, or, where the provider permits more, state"
                                + " another allowedUse in the registry");
            case REGISTRY_CHANGED ->
                new Bilingual(
                        "登记信息刚刚变更，数值重新核算后即显示", "the registry has just changed; it is shown once it is recomputed");
            case NO_VALID_SAMPLES -> new Bilingual("没有有效数据", "no valid samples");
            case TOO_FEW_SAMPLES ->
                new Bilingual(
                        "应有数据仅到 {completenessPercent} %，需要 {requiredPercent} %",
                        "only {completenessPercent} % of the expected samples are there, {requiredPercent} % are needed");
            case UNITS_DIFFER ->
                new Bilingual(
                        "监测单位为 {measuredUnit}，限值单位为 {limitUnit}", "measured in {measuredUnit}, limited in {limitUnit}");
            case DEVICE_REMOVED -> new Bilingual("该设备已不在注册表中", "the device is no longer in the registry");
            case CANARY_OFF -> new Bilingual("平台探测读数已关闭", "the canary is switched off");
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
