package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was asked for when a list was made a file of, in words: for whoever finds the file later and knows no parameters. */
final class AskedFor {
    private static final Map<String, Bilingual> NAMES = Map.ofEntries(
            Map.entry("q", new Bilingual("检索", "search")),
            Map.entry("sort", new Bilingual("排序", "sorted by")),
            Map.entry("scope", new Bilingual("范围", "of")),
            Map.entry("month", new Bilingual("月份", "month")),
            Map.entry("basis", new Bilingual("折标口径", "basis")),
            Map.entry("below", new Bilingual("低于（%）", "below (%)")),
            Map.entry("from", new Bilingual("起", "from")),
            Map.entry("to", new Bilingual("止（不含）", "to (not included)")),
            Map.entry("park", new Bilingual("园区", "park")),
            Map.entry("enterprise", new Bilingual("企业", "enterprise")),
            Map.entry("enterprises", new Bilingual("企业", "enterprises")),
            Map.entry("industry", new Bilingual("行业", "industry")),
            Map.entry("level", new Bilingual("预警等级", "level")),
            Map.entry("outlet", new Bilingual("排放口", "outlet")),
            Map.entry("point", new Bilingual("测点", "point")),
            Map.entry("device", new Bilingual("设备", "device")),
            Map.entry("gateway", new Bilingual("网关", "gateway")),
            Map.entry("medium", new Bilingual("介质", "medium")),
            Map.entry("rule", new Bilingual("规则", "rule")),
            Map.entry("who", new Bilingual("操作人", "by")),
            Map.entry("action", new Bilingual("操作", "action")),
            Map.entry("kind", new Bilingual("类型", "kind")),
            Map.entry("id", new Bilingual("编号", "id")),
            Map.entry("userName", new Bilingual("责任人", "answers for it")),
            Map.entry("ended", new Bilingual("含已停用", "closed ones too")),
            Map.entry("state", new Bilingual("状态", "state")));

    private static final Map<String, Bilingual> SCOPES = Map.of(
            "district", new Bilingual("全区", "district"),
            "park", new Bilingual("园区", "parks"),
            "enterprise", new Bilingual("企业", "enterprises"),
            "outlet", new Bilingual("排放口", "outlets"),
            "meter", new Bilingual("能源计量", "energy meters"),
            "all", new Bilingual("全部", "all"),
            "point", new Bilingual("测点", "points"));

    /** How a page goes on, and which columns: seen in the file itself. */
    private static final List<String> UNSAID = List.of("columns", "limit", "after");

    private AskedFor() {}

    /** One after the other, with marks of the language between; empty where all was asked for. */
    static String of(Question question, Listing<?> listing) {
        Locale language = question.language();
        boolean chinese = language.equals(Locale.CHINESE);
        return question.query().entrySet().stream()
                .filter(e -> !UNSAID.contains(e.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(e -> name(e.getKey(), language)
                        + (chinese ? "：" : ": ")
                        + value(e.getKey(), e.getValue(), question, listing))
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }

    private static String name(String parameter, Locale language) {
        Bilingual name = NAMES.get(parameter);
        return name == null ? parameter : name.in(language);
    }

    private static String value(String parameter, String value, Question question, Listing<?> listing) {
        Locale language = question.language();
        return switch (parameter) {
            case "sort" -> order(value, language, listing);
            case "scope" ->
                Arrays.stream(value.split(",", -1))
                        .map(scope ->
                                SCOPES.containsKey(scope) ? SCOPES.get(scope).in(language) : scope)
                        .collect(Collectors.joining(language.equals(Locale.CHINESE) ? "、" : ", "));
            case "basis" -> StandingTexts.of(question.basis()).in(language);
            case "level" ->
                question.choice("level", ProgressLevel.class)
                        .map(level -> StandingTexts.of(level).in(language))
                        .orElse(value);
            case "industry" -> IndustryTexts.of(value).in(language);
            default -> value;
        };
    }

    private static String order(String sort, Locale language, Listing<?> listing) {
        boolean descending = sort.startsWith("-");
        String code = descending ? sort.substring(1) : sort;
        String heading = listing.column(code)
                .map(Column::heading)
                .map(h -> h.in(language))
                .orElse(code);
        Bilingual way = descending ? new Bilingual("从大到小", "largest first") : new Bilingual("从小到大", "smallest first");
        return heading + (language.equals(Locale.CHINESE) ? "，" : ", ") + way.in(language);
    }
}
