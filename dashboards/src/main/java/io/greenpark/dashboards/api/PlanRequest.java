package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.PlanDesk.Entry;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.value.Progress;
import io.greenpark.plan.value.Statement;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a body says of a plan or of the values of its targets. */
final class PlanRequest {
    private static final String NUMBER = "-?[0-9]{1,15}([.][0-9]{1,6})?";
    private static final int LONGEST = 2_000;
    private static final int LONGEST_SOURCE = 200;
    private static final int MOST_ENTRIES = 2_000;

    private PlanRequest() {}

    /** An id that a new plan may have. */
    static String id(RequestBody asked) {
        String id = asked.text("id");
        if (Plan.idOf(id) == null) {
            throw RequestBody.wrong(
                    "id",
                    "须为 1 至 60 个小写字母、数字或连字符，如 plan-2026",
                    "must be 1 to 60 of small letters, digits and dashes, as plan-2026");
        }
        return id;
    }

    static PlanPeriod period(String name, String text) {
        return PlanPeriod.ofCode(text)
                .orElseThrow(() -> Parameter.wrong(
                        name, text, new Bilingual("年或季度，如 2026 或 2026-Q3", "a year or a quarter, as 2026 or 2026-Q3")));
    }

    static Bilingual words(JsonObject body, String name) {
        if (!(body.getValue(name) instanceof JsonObject words)) {
            throw RequestBody.wrong(name, "须含 zh 和 en", "must be an object with zh and en");
        }
        require(words, "zh", "en");
        return new Bilingual(text(words, "zh", LONGEST_SOURCE), text(words, "en", LONGEST_SOURCE));
    }

    /** The values that somebody states of one period. */
    static List<Entry> entries(JsonObject body) {
        require(body, "period", "source", "entries");
        PlanPeriod period = period("period", text(body, "period", LONGEST_SOURCE));
        String source = textOrNull(body, "source", LONGEST_SOURCE);
        if (!(body.getValue("entries") instanceof JsonArray entries)
                || entries.isEmpty()
                || entries.size() > MOST_ENTRIES
                || entries.stream().anyMatch(e -> !(e instanceof JsonObject))) {
            throw RequestBody.wrong(
                    "entries", "须为 1 至 " + MOST_ENTRIES + " 项的列表", "must be a list of 1 to " + MOST_ENTRIES);
        }
        List<Entry> all = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Object each : entries) {
            Entry entry = entry((JsonObject) each, period, source);
            if (!seen.add(List.of(entry.target(), entry.area(), entry.kind()))) {
                throw RequestBody.wrong(
                        "entries", "中目标 " + entry.target() + " 出现两次", "has target " + entry.target() + " twice");
            }
            all.add(entry);
        }
        return all;
    }

    private static Entry entry(JsonObject one, PlanPeriod period, @Nullable String source) {
        require(one, "target", "area", "kind", "version", "value", "progress", "source", "words");
        String target = text(one, "target", LONGEST_SOURCE);
        String own = textOrNull(one, "source", LONGEST_SOURCE);
        BigDecimal value = number(one, target);
        Progress progress = choice(one, "progress", Progress.class, null);
        String from = own != null ? own : source;
        if (from == null && (value != null || progress != null)) {
            throw RequestBody.wrong(
                    "source",
                    "必须填写：目标 " + target + " 的数据来源",
                    "must be there: where the figure of target " + target + " is from");
        }
        String area = textOrNull(one, "area", LONGEST_SOURCE);
        return new Entry(
                target,
                period,
                area == null ? Area.DISTRICT : Area.ofCode(area),
                Objects.requireNonNull(choice(one, "kind", Statement.Kind.class, Statement.Kind.TYPED)),
                version(one),
                value,
                progress,
                from == null ? "" : from,
                textOrNull(one, "words", LONGEST));
    }

    static long version(JsonObject one) {
        Object version = one.getValue("version");
        if (!(version instanceof Integer || version instanceof Long) || ((Number) version).longValue() < 0) {
            throw RequestBody.wrong(
                    "version", "须为所见的版本号，尚无内容时为 0", "must be the version that was seen, 0 where there was none");
        }
        return ((Number) version).longValue();
    }

    private static @Nullable BigDecimal number(JsonObject one, String target) {
        Object value = one.getValue("value");
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || !text.matches(NUMBER)) {
            throw RequestBody.wrong(
                    "value",
                    "（目标 " + target + "）须为数，如 120.5，整数最多 15 位，小数最多 6 位；请改正该行",
                    "of target " + target + " must be a number, as 120.5, of at most 15 digits and 6 behind the point;"
                            + " mend this row");
        }
        return new BigDecimal(text);
    }

    private static <E extends Enum<E>> @Nullable E choice(
            JsonObject one, String name, Class<E> type, @Nullable E otherwise) {
        Object code = one.getValue(name);
        if (code == null) {
            return otherwise;
        }
        E[] all = Objects.requireNonNull(type.getEnumConstants());
        return Arrays.stream(all)
                .filter(e -> EnumCode.of(e).equals(code))
                .findFirst()
                .orElseThrow(() -> {
                    String codes = Arrays.stream(all).map(EnumCode::of).collect(Collectors.joining(", "));
                    return RequestBody.wrong(name, "须为 " + codes + " 之一", "must be one of " + codes);
                });
    }

    static String text(JsonObject one, String name, int longest) {
        String text = textOrNull(one, name, longest);
        if (text == null) {
            throw RequestBody.wrong(name, "必须填写，为非空文本", "must be there, as a text that is not empty");
        }
        return text;
    }

    static @Nullable String textOrNull(JsonObject one, String name, int longest) {
        Object value = one.getValue(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.strip().length() > longest) {
            throw RequestBody.wrong(
                    name, "须为文本，最多 " + longest + " 个字符", "must be a text, of at most " + longest + " characters");
        }
        return text.isBlank() ? null : text.strip();
    }

    static void require(JsonObject one, String... allowed) {
        for (String name : one.fieldNames()) {
            if (!Set.of(allowed).contains(name)) {
                throw RequestBody.wrong(
                        name,
                        "此处没有该项；可用的有 " + String.join(", ", allowed),
                        "is unknown here; allowed: " + String.join(", ", allowed));
            }
        }
    }
}
