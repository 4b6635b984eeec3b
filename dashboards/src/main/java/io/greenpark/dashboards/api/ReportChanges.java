package io.greenpark.dashboards.api;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import io.greenpark.returns.closing.ClosingMarks;
import io.greenpark.returns.closing.ClosingMarks.IntensityOf;
import io.greenpark.returns.closing.ClosingMarks.Mark;
import io.greenpark.returns.closing.FigureChange;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a report's figures is not what it was when its month was closed: of its subject in every month, of the parts in the last. */
final class ReportChanges {
    private final ReportAsked asked;
    private final List<EnergyRow> energy;
    private final ClosingMarks marks;

    ReportChanges(ReportAsked asked, List<EnergyRow> energy) {
        this.asked = asked;
        this.energy = energy;
        this.marks = asked.sources().closings().marks();
    }

    /** A figure of a subject and a month; energy is told by both accounts, and once here. */
    private record Changed(Subject subject, YearMonth month, FigureChange change) {}

    Table table() {
        List<Column> columns = List.of(
                Column.text("subject", "对象", "Of", 26),
                Column.text("month", "月份", "Month", 14),
                Column.text("figure", "数据", "Figure", 28),
                Column.figure("closed", "关账时", "When closed", 4, 16),
                Column.figure("present", "现在", "Now", 4, 16));
        return new Table(
                "method.changes",
                new Bilingual("关账后变化", "Changed since closing"),
                columns,
                changes().stream().map(this::line).toList(),
                false);
    }

    private Set<Changed> changes() {
        Set<Changed> changes = new LinkedHashSet<>();
        add(changes, marks.ofEnergy(asked.subject(), energy, asked.basis()));
        List<IntensityRow> months = asked.sources()
                .intensity()
                .rows(
                        asked.subject(),
                        asked.period().first(),
                        asked.period().last().plusMonths(1),
                        asked.basis());
        add(changes, marks.ofIntensity(asked.subject(), months, asked.basis()));
        List<IntensityOf> parts = new ArrayList<>();
        asked.sources()
                .intensity()
                .month(asked.parts(), asked.period().last(), asked.basis())
                .forEach((subject, row) -> parts.add(new IntensityOf(subject, row)));
        marks.ofIntensities(parts, asked.basis()).forEach((subject, mark) -> mark.changes()
                .forEach(change ->
                        changes.add(new Changed(subject, asked.period().last(), change))));
        return changes;
    }

    private void add(Set<Changed> changes, Map<YearMonth, Mark> byMonth) {
        byMonth.forEach((month, mark) ->
                mark.changes().forEach(change -> changes.add(new Changed(asked.subject(), month, change))));
    }

    private List<Value> line(Changed changed) {
        FigureChange change = changed.change();
        return List.of(
                Value.of(asked.nameOf(changed.subject())),
                Value.of(Bilingual.same(changed.month().toString())),
                Value.of(ClosingTexts.field(change.field())),
                value(change.closed()),
                value(change.present()));
    }

    /** Levels are words, all others decimals. */
    private static Value value(@Nullable String text) {
        if (text == null) {
            return Value.BLANK;
        }
        if (!Character.isLetter(text.charAt(0))) {
            return Value.of(new BigDecimal(text));
        }
        Bilingual words = ClosingTexts.value(text);
        return words == null ? Value.BLANK : Value.of(words);
    }
}
