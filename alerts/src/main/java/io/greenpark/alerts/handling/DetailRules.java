package io.greenpark.alerts.handling;

import io.greenpark.alerts.handling.DetailField.Choice;
import io.greenpark.park.text.Bilingual;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what an action carries is right: what it needs is there, nothing else is, and times make sense. */
public final class DetailRules {
    /** Of sentences, in characters. */
    public static final int LONGEST_TEXT = 2_000;

    /** Of names and numbers. */
    public static final int LONGEST_LINE = 100;

    public static final int MOST_FILES = 20;

    /** No term lies further ahead. */
    private static final Duration LONGEST_TERM = Duration.ofDays(366);

    private final HandlingAction action;
    private final Side side;
    private final StepDetails details;
    private final Instant now;
    private final ZoneId zone;

    private DetailRules(HandlingAction action, Side side, StepDetails details, Instant now, ZoneId zone) {
        this.action = action;
        this.side = side;
        this.details = details;
        this.now = now;
        this.zone = zone;
    }

    /**
     * What is wrong, first of all; empty where nothing is.
     *
     * @param zone of the park, by which days are told
     */
    public static Optional<Bilingual> fault(
            HandlingAction action, Side side, StepDetails details, Instant now, ZoneId zone) {
        return Optional.ofNullable(new DetailRules(action, side, details, now, zone).fault());
    }

    private @Nullable Bilingual fault() {
        List<Need> needs =
                action.needs(side).stream().filter(need -> need.asked(details)).toList();
        for (DetailField given : details.texts().keySet()) {
            if (needs.stream().noneMatch(need -> need.field() == given)) {
                return notAsked(given, needs);
            }
        }
        if (details.has(DetailField.ATTACHMENTS)
                && needs.stream().noneMatch(need -> need.field() == DetailField.ATTACHMENTS)) {
            return notAsked(DetailField.ATTACHMENTS, needs);
        }
        for (Need need : needs) {
            if (need.required() && !details.has(need.field())) {
                return missing(need.field());
            }
        }
        for (Map.Entry<DetailField, String> each : details.texts().entrySet()) {
            Bilingual wrong = form(each.getKey(), each.getValue());
            if (wrong != null) {
                return wrong;
            }
        }
        if (details.attachments().size() > MOST_FILES) {
            return wrong(
                    DetailField.ATTACHMENTS,
                    Integer.toString(details.attachments().size()),
                    new Bilingual("最多 " + MOST_FILES + " 个文件", "at most " + MOST_FILES + " files"));
        }
        return times();
    }

    private static @Nullable Bilingual form(DetailField field, String value) {
        return switch (field.kind()) {
            case TEXT -> text(field, value, LONGEST_TEXT);
            case LINE -> text(field, value, LONGEST_LINE);
            case TIME -> parses(() -> Instant.parse(value)) ? null : wrong(field, value, TIME);
            case DAY -> parses(() -> LocalDate.parse(value)) ? null : wrong(field, value, DAY);
            case TRUTH ->
                value.equals("true") || value.equals("false")
                        ? null
                        : wrong(field, value, new Bilingual("true 或 false", "true or false"));
            case CHOICE ->
                field.choices().stream().anyMatch(c -> c.code().equals(value))
                        ? null
                        : wrong(field, value, codes(field));
            case FILES -> null;
        };
    }

    private static final Bilingual TIME =
            new Bilingual("带时区的时间，如 2026-11-30T08:00:00Z", "a time with an offset, as 2026-11-30T08:00:00Z");
    private static final Bilingual DAY = new Bilingual("日期，如 2026-11-30", "a day, as 2026-11-30");

    private static @Nullable Bilingual text(DetailField field, String value, int longest) {
        if (value.isBlank()) {
            return missing(field);
        }
        return value.length() <= longest && value.indexOf('\0') < 0
                ? null
                : wrong(
                        field,
                        value.substring(0, Math.min(20, value.length())).replace("\0", "") + "...",
                        new Bilingual("不超过 " + longest + " 个字符的文本", "a text of at most " + longest + " characters"));
    }

    private static boolean parses(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Bilingual codes(DetailField field) {
        String all = field.choices().stream().map(Choice::code).collect(Collectors.joining(", "));
        return new Bilingual("以下之一：" + all, "one of " + all);
    }

    private @Nullable Bilingual times() {
        Instant from = details.instant(DetailField.FROM);
        Instant to = details.instant(DetailField.TO);
        Instant expected = details.instant(DetailField.EXPECTED_END);
        Instant approved = details.instant(DetailField.APPROVED_AT);
        Bilingual past = new Bilingual("不晚于现在的时间", "a time that is not to come");
        if (from != null && from.isAfter(now)) {
            return wrong(DetailField.FROM, from.toString(), past);
        }
        if (to != null && to.isAfter(now)) {
            return wrong(DetailField.TO, to.toString(), past);
        }
        if (approved != null && approved.isAfter(now)) {
            return wrong(DetailField.APPROVED_AT, approved.toString(), past);
        }
        if (from != null && to != null && to.isBefore(from)) {
            return wrong(
                    DetailField.TO, to.toString(), new Bilingual("不早于开始时间的时间", "a time that is not before \"from\""));
        }
        if (from != null && expected != null && expected.isBefore(from)) {
            return wrong(
                    DetailField.EXPECTED_END,
                    expected.toString(),
                    new Bilingual("不早于开始时间的时间", "a time that is not before \"from\""));
        }
        return ahead();
    }

    private @Nullable Bilingual ahead() {
        Instant term = details.instant(DetailField.TERM);
        if (term != null && (!term.isAfter(now) || term.isAfter(now.plus(LONGEST_TERM)))) {
            return wrong(
                    DetailField.TERM, term.toString(), new Bilingual("现在起一年以内的时间", "a time to come within a year"));
        }
        LocalDate day = details.day(DetailField.DUE_DAY);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day != null && (day.isBefore(today) || day.isAfter(today.plusDays(LONGEST_TERM.toDays())))) {
            return wrong(
                    DetailField.DUE_DAY,
                    day.toString(),
                    new Bilingual("今天起一年以内的日期", "a day from today on within a year"));
        }
        return null;
    }

    private static Bilingual missing(DetailField field) {
        return new Bilingual(
                "请填写 \"" + field.code() + "\"（" + field.words().zh() + "）",
                "\"" + field.code() + "\" (" + field.words().en() + ") is missing");
    }

    private Bilingual notAsked(DetailField field, List<Need> needs) {
        String all = needs.stream().map(need -> need.field().code()).collect(Collectors.joining(", "));
        return new Bilingual(
                "\"" + field.code() + "\" 不适用于此操作（" + action.words(side).zh() + "）；可填：" + all,
                "\"" + field.code() + "\" does not go with \"" + action.code() + "\" here; what does: " + all);
    }

    private static Bilingual wrong(DetailField field, String value, Bilingual allowed) {
        return new Bilingual(
                "\"" + field.code() + "\"（" + field.words().zh() + "）的值 \"" + value + "\" 不可用；须为" + allowed.zh(),
                "\"" + field.code() + "\": \"" + value + "\" is not allowed; give " + allowed.en());
    }
}
