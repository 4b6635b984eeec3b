package io.greenpark.dashboards.dossier;

import io.greenpark.alerts.text.SpellTexts;
import io.greenpark.paper.Block;
import io.greenpark.paper.Block.Chart;
import io.greenpark.paper.Block.Column;
import io.greenpark.paper.Block.Fact;
import io.greenpark.paper.Block.Facts;
import io.greenpark.paper.Block.Heading;
import io.greenpark.paper.Block.Note;
import io.greenpark.paper.Block.Paragraph;
import io.greenpark.paper.Block.Table;
import io.greenpark.paper.Paper;
import io.greenpark.paper.TimeChart;
import io.greenpark.paper.TimeChart.Bound;
import io.greenpark.paper.TimeChart.Period;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Composes the dossier of a case: what was measured, what it was held against, what people did about it, and who was told. */
public final class CaseDossier {
    private static final Bilingual TITLE = new Bilingual("预警事件案卷", "Dossier of a case");
    private static final Bilingual NOTICE = new Bilingual(
            "本案卷依据监测数据生成，供核实使用，不作处罚依据；是否违法以主管部门调查认定为准。",
            "Made from monitoring data, to be verified; no basis for a penalty. Whether a rule was broken is for the authority to find.");

    private final Told told;
    private final Named named;
    private final Locale language;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * What a dossier names that the case itself has ids of.
     *
     * @param rule what the rule is called
     * @param park where it is; empty for the district
     * @param outlet name and number; empty for none
     * @param point what is measured; empty for none
     * @param device empty for none
     */
    public record Named(Bilingual rule, Bilingual park, Bilingual outlet, Bilingual point, Bilingual device) {
        /** For what there is not. */
        public static final Bilingual NONE = Bilingual.same("");
    }

    private CaseDossier(JsonObject told, Named named, Locale language) {
        this.told = new Told(told, language);
        this.named = named;
        this.language = language;
    }

    /**
     * A dossier.
     *
     * @param told the case as the API tells it to whom it is for, with its evidence, steps and notices
     * @param by who asks for it
     */
    public static Paper of(JsonObject told, Named named, Locale language, String by, Instant at, ZoneId zone) {
        CaseDossier dossier = new CaseDossier(told, named, language);
        return dossier.paper(by, at, zone);
    }

    private String say(String zh, String en) {
        return new Bilingual(zh, en).in(language);
    }

    private String number() {
        String number = told.at("handling").text("number");
        return number.isEmpty() ? told.text("id") : number;
    }

    private Paper paper(String by, Instant at, ZoneId zone) {
        subject();
        finding();
        evidence(zone);
        steps();
        attachments();
        notices();
        blocks.add(new Note(NOTICE.in(language)));
        String made = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm XXX").format(at.atZone(zone));
        return new Paper(
                TITLE.in(language) + " " + number(),
                told.words("title"),
                TITLE.in(language) + " " + number() + " · " + told.at("about").words("name"),
                say("Greenpark 生成于 " + made + "，由 " + by + " 导出", "Made by Greenpark at " + made + " for " + by),
                language,
                blocks);
    }

