package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.objection.form.Ending;
import io.greenpark.objection.form.Objection;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An objection in a list. */
record ObjectionRow(Objection objection, Bilingual enterprise, Bilingual park, ZoneId zone, boolean overdue) {
    static ObjectionRow of(Objection objection, Parks parks, Instant now) {
        Subject subject = Subject.enterprise(objection.enterpriseId());
        return new ObjectionRow(
                objection,
                subject.name(parks.registry()),
                parks.registry()
                        .enterprise(objection.enterpriseId())
                        .map(e -> parks.registry().parkOf(e).name())
                        .orElse(Bilingual.same("")),
                parks.zoneOf(objection.enterpriseId()),
                objection.isOverdue(now));
    }

    /** The last day of its term. */
    LocalDate dueOn() {
        return objection.dueAt().minusMillis(1).atZone(zone).toLocalDate();
    }

    private @Nullable Cell words(boolean basis) {
        Ending ending = objection.ending();
        return Cell.code(ending == null ? null : basis ? ending.basis() : ending.words());
    }

    static List<Column<ObjectionRow>> columns() {
        return List.of(
                Column.text("number", new Bilingual("编号", "Number"), r -> Cell.code(r.objection.number())),
                Column.text("enterprise", new Bilingual("企业", "Enterprise"), r -> Cell.words(r.enterprise)),
                Column.text("park", new Bilingual("园区", "Park"), r -> Cell.words(r.park)),
                Column.text(
                        "kind",
                        new Bilingual("事项类别", "Kind"),
                        r -> Cell.words(ObjectionTexts.of(r.objection.thing().kind()))),
                Column.text("name", new Bilingual("异议事项", "About"), r -> Cell.words(r.objection.name())),
                Column.text("reason", new Bilingual("理由", "Reason"), r -> Cell.code(r.objection.reason())),
                Column.text(
                        "state", new Bilingual("状态", "State"), r -> Cell.words(ObjectionTexts.of(r.objection.state()))),
                Column.text(
                        "filedAt", new Bilingual("提出时间", "Filed at"), r -> Cell.time(r.objection.filedAt(), r.zone)),
                Column.text("dueOn", new Bilingual("期限", "Due on"), r -> new Cell.Day(r.dueOn())),
                Column.text("overdue", new Bilingual("逾期", "Overdue"), r -> Cell.truth(r.overdue)),
                Column.text(
                        "endedAt",
                        new Bilingual("办结时间", "Ended at"),
                        r -> Cell.time(
                                r.objection.ending() == null
                                        ? null
                                        : r.objection.ending().at(),
                                r.zone)),
                Column.text("words", new Bilingual("说明", "Reasons given"), r -> r.words(false)),
                Column.text("basis", new Bilingual("依据", "Basis"), r -> r.words(true)));
    }
}
