package io.greenpark.dashboards.api;

import io.greenpark.dashboards.api.SubjectOverview.Attention;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.util.List;

/** The columns of enterprises and of parks; their figures have a list of their own, the standings. */
final class SubjectColumns {
    private static final Bilingual ID = new Bilingual("编号", "Id");
    private static final Bilingual NAME = new Bilingual("名称", "Name");
    private static final Bilingual OPEN_CASES = new Bilingual("未解除预警", "Open cases");
    private static final Bilingual SILENT_DEVICES = new Bilingual("离线设备", "Silent devices");
    private static final Bilingual LATE_DEVICES = new Bilingual("数据滞后设备", "Devices with late data");

    private SubjectColumns() {}

    static List<Column<Enterprise>> ofEnterprises(Registry registry, Attention attention) {
        return List.of(
                Column.text("id", ID, e -> Cell.code(e.id())),
                Column.text("name", NAME, e -> Cell.words(e.name())),
                Column.text(
                        "park",
                        new Bilingual("园区", "Park"),
                        e -> Cell.words(registry.parkOf(e).name())),
                Column.text(
                        "industry", new Bilingual("行业", "Industry"), e -> Cell.words(IndustryTexts.of(e.industry()))),
                Column.text("aboveScale", new Bilingual("规上", "Above scale"), e -> Cell.truth(e.aboveScale())),
                Column.text("polluting", new Bilingual("涉污", "Polluting"), e -> Cell.truth(e.polluting())),
                Column.number(
                        "openCases", OPEN_CASES, 0, e -> Cell.number(attention.ownCases(Subject.enterprise(e.id())))),
                Column.number(
                        "silentDevices",
                        SILENT_DEVICES,
                        0,
                        e -> Cell.number(attention.silentDevices(Subject.enterprise(e.id()), registry))),
                Column.number(
                        "lateDevices",
                        LATE_DEVICES,
                        0,
                        e -> Cell.number(attention.lateDevices(Subject.enterprise(e.id()), registry))));
    }

    static List<Column<Park>> ofParks(Registry registry, Attention attention) {
        return List.of(
                Column.text("id", ID, p -> Cell.code(p.id())),
                Column.text("name", NAME, p -> Cell.words(p.name())),
                Column.number(
                        "enterprises",
                        new Bilingual("企业数", "Enterprises"),
                        0,
                        p -> Cell.number(registry.enterprisesOfPark(p.id()).size())),
                Column.number(
                        "openCases",
                        OPEN_CASES,
                        0,
                        p -> Cell.number(attention.openCases(Subject.park(p.id()), registry))),
                Column.number(
                        "silentDevices",
                        SILENT_DEVICES,
                        0,
                        p -> Cell.number(attention.silentDevices(Subject.park(p.id()), registry))),
                Column.number(
                        "lateDevices",
                        LATE_DEVICES,
                        0,
                        p -> Cell.number(attention.lateDevices(Subject.park(p.id()), registry))));
    }
}
