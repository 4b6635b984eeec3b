package io.greenpark.dashboards.monday;

import io.greenpark.dashboards.monday.MondayPage.CaseWeek;
import io.greenpark.dashboards.monday.MondayPage.Driver;
import io.greenpark.dashboards.monday.MondayPage.Intensity;
import io.greenpark.dashboards.monday.MondayPage.Row;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Monday's page in JSON, as the API answers it and as it is kept. */
public final class MondayJson {
    private MondayJson() {}

    /** All of it. */
    public static JsonObject of(MondayPage page) {
        JsonArray rows = new JsonArray();
        page.rows().forEach(row -> rows.add(row(row)));
        JsonArray drivers = new JsonArray();
        page.drivers().forEach(driver -> drivers.add(driver(driver)));
        return new JsonObject()
                .put("week", page.week().toString())
                .put("month", page.month().toString())
                .put("rows", rows)
                .put("drivers", drivers)
                .put("cases", cases(page.cases()))
                .put(
                        "objections",
                        new JsonObject()
                                .put("open", page.objections().open())
                                .put("overdue", page.objections().overdue())
                                .put("decided", page.objections().decided()));
    }

    private static JsonObject row(Row row) {
        Intensity i = row.intensity();
        return new JsonObject()
                .put("scope", row.subject().scope().name().toLowerCase(Locale.ROOT))
                .put("id", row.subject().id())
                .put("name", name(row.name()))
                .put(
                        "intensity",
                        i == null
                                ? null
                                : new JsonObject()
                                        .put("changePercent", decimal(i.change()))
                                        .put("targetChangePercent", decimal(i.target()))
                                        .put("gapPoints", decimal(i.gap()))
                                        .put("level", i.level())
                                        .put("excessTce", decimal(i.excess())))
                .put("cases", cases(row.cases()))
                .put(
                        "cleanProduction",
                        new JsonObject()
                                .put("listed", row.clean().listed())
                                .put("covered", row.clean().covered())
                                .put(
                                        "percent",
                                        row.clean().percent() == null
                                                ? null
                                                : row.clean().percent().toPlainString()));
    }

    private static JsonObject driver(Driver driver) {
        return new JsonObject()
                .put("id", driver.id())
                .put("name", name(driver.name()))
                .put("changePercent", decimal(driver.change()))
                .put("excessTce", decimal(driver.excess()));
    }

    private static JsonObject cases(CaseWeek week) {
        return new JsonObject()
                .put("opened", week.opened())
                .put("closed", week.closed())
                .put("overdue", week.overdue())
                .put("open", week.open());
    }

    private static JsonObject name(Bilingual name) {
        return new JsonObject().put("zh", name.zh()).put("en", name.en());
    }

    private static @Nullable String decimal(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
