package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All outlets with how they stand. */
class OutletListTest {
    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    private static List<JsonObject> rows(String path) throws Exception {
        return OPEN.api().rows(path, "rows");
    }

    private static JsonObject point(JsonObject outlet, String id) {
        return outlet.getJsonArray("points").stream()
                .map(JsonObject.class::cast)
                .filter(p -> p.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_outlet_has_the_newest_closed_mean_of_what_is_judged() throws Exception {
        assertThat(rows("/outlets")).hasSize(OPEN.facts().outlets().size());
        JsonObject stack = rows("/outlets?q=xinghua").get(0);
        JsonObject nox = point(stack, "xinghua-brick.stack-1.nox");
        assertThat(nox.getString("averaging")).isEqualTo("HOUR");
        assertThat(nox.getString("to")).isEqualTo("2026-11-23T20:00:00+08:00");
        JsonObject water = rows("/outlets?enterprise=lvyuan-food").get(0);
        JsonObject cod = point(water, "lvyuan-food.water-1.cod");
        assertThat(cod.getString("averaging")).isEqualTo("DAY");
        assertThat(cod.getString("to")).as("today is not over").isEqualTo("2026-11-23");
    }

    @Test
    void a_point_is_exceeded_or_suspected_just_where_its_mean_is_over_the_limit() throws Exception {
        for (JsonObject outlet : rows("/outlets")) {
            for (Object each : outlet.getJsonArray("points")) {
                JsonObject point = (JsonObject) each;
                JsonObject limit = point.getJsonArray("limits").getJsonObject(0);
                boolean over =
                        new BigDecimal(point.getString("mean")).compareTo(new BigDecimal(limit.getString("upper"))) > 0;
                String exceeded = outlet.getString("standing").equals("EVIDENCE") ? "EXCEEDED" : "SUSPECTED";
                String within = limit.getBoolean("confirmed") ? "KEPT" : "UNCONFIRMED";
                assertThat(point.getString("state")).as(point.encode()).isEqualTo(over ? exceeded : within);
            }
        }
    }

    @Test
    void the_effective_transmission_rate_is_that_of_the_hours_due() throws Exception {
        List<JsonObject> hours =
                rows("/points/xinghua-brick.stack-1.nox/series?from=2026-11-16&to=2026-11-23&step=hour");
        List<JsonObject> others =
                rows("/points/xinghua-brick.stack-1.so2/series?from=2026-11-16&to=2026-11-23&step=hour");
        JsonObject stack = rows("/outlets?q=xinghua").get(0);
        assertThat(stack.getDouble("validity")).isEqualTo((hours.size() + others.size()) / (2 * 7 * 24.0));
        assertThat(stack.getValue("validityReason")).isNull();
    }

    @Test
    void filters_narrow_each_other_and_files_say_what_they_are_no_basis_for() throws Exception {
        assertThat(rows("/outlets?medium=stack"))
                .allMatch(r -> r.getString("medium").equals("STACK"));
        assertThat(rows("/outlets?state=exceeded"))
                .allMatch(r -> r.getString("state").equals("EXCEEDED"));
        assertThat(OPEN.api().csv("/outlets", "zh"))
                .startsWith("\uFEFF编号,排口,排口编号,排污许可证号,企业,园区,类型,数据性质,判断,超标项目,疑似超标项目,无数据项目,数据传输有效率（近7日）")
                .contains("监测数据超标预警，供核实，不作处罚依据。");
        assertThat(OPEN.api().refusal("/outlets?medium=air", 400)).contains("stack, water");
    }
}
