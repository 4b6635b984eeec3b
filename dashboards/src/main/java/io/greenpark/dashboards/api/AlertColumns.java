package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The columns of cases in files, and by which they are searched and sorted. */
final class AlertColumns {
    private final Registry registry;
    private final AlertJson json;
    private final Viewer viewer;
    private final Supplier<MarkedThings> objections;
    private @Nullable MarkedThings marked;

    /**
     * @param viewer who is shown them
     * @param objections to any of them, asked for once, and only where that is shown
     */
    AlertColumns(Registry registry, AlertJson json, Viewer viewer, Supplier<MarkedThings> objections) {
        this.objections = objections;
        this.registry = registry;
        this.json = json;
        this.viewer = viewer;
    }

    List<Column<Case>> all() {
        return List.of(
                Column.text("id", new Bilingual("编号", "Id"), c -> Cell.code(c.id())),
                Column.text("state", new Bilingual("状态", "State"), c -> Cell.words(AlertTexts.of(c.state()))),
                Column.text(
                        "severity", new Bilingual("严重程度", "Severity"), c -> Cell.words(AlertTexts.of(c.severity()))),
                Column.text("suspected", new Bilingual("超标性质", "Exceedance"), this::suspected),
                Column.text("rule", new Bilingual("规则", "Rule"), c -> Cell.words(AlertTexts.of(c.rule()))),
                Column.text("title", new Bilingual("预警内容", "Alert"), c -> Cell.words(c.title())),
                Column.text(
                        "scope",
                        new Bilingual("对象类型", "Scope"),
                        c -> Cell.words(AlertTexts.of(c.about().scope()))),
                Column.text(
                        "about",
                        new Bilingual("对象", "About"),
                        c -> Cell.words(c.about().name(registry))),
                Column.text("park", new Bilingual("园区", "Park"), this::park),
                Column.text("outlet", new Bilingual("排口", "Outlet"), this::outlet),
                Column.text("point", new Bilingual("测点", "Point"), c -> Cell.code(c.pointId())),
                Column.text("device", new Bilingual("设备", "Device"), c -> Cell.code(c.deviceId())),
                Column.number("figure", new Bilingual("数值", "Figure"), 2, c -> Cell.number(c.figure())),
                Column.number("limit", new Bilingual("限值", "Limit"), 2, c -> Cell.number(c.limit())),
                Column.text("unit", new Bilingual("单位", "Unit"), c -> Cell.unit(c.unit())),
                Column.text("since", new Bilingual("起始时间", "Since"), c -> Cell.time(c.since(), json.zone(c))),
                Column.text("raisedAt", new Bilingual("触发时间", "Raised"), c -> Cell.time(c.raisedAt(), json.zone(c))),
                Column.text("clearedAt", new Bilingual("解除时间", "Cleared"), c -> Cell.time(c.clearedAt(), json.zone(c))),
                Column.text(
                        "acknowledgedBy",
                        new Bilingual("确认人", "Acknowledged by"),
                        c -> Cell.code(json.acknowledgedBy(c, viewer))),
                Column.text("owner", new Bilingual("承办人", "Seen to by"), c -> Cell.words(json.ownerWords(c, viewer))),
                Column.text("number", new Bilingual("事件编号", "Number"), c -> Cell.code(number(c))),
                Column.text("stage", new Bilingual("办理阶段", "Stage"), c -> Cell.words(stage(c, viewer))),
                Column.text("level", new Bilingual("预警级别", "Level"), c -> Cell.words(level(c))),
                Column.text("due", new Bilingual("办理期限", "Due"), c -> Cell.time(due(c, viewer), json.zone(c))),
                Column.text("objection", new Bilingual("异议", "Objection"), c -> Cell.words(objection(c))),
                Column.text(
                        "notice",
                        new Bilingual("说明", "Notice"),
                        c -> c.rule().ofLimits() ? Cell.words(ExceedanceTexts.NOTICE) : null));
    }

    private static @Nullable String number(Case c) {
        return c.handling() == null ? null : c.handling().number();
    }

    private static @Nullable Bilingual stage(Case c, Viewer viewer) {
        return c.handling() == null
                ? null
                : HandlingSight.stage(c.handling().stage(), viewer).words();
    }

    private static @Nullable Bilingual level(Case c) {
        return c.handling() == null ? null : c.handling().level().words();
    }

    private static @Nullable Instant due(Case c, Viewer viewer) {
        return c.handling() == null ? null : HandlingSight.due(c.handling(), viewer);
    }

    private @Nullable Bilingual objection(Case c) {
        MarkedThings known = marked;
        if (known == null) {
            known = objections.get();
            marked = known;
        }
        return ObjectionTexts.words(known.of(c.id()));
    }

    private @Nullable Cell suspected(Case c) {
        Boolean suspected = json.suspected(c);
        return suspected == null ? null : Cell.words(AlertTexts.suspected(suspected));
    }

    private @Nullable Cell park(Case c) {
        Subject about = c.about();
        return switch (about.scope()) {
            case ENTERPRISE ->
                Cell.words(registry.enterprise(about.id())
                        .map(registry::parkOf)
                        .map(Park::name)
                        .orElse(null));
            case PARK -> Cell.words(about.name(registry));
            case DISTRICT -> null;
        };
    }

    private @Nullable Cell outlet(Case c) {
        String outlet = json.outletOf(c.pointId());
        return outlet == null
                ? null
                : Cell.words(registry.outlet(outlet).map(Outlet::name).orElse(Bilingual.same(outlet)));
    }
}
