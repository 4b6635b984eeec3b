package io.greenpark.dashboards.api;

import io.greenpark.cleanproduction.coverage.Coverage;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.Snapshot;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.cleanproduction.round.Deadline;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import java.util.List;
import java.util.Map;

/** A report's clean production: coverage of the approved list as {@code /clean-production/coverage} answers it, or where the one enterprise stands. */
final class ReportClean {
    private static final Bilingual TITLE = new Bilingual("清洁生产", "Clean production");

    private final ReportAsked asked;
    private final CleanProductionDesk desk;

    ReportClean(ReportAsked asked) {
        this.asked = asked;
        this.desk = asked.sources().cleanProduction().audits();
    }

    Section section() {
        Snapshot snapshot = desk.snapshot();
        return new Section(
                "clean", TITLE, List.of(asked.ofEnterprise() ? state(snapshot) : coverage(snapshot)), List.of());
    }

    private Table coverage(Snapshot snapshot) {
        List<Column> columns = List.of(
                Column.text("subject", "对象", "Of", 30),
                Column.figure("listed", "清单企业数", "On the list", 0, 14),
                Column.figure("started", "已启动", "Started", 0, 14),
                Column.figure("reported", "已提交报告", "Reported", 0, 14),
                Column.figure("covered", "已覆盖", "Covered", 0, 14),
                Column.figure("percent", "覆盖率（%）", "Coverage (%)", 1, 14));
        Map<String, Coverage> byPark = desk.coverage(snapshot, asked.lastDay());
        List<List<Value>> lines = asked.parts().stream()
                .filter(s -> s.scope() != Subject.Scope.ENTERPRISE)
                .map(s -> {
                    Coverage of = s.scope() == Subject.Scope.DISTRICT
                            ? byPark.values().stream().reduce(Coverage.NONE, Coverage::and)
                            : byPark.getOrDefault(s.id(), Coverage.NONE);
                    return List.of(
                            Value.of(asked.nameOf(s)),
                            Value.of(of.listed()),
                            Value.of(of.started()),
                            Value.of(of.reported()),
                            Value.of(of.covered()),
                            Value.of(of.percent(), null));
                })
                .toList();
        return new Table(
                "clean.coverage",
                new Bilingual("推行清单覆盖率（" + asked.lastDay() + "）", "Coverage of the list on " + asked.lastDay()),
                columns,
                lines,
                false);
    }

    private Table state(Snapshot snapshot) {
        Audits audits = snapshot.of(asked.subject().id());
        List<Column> columns = List.of(
                Column.text("onList", "在推行清单内", "On the list", 20),
                Column.text("state", "状态", "State", 25),
                Column.text("nextStep", "下一步", "Next step", 35),
                Column.text("dueOn", "期限", "Due on", 20));
        Audits.Next next = audits.next(snapshot.terms()).orElse(null);
        Deadline deadline = next == null ? null : next.deadline();
        boolean onList = audits.member() != null;
        return new Table(
                "clean.state",
                new Bilingual("审核状态（取数时）", "State of the audit when the figures were read"),
                columns,
                List.of(List.of(
                        Value.of(onList ? new Bilingual("是", "yes") : new Bilingual("否", "no")),
                        Value.of(CleanProductionTexts.of(CleanProductionRow.state(
                                audits, snapshot, asked.time().dayOf(asked.now())))),
                        next == null ? Value.BLANK : Value.of(next.step().named()),
                        deadline == null ? Value.BLANK : new Value.Day(deadline.due()))),
                false);
    }
}
