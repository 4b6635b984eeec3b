package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Park;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.Planning;
import io.greenpark.plan.desk.SheetDesk;
import io.greenpark.plan.desk.SheetDesk.Done;
import io.greenpark.plan.desk.SheetDesk.Entry;
import io.greenpark.plan.sheet.SheetField;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.plan.sheet.SheetState;
import io.greenpark.plan.sheet.YearSheet;
import io.greenpark.sheets.read.ReadResult;
import io.greenpark.sheets.read.SheetFiles;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Yearly sheets: of all enterprises of a year, one of them, what officers enter and what enterprises say of it. */
final class YearSheetAnswers {
    private static final int FIRST_YEAR = 1990;
    private static final String NUMBER = "[0-9]{1,15}([.][0-9]{1,6})?";
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_INDUSTRY = 60;

    private final Parks parks;
    private final Planning planning;
    private final SheetDesk desk;
    private final AuditLog audit;
    private final Clock clock;

    YearSheetAnswers(ConsoleSources sources, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.planning = sources.planning();
        this.desk = planning.sheets();
        this.audit = sources.audit();
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "year", "park", "state");
        int year = question.integer("year", thisYear() - 1, FIRST_YEAR, thisYear());
        Optional<Park> park = question.text("park").map(parks::park);
        Set<SheetState> states = question.choices("state", SheetState.class).orElse(Set.of(SheetState.values()));
        Map<String, YearSheet> begun =
                desk.of(year, year).stream().collect(Collectors.toMap(YearSheet::enterpriseId, Function.identity()));
        List<YearSheetRow> all = parks.registry().facts().enterprises().stream()
                .filter(e -> park.isEmpty() || e.parkId().equals(park.get().id()))
                .map(e -> new YearSheetRow(
                        e, begun.getOrDefault(e.id(), YearSheet.notBegun(e.id(), year, SheetFigures.EMPTY))))
                .toList();
        Listing<YearSheetRow> listing = new Listing<>(
                new Bilingual("年度数据表", "Yearly sheets"),
                YearSheetRow.columns(parks.registry()),
                row -> row.enterprise().id(),
                all.stream().filter(row -> states.contains(row.sheet().state())).toList());
        Map<SheetState, Long> counts = new EnumMap<>(SheetState.class);
        all.forEach(row -> counts.merge(row.sheet().state(), 1L, Long::sum));
        JsonObject counted = new JsonObject();
        for (SheetState state : SheetState.values()) {
            counted.put(EnumCode.of(state), counts.getOrDefault(state, 0L));
        }
        return new TableReply(question, clock, parks.districtZone())
                .of(
                        listing,
                        "greenpark-year-sheets-" + year,
                        new JsonObject().put("year", year).put("states", counted),
                        row -> row.json(parks.registry()));
    }

    private int thisYear() {
        return planning.figures().today().getYear();
    }

    JsonObject one(Question question) {
        question.allow();
        return told(enterprise(question), year(question));
    }

    private JsonObject told(Enterprise enterprise, int year) {
        JsonArray fields = new JsonArray();
        for (SheetField field : SheetField.values()) {
            fields.add(new JsonObject()
                    .put("code", field.code())
                    .put("name", Json.words(field.heading()))
                    .put("unit", field.unit() == null ? null : Json.words(field.unit())));
        }
        return new YearSheetRow(enterprise, desk.look(enterprise.id(), year))
                .json(parks.registry())
                .put("fields", fields)
                .put("steps", Json.array(desk.steps(enterprise.id(), year), step -> new YearSheetRow(enterprise, step)
                        .json(parks.registry())));
    }

    JsonObject enter(Question question) {
        question.allow();
        Enterprise enterprise = enterprise(question);
        int year = year(question);
        JsonObject body = question.body();
        PlanRequest.require(body, "version", "figures", "source", "allowedUse");
        if (!(body.getValue("figures") instanceof JsonObject given)) {
            throw RequestBody.wrong(
                    "figures", "须为对象，如 {\"taxCny\": \"300000\"}", "must be an object, as {\"taxCny\": \"300000\"}");
        }
        Entry entry = new Entry(
                enterprise.id(),
                year,
                PlanRequest.version(body),
                figures(given),
                PlanRequest.text(body, "source", LONGEST_SOURCE),
                use(body.getValue("allowedUse")));
        require(desk.enter(List.of(entry), question.viewer().person()));
        record(question, enterprise.id() + ":" + year, AuditAction.YEAR_SHEET_ENTERED, null);
        return told(enterprise, year);
    }

    private static AllowedUse use(@Nullable Object code) {
        if (code == null || code.equals("judge")) {
            return AllowedUse.JUDGE;
        }
        if (code.equals("show-own")) {
            return AllowedUse.SHOW_OWN;
        }
        throw RequestBody.wrong(
                "allowedUse",
                "须为 judge 或 show-own：数据表由管理人员查看，因此不接受只供汇总的数据",
                "must be judge or show-own: officers read sheets, so none can be for sums only");
    }

    private static SheetFigures figures(JsonObject given) {
        SheetFigures figures = SheetFigures.EMPTY;
        for (String name : given.fieldNames()) {
            SheetField field = SheetField.ofCode(name).orElseThrow(() -> {
                String codes =
                        Arrays.stream(SheetField.values()).map(SheetField::code).collect(Collectors.joining(", "));
                return RequestBody.wrong(name, "此处没有该项；可用的有 " + codes, "is unknown here; allowed: " + codes);
            });
            Object value = given.getValue(name);
            if (value != null) {
                figures = YearSheetRow.with(figures, field, value(field, value));
            }
        }
        return figures;
    }

    private static Object value(SheetField field, Object given) {
        boolean fits =
                switch (field) {
                    case CLASS -> given instanceof String text && text.matches("[A-D]");
                    case ABOVE_SCALE, POLLUTING, IN_PARK -> given instanceof Boolean;
                    case INDUSTRY ->
                        given instanceof String text && !text.isBlank() && text.length() <= LONGEST_INDUSTRY;
                    default -> given instanceof String text && text.matches(NUMBER) && withinMost(field, text);
                };
        if (!fits) {
            Bilingual allowed = YearSheetIntake.allowed(field);
            boolean truth =
                    field == SheetField.ABOVE_SCALE || field == SheetField.POLLUTING || field == SheetField.IN_PARK;
            throw RequestBody.wrong(
                    field.code(),
                    truth
                            ? "须为 true、false 或 null"
                            : "（" + field.heading().zh() + "）的值 \"" + given + "\" 不可用；" + allowed.zh() + "，以文本形式",
                    truth
                            ? "must be true, false or null"
                            : "is \"" + given + "\", which is not allowed; give " + allowed.en() + ", as a text");
        }
        return switch (field) {
            case CLASS -> PerformanceClass.valueOf(given.toString());
            case ABOVE_SCALE, POLLUTING, IN_PARK, INDUSTRY -> given;
            default -> new BigDecimal(given.toString());
        };
    }

    private static boolean withinMost(SheetField field, String text) {
        BigDecimal most = field.most();
        return most == null || new BigDecimal(text).compareTo(most) <= 0;
    }

    JsonObject answer(Question question) {
        question.allow();
        Enterprise enterprise = enterprise(question);
        int year = year(question);
        JsonObject body = question.body();
        PlanRequest.require(body, "version", "right", "words");
        if (!(body.getValue("right") instanceof Boolean right)) {
            throw RequestBody.wrong("right", "须为 true（确认）或 false（有异议）", "must be true to confirm, or false to object");
        }
        String words = PlanRequest.textOrNull(body, "words", LONGEST_WORDS);
        if (!right && words == null) {
            throw RequestBody.wrong("words", "必须填写：有异议时须说明哪里不对", "must be there: say what is wrong");
        }
        long version = PlanRequest.version(body);
        require(desk.answer(
                enterprise.id(), year, version, right, words, question.viewer().person()));
        record(question, enterprise.id() + ":" + year, AuditAction.YEAR_SHEET_ANSWERED, words);
        return told(enterprise, year);
    }

    /** Takes sheets of many enterprises from a table: all of it or, where a cell is wrong, nothing. */
    JsonObject take(Question question) {
        question.allow("year", "source", "allowedUse", "dryRun");
        int year = question.integer("year", thisYear() - 1, FIRST_YEAR, thisYear());
        String source = question.text("source")
                .orElseThrow(
                        () -> Parameter.missing("source", new Bilingual("数据来源，如 税务局", "where the figures are from")));
        AllowedUse use = use(question.text("allowedUse").orElse(null));
        YearSheetIntake intake = new YearSheetIntake(parks.registry());
        ReadResult result = SheetFiles.read(question.content().getBytes());
        if (result instanceof ReadResult.Refused refused) {
            throw unreadable(refused.why());
        }
        intake.take(((ReadResult.Done) result).book());
        List<Entry> entries = intake.read().entrySet().stream()
                .map(each -> {
                    YearSheet before = desk.look(each.getKey(), year);
                    return new Entry(
                            each.getKey(),
                            year,
                            before.version(),
                            YearSheetIntake.over(before.figures(), each.getValue()),
                            source,
                            use);
                })
                .toList();
        boolean done = intake.faults().isEmpty() && !entries.isEmpty() && !question.flag("dryRun");
        if (done) {
            require(desk.enter(entries, question.viewer().person()));
            record(
                    question,
                    "sheet:" + year,
                    AuditAction.YEAR_SHEET_ENTERED,
                    entries.size() + " enterprises, " + source);
        }
        return new JsonObject()
                .put("year", year)
                .put("taken", done)
                .put("enterprises", entries.size())
                .put("faults", Json.array(intake.faults(), fault -> new JsonObject()
                        .put("cell", fault.cell())
                        .put("words", Json.words(fault.words()))));
    }

    private static Problem unreadable(Bilingual why) {
        return Problem.of(422, new Bilingual("无法读取", "cannot be read"), why);
    }

    private Enterprise enterprise(Question question) {
        return parks.enterprise(question.id());
    }

    private int year(Question question) {
        String text = Objects.requireNonNull(question.path().get("year"));
        int now = thisYear();
        if (!text.matches("[0-9]{4}") || Integer.parseInt(text) < FIRST_YEAR || Integer.parseInt(text) > now) {
            throw Parameter.wrong(
                    "year",
                    text,
                    new Bilingual(" " + FIRST_YEAR + " 至 " + now + " 的年份", "a year of " + FIRST_YEAR + " to " + now));
        }
        return Integer.parseInt(text);
    }

    private static void require(Done done) {
        if (done.refusal() != null) {
            throw PlanTexts.problem(done.refusal(), done.refused());
        }
    }

    private void record(Question question, String what, AuditAction action, @Nullable String why) {
        audit.append(question.draft(action).on("year-sheet", what).because(why));
    }
}
