package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.BoardRow;
import io.greenpark.plan.value.Figure;
import io.greenpark.plan.value.Measured;
import io.greenpark.plan.value.Statement;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a plan's board, as files have them. */
final class BoardColumns {
    private BoardColumns() {}

    static List<Column<BoardRow>> of(PlanJson json) {
        return List.of(
                Column.text(
                        "number",
                        new Bilingual("序号", "No."),
                        r -> Cell.code(r.target().number())),
                Column.text(
                        "words",
                        new Bilingual("目标", "Target"),
                        r -> Cell.words(r.target().words())),
                Column.text("area", new Bilingual("范围", "Area"), r -> Cell.words(area(json, r))),
                Column.text(
                        "type",
                        new Bilingual("类型", "Type"),
                        r -> Cell.words(PlanTexts.of(r.target().type()))),
                Column.number(
                        "amount",
                        new Bilingual("目标值", "Target amount"),
                        2,
                        r -> Cell.number(r.target().amount())),
                Column.number(
                        "yearly",
                        new Bilingual("年度目标", "A year"),
                        2,
                        r -> Cell.number(r.target().yearly())),
                Column.text(
                        "unit",
                        new Bilingual("单位", "Unit"),
                        r -> Cell.words(r.target().unit())),
                Column.text("period", new Bilingual("期间", "Period"), BoardColumns::period),
                Column.number("newest.value", new Bilingual("数值", "Value"), 2, BoardColumns::value),
                Column.text("newest.progress", new Bilingual("进展", "Progress"), BoardColumns::progress),
                Column.number(
                        "reached",
                        new Bilingual("累计完成", "Total so far"),
                        2,
                        r -> Cell.number(r.standing().reached())),
                Column.number(
                        "expected",
                        new Bilingual("应达到", "Expected by now"),
                        2,
                        r -> Cell.number(r.standing().expected())),
                Column.text("newest.origin", new Bilingual("数据性质", "Kind of figure"), BoardColumns::origin),
                Column.text("from", new Bilingual("数据来源", "Source"), BoardColumns::from),
                Column.text(
                        "source",
                        new Bilingual("目标依据", "Set by"),
                        r -> Cell.words(r.target().source())),
                Column.text(
                        "department",
                        new Bilingual("责任部门", "Department"),
                        r -> Cell.words(r.target().department())),
                Column.text(
                        "due",
                        new Bilingual("完成期限", "Due"),
                        r -> Cell.code(r.target().due().code())),
                Column.text(
                        "light",
                        new Bilingual("状态灯", "Light"),
                        r -> Cell.words(PlanTexts.of(r.standing().light()))),
                Column.text(
                        "why",
                        new Bilingual("说明", "Why"),
                        r -> Cell.words(r.standing().why().words())));
    }

    private static Bilingual area(PlanJson json, BoardRow row) {
        JsonObject name = json.area(row.area()).getJsonObject("name");
        return new Bilingual(name.getString("zh"), name.getString("en"));
    }

    private static @Nullable Cell period(BoardRow row) {
        Figure newest = row.newest();
        return newest == null ? null : Cell.code(newest.period().code());
    }

    private static @Nullable Cell value(BoardRow row) {
        Figure newest = row.newest();
        return newest == null ? null : Cell.number(newest.value());
    }

    private static @Nullable Cell progress(BoardRow row) {
        Figure newest = row.newest();
        return newest == null || newest.progress() == null ? null : Cell.words(PlanTexts.of(newest.progress()));
    }

    private static @Nullable Cell origin(BoardRow row) {
        Figure newest = row.newest();
        return newest == null || newest.origin() == null ? null : Cell.words(PlanTexts.of(newest.origin()));
    }

    /** Who says so, or of how many enterprises there are data. */
    private static @Nullable Cell from(BoardRow row) {
        Figure newest = row.newest();
        if (newest == null || newest.origin() == null) {
            return null;
        }
        return switch (newest.origin()) {
            case PUBLISHED -> source(newest.published());
            case TYPED -> source(newest.typed());
            case MEASURED -> {
                Measured measured = newest.measured();
                yield measured == null
                        ? null
                        : Cell.words(new Bilingual(
                                measured.known() + "/" + measured.all() + " 家企业有数据",
                                measured.known() + " of " + measured.all() + " enterprises have data"));
            }
        };
    }

    private static @Nullable Cell source(@Nullable Statement statement) {
        return statement == null ? null : Cell.code(statement.source());
    }
}