    private void fact(List<Fact> facts, String zh, String en, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(say(zh, en), value));
        }
    }

    private void subject() {
        Told handling = told.at("handling");
        List<Fact> facts = new ArrayList<>();
        fact(facts, "编号", "Number", handling.text("number"));
        fact(facts, "系统标识", "Id", told.text("id"));
        fact(facts, "级别", "Level", level(handling));
        fact(facts, "办理阶段", "Stage", handling.words("stageName"));
        fact(
                facts,
                "监测状态",
                "State of the finding",
                DossierWords.state(told.text("state")).in(language));
        fact(facts, "企业（对象）", "About", told.at("about").words("name"));
        fact(facts, "园区", "Park", named.park().in(language));
        fact(facts, "排放口", "Outlet", named.outlet().in(language));
        fact(facts, "监测因子", "Factor", named.point().in(language));
        fact(facts, "设备", "Device", named.device().in(language));
        fact(facts, "规则", "Rule", named.rule().in(language));
        fact(facts, "判定依据的规则", "Judged by", cited(told.at("judgedBy")));
        for (Told basis : told.at("judgedBy").all("bases")) {
            fact(facts, "依据", "Basis", basis(basis));
        }
        fact(facts, "异议", "Objection", objection(told.at("objection")));
        fact(facts, "反复出现", "Came again", spells(told));
        fact(facts, "办理规程", "Procedure", procedure(handling.at("procedure")));
        fact(facts, "起始时间", "Since", told.time("since"));
        fact(facts, "触发时间", "Raised", told.time("raisedAt"));
        fact(facts, "解除时间", "Cleared", told.time("clearedAt"));
        fact(facts, "当前时限", "Due", handling.time("due"));
        fact(facts, "承办", "Seen to by", told.at("owner").words("name"));
        blocks.add(new Heading(1, say("一、基本情况", "1 Facts")));
        blocks.add(new Facts(facts));
    }

    /** How often it was so, and for how long in all; empty for once. */
    private String spells(Told told) {
        int again = told.json().getInteger("again", 0);
        Long stood = told.json().getLong("stoodSeconds");
        if (again == 0) {
            return "";
        }
        return stood == null
                ? say("恢复后再次出现 " + again + " 次", "came again " + again + (again == 1 ? " time" : " times"))
                : SpellTexts.spells(again + 1, Duration.ofSeconds(stood)).in(language);
    }

    private String level(Told handling) {
        String level = handling.text("level");
        String by = handling.text("levelBy");
        return level.isEmpty()
                ? ""
                : DossierWords.level(level).in(language)
                        + (by.isEmpty()
                                ? ""
                                : say("（按", " (by ") + DossierWords.levelBy(by).in(language) + say("）", ")"));
    }

    private String cited(Told rule) {
        return rule.json().isEmpty()
                ? ""
                : rule.text("rule")
                        + say("（第 " + rule.text("version") + " 版）", ", version " + rule.text("version"))
                        + (rule.is("confirmed") ? "" : unconfirmed());
    }

    private String basis(Told basis) {
        String article = basis.text("article");
        return basis.words("document")
                + (article.isEmpty() ? "" : say("，", ", ") + article)
                + (basis.is("confirmed") ? "" : unconfirmed());
    }

    private String unconfirmed() {
        return say("（未核实）", " (unconfirmed)");
    }

    private static String objection(Told objection) {
        return objection.json().isEmpty() ? "" : objection.text("number") + " · " + objection.words("text");
    }

    private String procedure(Told procedure) {
        return procedure.json().isEmpty()
                ? ""
                : procedure.words("name")
                        + say("（第 " + procedure.text("version") + " 版）", ", version " + procedure.text("version"));
    }

    private void finding() {
        blocks.add(new Heading(1, say("二、预警内容", "2 Finding")));
        blocks.add(new Paragraph(told.words("text")));
        List<Fact> facts = new ArrayList<>();
        fact(facts, "监测值", "Figure", withUnit(told.text("figure"), told.text("unit")));
        fact(facts, "限值（目标）", "Limit (target)", withUnit(told.text("limit"), told.text("unit")));
        fact(
                facts,
                "依据",
                "Basis",
                told.all("evidence").stream()
                        .map(row -> row.has("sourceText") ? row.words("sourceText") : row.text("source"))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .reduce((a, b) -> a + say("；", "; ") + b)
                        .orElse(""));
        if (told.is("suspected")) {
            fact(
                    facts,
                    "说明",
                    "Remark",
                    say(
                            "疑似超标，限值未经确认或数据仅作线索，待核实",
                            "Suspected: the limit is not confirmed, or the data are a clue only; verify"));
        }
        if (!facts.isEmpty()) {
            blocks.add(new Facts(facts));
        }
    }

    private static String withUnit(String figure, String unit) {
        return figure.isEmpty() ? "" : (minus(figure) + " " + unitText(unit)).strip();
    }

    private static String unitText(String unit) {
        return unit.replace("m3", "m³").replace("m2", "m²");
    }

    private static String minus(String figure) {
        return figure.startsWith("-") ? "−" + figure.substring(1) : figure;
    }

    private void evidence(ZoneId zone) {
        List<Told> rows = told.all("evidence");
        blocks.add(new Heading(1, say("三、判定时段的数据", "3 What was judged")));
        if (rows.isEmpty()) {
            blocks.add(new Paragraph(say("没有可显示的判定数据。", "No judged figures are shown.")));
            return;
        }
        List<Period> periods = rows.stream()
                .filter(row -> row.has("figure") && row.has("from") && row.has("to"))
                .map(row -> new Period(
                        Objects.requireNonNull(row.instant("from")),
                        Objects.requireNonNull(row.instant("to")),
                        new BigDecimal(row.text("figure")),
                        row.text("outcome").equals("RAISES")))
                .toList();
        if (periods.size() > 1) {
            blocks.add(new Chart(new TimeChart(
                    (named.point().in(language) + " " + unitText(told.text("unit"))).strip(),
                    zone,
                    periods,
                    bounds(rows))));
        }
        blocks.add(new Table(
                List.of(
                        Column.text(say("时段", "Period"), 37),
                        Column.figures(say("数值", "Figure"), 13),
                        Column.figures(say("限值", "Limit"), 13),
                        Column.text(say("单位", "Unit"), 10),
                        Column.figures(say("完整率", "Complete"), 11),
                        Column.text(say("判断", "Outcome"), 24)),
                rows.stream().map(this::verdict).toList()));
    }

    private List<Bound> bounds(List<Told> rows) {
        return rows.stream()
                .filter(row -> row.has("limit"))
                .map(row -> row.text("limit"))
                .distinct()
                .map(limit -> new Bound(say("限值 ", "Limit ") + minus(limit), new BigDecimal(limit)))
                .toList();
    }

    private List<String> verdict(Told row) {
        String outcome = DossierWords.outcome(row.text("outcome")).in(language);
        if (Boolean.FALSE.equals(row.json().getValue("confirmed"))) {
            outcome += say("（限值未确认）", " (limit not confirmed)");
        }
        String reason = row.words("reasonText");
        return List.of(
                period(row.time("from"), row.time("to")),
                row.has("figure") ? minus(row.text("figure")) : say("无", "none"),
                row.has("limit") ? minus(row.text("limit")) : "",
                unitText(row.text("unit")),
                row.has("completeness") ? percent(row.text("completeness")) : "",
                reason.isEmpty() ? outcome : outcome + say("：", ": ") + reason);
    }

    /** Of one day, the day is said once. */
    private static String period(String from, String to) {
        int day = "yyyy-MM-dd ".length();
        boolean same = from.length() > day && to.length() > day && from.startsWith(to.substring(0, day));
        return from + " – " + (same ? to.substring(day) : to);
    }

    /** Rounded down: what is not complete never reads as 100 %. */
    private static String percent(String share) {
        return new BigDecimal(share)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.FLOOR)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private void steps() {
        blocks.add(new Heading(1, say("四、经过", "4 Timeline")));
        blocks.add(new Table(
                List.of(
                        Column.figures(say("步", "Step"), 7),
                        Column.text(say("时间", "Time"), 19),
                        Column.text(say("经办", "By"), 17),
                        Column.text(say("事项", "What"), 17),
                        Column.text(say("内容", "Content"), 40)),
                told.all("steps").stream().map(this::step).toList()));
    }

    private List<String> step(Told step) {
        String internal = step.is("internal") ? say("（内部）", " (internal)") : "";
        return List.of(
                step.text("number"),
                step.time("at"),
                by(step.text("by")),
                DossierWords.step(step.text("kind")).in(language) + internal,
                String.join("\n", content(step)));
    }

    private String by(String person) {
        return switch (person) {
            case "greenpark" -> say("系统", "platform");
            case "office" -> say("主管部门", "the authority");
            default -> person;
        };
    }

    private List<String> content(Told step) {
        List<String> lines = new ArrayList<>();
        String comment = step.text("comment");
        if (!comment.isEmpty()) {
            lines.add(comment);
        }
        if (step.has("owner")) {
            lines.add(say("承办人：", "Seen to by ") + step.text("owner"));
        }
        for (Told row : step.all("details")) {
            String value = value(row);
            if (!value.equals(comment)) {
                lines.add(row.words("name") + say("：", ": ") + value);
            }
        }
        for (Told file : step.all("attachments")) {
            lines.add(say("附件：", "File: ") + file.text("name"));
        }
        return lines;
    }

    private String value(Told row) {
        if (row.text("field").startsWith("level")) {
            return DossierWords.level(row.text("value")).in(language);
        }
        if (row.has("words")) {
            return row.words("words");
        }
        return switch (row.text("kind")) {
            case "time" -> row.time("value");
            case "truth" -> row.text("value").equals("true") ? say("是", "yes") : say("否", "no");
            default -> row.text("value");
        };
    }

    private void attachments() {
        List<List<String>> rows = told.all("steps").stream()
                .flatMap(step -> step.all("attachments").stream()
                        .map(file -> List.of(
                                step.text("number"), file.text("name"), file.text("bytes"), file.text("sha256"))))
                .toList();
        blocks.add(new Heading(1, say("五、附件", "5 Files")));
        if (rows.isEmpty()) {
            blocks.add(new Paragraph(say("无附件。", "None.")));
            return;
        }
        blocks.add(new Table(
                List.of(
                        Column.figures(say("步", "Step"), 6),
                        Column.text(say("文件名", "Name"), 20),
                        Column.figures(say("字节", "Bytes"), 11),
                        Column.text("SHA-256", 63)),
                rows));
    }

    private void notices() {
        List<Told> notices = told.all("notices");
        blocks.add(new Heading(1, say("六、告知与签收", "6 Who was told, and who acknowledged")));
        if (notices.isEmpty()) {
            blocks.add(new Paragraph(say("没有可显示的告知记录。", "No notices are shown.")));
        } else {
            blocks.add(new Table(
                    List.of(
                            Column.figures(say("步", "Step"), 7),
                            Column.text(say("告知对象", "To"), 26),
                            Column.text(say("渠道", "By"), 15),
                            Column.text(say("状态", "State"), 13),
                            Column.text(say("送达时间", "Delivered"), 19),
                            Column.figures(say("尝试次数", "Attempts"), 12)),
                    notices.stream().map(this::notice).toList()));
        }
        List<Fact> read = told.all("steps").stream()
                .filter(step -> step.text("kind").equals("ACKNOWLEDGED"))
                .map(step -> new Fact(say("签收", "Acknowledged"), step.time("at") + " " + by(step.text("by"))))
                .toList();
        if (!read.isEmpty()) {
            blocks.add(new Facts(read));
        }
    }

    private List<String> notice(Told notice) {
        return List.of(
                notice.text("step"),
                by(notice.text("recipient")),
                DossierWords.channel(notice.text("channel")).in(language),
                DossierWords.notice(notice.text("state")).in(language),
                notice.time("deliveredAt"),
                notice.text("attempts"));
    }
}
