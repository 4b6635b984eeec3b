package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

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
    void of_meters_there_is_the_completeness_of_the_energy_account() throws Exception {
        JsonObject station = OPEN.api()
                .rows(SPAN + "&scope=meter&enterprise=lvyuan-food", "rows")
                .get(0);
        List<JsonObject> account =
                OPEN.api().rows("/enterprises/lvyuan-food/energy?from=2026-11-16&to=2026-11-23&step=day", "rows");
        for (int i = 0; i < account.size(); i++) {
            assertThat(days(station).get(i).getDouble("completeness"))
                    .isCloseTo(account.get(i).getDouble("completeness"), offset(1e-6));
            assertThat(days(station).get(i).getValue("validity")).isNull();
        }
    }

    @Test
    void files_have_a_column_for_each_day_and_rows_are_sorted_by_one() throws Exception {
        assertThat(OPEN.api().csv(SPAN, "zh"))
                .startsWith("\uFEFF编号,站点,企业,园区,数据完整率,无效数据个数,数据传输有效率,2026-11-16,2026-11-17");
        assertThat(OPEN.api().csv(SPAN + "&scope=meter", "en"))
                .startsWith("\uFEFFId,Station,Enterprise,Park,Completeness,Invalid values,2026-11-16");
        List<Double> sorted = OPEN.api().rows(SPAN + "&sort=2026-11-18", "rows").stream()
                .map(row -> Objects.requireNonNull(days(row).get(2).getDouble("validity")))
                .toList();
        assertThat(sorted).isSorted();
    }
}
