package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several points in one call, as a chart draws them. */
class JointSeriesTest {
    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    @Test
    void points_come_in_the_order_asked_for_with_what_a_chart_needs() throws Exception {
        List<JsonObject> series =
                series("/series?points=lvyuan-food.water-1.ph,xinghua-brick.stack-1.nox&from=2026-11-20&to=2026-11-24");
        assertThat(series.stream().map(s -> s.getString("point")))
                .containsExactly("lvyuan-food.water-1.ph", "xinghua-brick.stack-1.nox");
        JsonObject nox = series.get(1);
        assertThat(nox.getString("unit")).isEqualTo("mg/m3");
        assertThat(nox.getString("what")).isEqualTo("MEAN");
        assertThat(nox.getJsonArray("limits").getJsonObject(0).getString("upper"))
                .isEqualTo("50");
        assertThat(nox.getInteger("expectedPeriods")).as("today is not over").isEqualTo(3);
    }

    @Test
    void only_the_period_that_is_not_over_is_said_to_run() throws Exception {
        String span = "&from=2026-11-20&to=2026-11-24";
        for (String path : List.of("/points/xinghua-brick.stack-1.nox/series?step=day" + span)) {
            List<JsonObject> rows = rows(path);
            assertThat(rows.get(rows.size() - 1).getString("period")).isEqualTo("RUNNING");
            assertThat(rows.subList(0, rows.size() - 1))
                    .allMatch(r -> r.getString("period").equals("OVER"));
        }
        JsonObject hours = series("/series?points=xinghua-brick.stack-1.nox&step=hour" + span)
                .get(0);
        List<JsonObject> running =
                rows(hours).stream().filter(r -> r.getBoolean("running")).toList();
        assertThat(running).hasSize(1);
        assertThat(running.get(0).getString("from")).isEqualTo("2026-11-23T20:00:00+08:00");
        assertThat(hours.getInteger("expectedPeriods")).isEqualTo(3 * 24 + 20);
        assertThat(hours.getInteger("knownPeriods"))
                .isEqualTo(hours.getJsonArray("rows").size() - 1);
    }

    @Test
    void what_the_ledger_has_is_what_the_rows_say() throws Exception {
        String span = "from=2026-11-14&to=2026-11-24";
        List<JsonObject> ledger =
                OPEN.api().rows("/exceedances?point=xinghua-brick.stack-1.nox&limit=1000&" + span, "rows").stream()
                        .filter(e -> e.getString("averaging").equals("HOUR"))
                        .toList();
        assertThat(ledger).isNotEmpty();
        List<JsonObject> hours = rows(series("/series?points=xinghua-brick.stack-1.nox&step=hour&" + span)
                .get(0));
        List<String> kept = List.of("KEPT", "UNCONFIRMED", "NOT_JUDGED");
        assertThat(hours.stream()
                        .filter(h -> h.getString("verdict") != null && !kept.contains(h.getString("verdict")))
                        .map(h -> h.getString("from") + " " + h.getString("verdict")))
                .containsExactlyInAnyOrderElementsOf(ledger.stream()
                        .map(e -> e.getString("from") + " " + e.getString("state"))
                        .toList());
        assertThat(hours.get(hours.size() - 1).getValue("verdict"))
                .as("the hour that runs")
                .isNull();
        JsonObject meter = series("/series?points=xinghua-brick.stack-1.nox&step=month&from=2026-10-01&to=2026-11-01")
                .get(0);
        assertThat(rows(meter).get(0).getValue("verdict")).isNull();
    }

    @Test
    void a_month_of_an_outlet_is_made_of_its_days() throws Exception {
        JsonObject month = rows(series(
                                "/series?points=lvyuan-food.water-1.cod&from=2026-10-01&to=2026-11-01&step=month")
                        .get(0))
                .get(0);
        List<JsonObject> days = rows(series("/series?points=lvyuan-food.water-1.cod&from=2026-10-01&to=2026-11-01")
                .get(0));
        double mean = days.stream()
                .mapToDouble(d -> Double.parseDouble(d.getString("value")))
                .average()
                .orElseThrow();
        assertThat(Double.parseDouble(month.getString("value"))).isCloseTo(mean, offset(1e-9));
        assertThat(month.getDouble("completeness")).isEqualTo(days.size() / 31.0);
        assertThat(month.getString("from")).isEqualTo("2026-10-01");
    }

    @Test
    void a_meter_has_amounts_and_no_row_where_nothing_is_booked() throws Exception {
        JsonObject meter = series("/series?points=lvyuan-food.electricity&from=2026-11-20&to=2026-11-24")
                .get(0);
        assertThat(meter.getString("what")).isEqualTo("AMOUNT");
        assertThat(meter.getString("unit")).isEqualTo("kWh");
        assertThat(meter.getJsonArray("rows")).isEmpty();
        assertThat(meter.getInteger("knownPeriods")).isZero();
    }

    @Test
    void too_much_is_refused_with_how_much_there_may_be() throws Exception {
        assertThat(OPEN.api().refusal("/series?from=2026-11-20&to=2026-11-24", 400))
                .contains("\"points\" is missing", "20");
        assertThat(OPEN.api().refusal("/series?points=lvyuan-food.water-1.ph&from=2026-11-20&to=2026-11-20", 400))
                .contains("from must lie before to");
        assertThat(OPEN.api()
                        .refusal("/series?points=lvyuan-food.water-1.ph&from=2024-11-20&to=2026-11-20&step=hour", 400))
                .contains("400 days");
        assertThat(OPEN.api().refusal("/series?points=lvyuan-food.water-1.ph,&from=2024-11-20&to=2026-11-20", 404))
                .contains("\"\"");
    }

    private static List<JsonObject> series(String path) throws Exception {
        return OPEN.api().json(path).getJsonArray("series").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<JsonObject> rows(JsonObject series) {
        return series.getJsonArray("rows").stream().map(JsonObject.class::cast).toList();
    }

    private static List<JsonObject> rows(String path) throws Exception {
        return OPEN.api().rows(path, "rows");
    }
}
