package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was shown once and then replaced. */
class CorrectionsTest {
    private static final String SPAN = "from=2026-11-01&to=2026-11-24";

    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    private static List<JsonObject> rows(String query) throws Exception {
        return OPEN.api().rows("/former-values?" + SPAN + query, "rows");
    }

    @Test
    void a_value_that_was_replaced_stands_beside_the_one_of_now_with_both_times() throws Exception {
        JsonObject row = rows("&outlet=xinghua-brick.stack-1").get(0);
        assertThat(row.getString("former")).isEqualTo("61.25");
        assertThat(row.getString("value")).isNotEqualTo("61.25").isNotNull();
        assertThat(row.getString("what")).isEqualTo("MEAN");
        assertThat(row.getString("step")).isEqualTo("day");
        assertThat(row.getString("from")).isEqualTo("2026-11-20");
        assertThat(row.getString("shownSince")).isEqualTo("2026-11-20T20:00:00+08:00");
        assertThat(row.getString("replacedAt")).isEqualTo("2026-11-21T00:01:00+08:00");
    }

    @Test
    void amounts_are_in_the_unit_of_their_meter_and_what_is_not_booked_now_is_null() throws Exception {
        List<JsonObject> rows = rows("&point=lvyuan-food.electricity&sort=from");
        assertThat(rows).hasSize(3);
        JsonObject row = rows.get(0);
        assertThat(row.getString("from")).isEqualTo("2026-11-20T08:00:00+08:00");
        assertThat(row.getString("former")).isEqualTo("800");
        assertThat(row.getString("formerQuality")).isEqualTo("ESTIMATED");
        assertThat(row.getString("unit")).isEqualTo("kWh");
        assertThat(row.getValue("value")).isNull();
        assertThat(row.getValue("quality")).isNull();
    }

    @Test
    void the_last_replaced_comes_first_and_only_what_begins_in_the_span() throws Exception {
        assertThat(rows("").stream().map(r -> r.getJsonObject("point").getString("id")))
                .startsWith("xinghua-brick.stack-1.nox")
                .hasSize(4);
        assertThat(OPEN.api().rows("/former-values?from=2026-11-21&to=2026-11-24", "rows"))
                .isEmpty();
        assertThat(rows("&park=fucun").size() + rows("&park=xiaoshun").size()).isEqualTo(4);
        assertThat(OPEN.api().refusal("/former-values?from=2020-01-01&to=2026-11-24", 400))
                .contains("800");
    }

    @Test
    void a_file_has_the_heads_of_its_language() throws Exception {
        assertThat(OPEN.api().csv("/former-values?" + SPAN, "zh"))
                .startsWith("\uFEFF企业,测点,数值类型,开始,结束,原值,原数据质量,现值,现数据质量,单位,原值记入时间,更正时间")
                .contains("日均值", "61.25");
    }
}
