package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board of data quality: stations by days. */
class DataQualityTest {
    private static final String SPAN = "/data-quality?from=2026-11-16&to=2026-11-24";

    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    private static List<JsonObject> days(JsonObject station) {
        return station.getJsonArray("days").stream().map(JsonObject.class::cast).toList();
    }

    @Test
    void every_outlet_has_every_day_and_nothing_is_said_of_one_that_is_not_over() throws Exception {
        List<JsonObject> rows = OPEN.api().rows(SPAN, "rows");
        assertThat(rows).hasSize(OPEN.facts().outlets().size());
        assertThat(rows).allSatisfy(row -> {
            assertThat(days(row)).hasSize(8);
            assertThat(days(row).get(7).getString("date")).isEqualTo("2026-11-23");
            assertThat(days(row).get(7).getValue("validity")).as("today").isNull();
            assertThat(days(row).subList(0, 7)).allMatch(day -> day.getDouble("validity") > 0.8);
        });
    }

    @Test
    void the_total_of_seven_days_is_what_the_list_of_outlets_says() throws Exception {
        for (JsonObject outlet : OPEN.api().rows("/outlets", "rows")) {
            JsonObject station = OPEN
                    .api()
                    .rows(
                            SPAN + "&enterprise="
                                    + outlet.getJsonObject("enterprise").getString("id"),
                            "rows")
                    .stream()
                    .filter(s -> s.getString("id").equals(outlet.getString("id")))
                    .findFirst()
                    .orElseThrow();
            assertThat(station.getJsonObject("total").getDouble("validity")).isEqualTo(outlet.getDouble("validity"));
        }
    }

    @Test
    void every_meter_is_a_station_of_its_own_beside_the_outlets() throws Exception {
        List<JsonObject> meters = OPEN.api().rows(SPAN + "&scope=meter&enterprise=lvyuan-food", "rows");
        assertThat(meters).extracting(m -> m.getString("id")).contains("lvyuan-food.electricity", "lvyuan-food.steam");
        assertThat(meters).allSatisfy(m -> {
            assertThat(m.getString("kind")).isEqualTo("METER");
            assertThat(days(m).subList(0, 7)).allMatch(day -> day.getDouble("completeness") != null);
            assertThat(days(m).get(7).getValue("completeness")).as("today").isNull();
            assertThat(m.getJsonObject("total").getValue("validity")).isNull();
        });
        List<JsonObject> all = OPEN.api().rows(SPAN + "&scope=all&enterprise=lvyuan-food", "rows");
        assertThat(all)
                .hasSize(meters.size()
                        + OPEN.api()
                                .rows(SPAN + "&enterprise=lvyuan-food", "rows")
                                .size());
    }

    @Test
    void stations_that_are_below_what_is_required_are_asked_for_and_filed() throws Exception {
        List<JsonObject> below = OPEN.api().rows(SPAN + "&scope=all&below=90&limit=1000", "rows");
        assertThat(below).isNotEmpty().allMatch(s -> assessed(s) < 0.9);
        assertThat(OPEN.api().rows(SPAN + "&scope=all&limit=1000", "rows"))
                .filteredOn(s -> assessed(s) < 0.9)
                .hasSameSizeAs(below);
        assertThat(OPEN.api().csv(SPAN + "&scope=all&below=90", "zh").lines().count())
                .isEqualTo(below.size() + 1L);
    }

    private static double assessed(JsonObject station) {
        JsonObject total = station.getJsonObject("total");
        Double validity = total.getDouble("validity");
        return validity == null ? total.getDouble("completeness") : validity;
    }

    @Test
    void files_have_a_column_for_each_day_and_rows_are_sorted_by_one() throws Exception {
        assertThat(OPEN.api().csv(SPAN, "zh"))
                .startsWith("\uFEFF编号,站点,类别,企业,园区,评估值（排放口为传输有效率，其他为完整率）,数据完整率,无效数据个数,数据传输有效率,2026-11-16,2026-11-17");
        assertThat(OPEN.api().csv(SPAN + "&scope=meter", "en"))
                .startsWith("\uFEFFId,Station,Kind,Enterprise,Park,")
                .contains("Completeness,Invalid values,2026-11-16");
        List<Double> sorted = OPEN.api().rows(SPAN + "&sort=2026-11-18", "rows").stream()
                .map(row -> Objects.requireNonNull(days(row).get(2).getDouble("validity")))
                .toList();
        assertThat(sorted).isSorted();
    }
}
