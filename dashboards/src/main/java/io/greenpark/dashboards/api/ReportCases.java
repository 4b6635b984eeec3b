package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseFilter.Span;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Formula;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report's cases: those raised in its period, and those of before that were not over by its begin, as {@code /alerts} shows them. */
final class ReportCases {
    /** More than anybody reads on paper; all of them are counted. */
    private static final int LISTED = 200;

    private static final Bilingual TITLE = new Bilingual("预警事件与反馈", "Cases and answers");

    private final ReportAsked asked;

    ReportCases(ReportAsked asked) {
        this.asked = asked;
    }

    Section section() {
        List<Case> cases = cases();
        List<Bilingual> remarks = new ArrayList<>();
        if (cases.size() > LISTED) {
            remarks.add(new Bilingual(
                    "共 " + cases.size() + " 件，只列最近 " + LISTED + " 件；全部见“预警”页。",
                    "There are " + cases.size() + "; the newest " + LISTED
                            + " are listed, all of them on the page Alerts."));
        }
        remarks.add(
                new Bilingual(
                        "办理阶段以取数时为准。监测数据供核实使用，不作处罚依据。",
                        "Stages are those when the figures were read. Monitoring data are to be verified and are no basis for a penalty."));
        return new Section("cases", TITLE, List.of(counts(cases), list(cases)), remarks);
    }

    private List<Case> cases() {
        List<Subject> about = asked.parts();
        CaseFilter filter = CaseFilter.of(about).raised(new Span(null, asked.end()));
        return asked.sources().cases().summaries(filter, Integer.MAX_VALUE).stream()
                .filter(c -> !c.trial() && !c.rule().ofPlatform())
                .filter(c -> !c.raisedAt().isBefore(asked.begin()) || !isOver(c, asked.begin()))
                .toList();
    }

    /** Whether its finding had ended by then, and people have nothing to do about it any more. */
    private static boolean isOver(Case c, Instant at) {
        Instant cleared = c.clearedAt();
        return cleared != null && cleared.isBefore(at) && !isToDo(c);
    }

    private static boolean isToDo(Case c) {
        return c.handling() != null && !c.handling().stage().over();
    }

    private Table counts(List<Case> cases) {
        List<Column> columns = List.of(
                Column.text("rule", "类别", "Kind", 36),
                Column.figure("raised", "期内新发", "Raised in it", 0, 16),
                Column.figure("carried", "上期结转", "From before", 0, 16),
                Column.figure("open", "未办结", "To be done", 0, 16),
                Column.figure("unanswered", "待企业反馈", "Answer awaited", 0, 16));
        Map<Case.Rule, List<Case>> byRule =
                cases.stream().collect(Collectors.groupingBy(Case::rule, TreeMap::new, Collectors.toList()));
        List<List<Value>> lines = new ArrayList<>();
        byRule.forEach((rule, these) -> lines.add(counts(AlertTexts.of(rule), these)));
        if (!lines.isEmpty()) {
            List<Value> sum = new ArrayList<>();
            counts(new Bilingual("合计", "Total"), cases).forEach(v -> sum.add(v.by(Formula.sum())));
            lines.add(sum);
        }
        return new Table("cases.counts", new Bilingual("分类统计", "By kind"), columns, lines, !lines.isEmpty());
    }

    private List<Value> counts(Bilingual name, List<Case> cases) {
        return List.of(
                Value.of(name),
                count(cases, c -> !c.raisedAt().isBefore(asked.begin())),
                count(cases, c -> c.raisedAt().isBefore(asked.begin())),
                count(cases, ReportCases::isToDo),
                count(cases, ReportCases::isUnanswered));
    }

    private static boolean isUnanswered(Case c) {
        CaseHandling h = c.handling();
        return h != null && h.demanded() && h.stage().untouched();
    }

    private static Value count(List<Case> cases, Predicate<Case> which) {
        return Value.of(cases.stream().filter(which).count());
    }

    private Table list(List<Case> cases) {
        List<Column> columns = List.of(
                Column.text("number", "编号", "Number", 17),
                Column.text("raised", "触发日期", "Raised on", 12),
                Column.text("title", "内容", "Title", 43),
                Column.text("state", "监测状态", "Finding", 11),
                Column.text("stage", "办理阶段", "Stage", 17));
        return new Table(
                "cases.list",
                new Bilingual("清单", "List"),
                columns,
                cases.stream().limit(LISTED).map(this::line).toList(),
                false);
    }

    private List<Value> line(Case c) {
        @Nullable CaseHandling h = c.handling();
        return List.of(
                new Value.Code(h == null ? c.id() : h.number()),
                new Value.Day(asked.time().dayOf(c.raisedAt())),
                Value.of(c.title()),
                Value.of(AlertTexts.of(c.state())),
                h == null
                        ? Value.BLANK
                        : Value.of(
                                HandlingSight.stage(h.stage(), asked.viewer()).words()));
    }
}
