package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ledger of exceedances. */
class ExceedancesTest {
    private static final String SPAN = "/exceedances?from=2026-11-13&to=2026-11-24";

    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    @Test
    void each_period_over_its_limit_is_a_row_newest_first() throws Exception {
        List<JsonObject> rows = rows(SPAN + "&point=xinghua-brick.stack-1.nox&limit=1000");
        assertThat(rows).isNotEmpty().allSatisfy(r -> {
            assertThat(new BigDecimal(r.getString("mean"))).isGreaterThan(new BigDecimal("50"));
            assertThat(r.getString("limit")).isEqualTo("50");
            assertThat(new BigDecimal(r.getString("multiple"))).isGreaterThan(BigDecimal.ONE);
            assertThat(r.getString("averaging")).isEqualTo("HOUR");
            assertThat(r.getString("state")).isEqualTo("EXCEEDED");
            assertThat(r.getString("source")).isEqualTo("discharge permit");
            assertThat(r.getJsonObject("outlet").getString("id")).isEqualTo("xinghua-brick.stack-1");
        });
        List<String> starts = rows.stream().map(r -> r.getString("from")).toList();
        assertThat(starts).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(starts).as("the hour that runs").noneMatch(s -> s.startsWith("2026-11-23T20"));
    }

    @Test
    void they_are_the_hours_whose_mean_the_series_shows_above_the_limit() throws Exception {
        List<String> over =
                rows("/points/xinghua-brick.stack-1.nox/series?from=2026-11-20&to=2026-11-24&step=hour").stream()
                        .filter(r -> r.getString("period").equals("OVER"))
                        .filter(r -> new BigDecimal(r.getString("mean")).compareTo(new BigDecimal("50")) > 0)
                        .map(r -> r.getString("from"))
                        .toList();
        assertThat(rows("/exceedances?from=2026-11-20&to=2026-11-24&point=xinghua-brick.stack-1.nox&sort=from").stream()
                        .map(r -> r.getString("from")))
                .containsExactlyElementsOf(over);
    }

    @Test
    void where_data_are_but_a_clue_an_exceedance_is_suspected() throws Exception {
        List<JsonObject> rows = rows(SPAN + "&outlet=huamei-ham.water-1&limit=1000");
        assertThat(rows).isNotEmpty().allSatisfy(r -> {
            assertThat(r.getString("state")).isEqualTo("SUSPECTED");
            assertThat(r.getString("evidence")).isEqualTo("CLUE");
            assertThat(r.getString("averaging")).isEqualTo("DAY");
            assertThat(r.getString("from")).matches("2026-11-\\d\\d");
        });
    }

    @Test
    void a_file_of_the_ledger_has_times_and_units_as_people_write_them() throws Exception {
        String hours = OPEN.api().csv(SPAN + "&point=xinghua-brick.stack-1.nox&columns=averaging,from,to,unit", "en");
        assertThat(hours.lines().skip(1))
                .isNotEmpty()
                .filteredOn(line -> line.startsWith("Hourly"))
                .allMatch(line ->
                        line.matches("Hourly mean,2026-11-\\d\\d \\d\\d:00:00,2026-11-\\d\\d \\d\\d:00:00,mg/m³"));
        assertThat(OPEN.api().csv(SPAN + "&point=xinghua-brick.stack-1.nox&columns=evidence", "zh"))
                .contains("验收、检定合格并联网的设备");
    }

    @Test
    void every_answer_says_what_it_is_no_basis_for() throws Exception {
        assertThat(OPEN.api().json(SPAN).getJsonObject("notice").getString("zh"))
                .isEqualTo("监测数据超标预警，供核实，不作处罚依据。");
        List<String> lines = OPEN.api().csv(SPAN, "zh").lines().skip(1).toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.contains("监测数据超标预警，供核实，不作处罚依据。"));
        assertThat(OPEN.api().csv(SPAN + "&columns=enterprise,mean,notice", "en"))
                .contains("no basis for a penalty")
                .startsWith("\uFEFFEnterprise,Mean,Notice");
    }

    @Test
    void too_long_a_span_is_refused() throws Exception {
        assertThat(OPEN.api().refusal("/exceedances?from=2024-01-01&to=2026-01-01", 400))
                .contains("at most 400 days");
    }

    private static List<JsonObject> rows(String path) throws Exception {
        return OPEN.api().rows(path, "rows");
    }
}
