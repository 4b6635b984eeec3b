package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Enterprises side by side. The sample has three enterprises of hardware and tools, too few to say something of them together. */
class ComparisonTest {
    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    @Test
    void enterprises_stand_side_by_side_with_their_months_of_two_years() throws Exception {
        JsonObject compared = OPEN.api().json("/comparison?enterprises=lvyuan-food,hengda-tools&month=2026-10");
        assertThat(compared.getJsonArray("enterprises")).hasSize(2);
        JsonObject food = compared.getJsonArray("enterprises").getJsonObject(0);
        assertThat(food.getString("id")).isEqualTo("lvyuan-food");
        assertThat(food.getJsonObject("yearToDate"))
                .isEqualTo(OPEN.api()
                        .rows("/standings?month=2026-10&limit=100&q=lvyuan-food", "rows")
                        .get(0)
                        .getJsonObject("yearToDate"));
        assertThat(food.getJsonArray("months")).hasSize(22);
        assertThat(food.getJsonArray("months").getJsonObject(0).getString("from"))
                .isEqualTo("2025-01-01");
    }

    @Test
    void a_comparison_is_taken_along_as_a_file_with_medians_and_ranks() throws Exception {
        List<String> lines = OPEN.api()
                .csv("/comparison?enterprises=lvyuan-food,hengda-tools&month=2026-10", "zh")
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\uFEFF编号,名称,园区,行业,月份").endsWith("行业中位数：累计单位工业增加值能耗（吨标准煤/万元）,行业排名（1 为最低）");
        assertThat(lines.get(1)).startsWith("lvyuan-food,");
    }

    @Test
    void an_industry_of_few_has_neither_median_nor_ranks_and_says_why() throws Exception {
        JsonObject compared = OPEN.api().json("/comparison?enterprises=kaida-hardware,hengda-tools&month=2026-10");
        JsonObject industry = compared.getJsonArray("industries").getJsonObject(0);
        assertThat(industry.getString("industry")).isEqualTo("hardware-tools");
        assertThat(industry.getValue("tcePer10kCny")).isNull();
        assertThat(industry.getInteger("n")).isEqualTo(3);
        assertThat(industry.getJsonObject("reasonCodes")
                        .getJsonObject("tcePer10kCny")
                        .getString("code"))
                .isEqualTo("TOO_FEW_ENTERPRISES");
        JsonObject enterprise = compared.getJsonArray("enterprises").getJsonObject(0);
        assertThat(enterprise.getValue("rank")).isNull();
        assertThat(enterprise.getJsonObject("reasonText").getString("en")).contains("only 3", "5 are needed");
    }

    @Test
    void fewer_than_two_and_more_than_five_are_refused() throws Exception {
        assertThat(OPEN.api().refusal("/comparison?enterprises=lvyuan-food,lvyuan-food", 400))
                .contains("names 1", "2 to 5");
        assertThat(OPEN.api().refusal("/comparison", 400)).contains("names 0");
        assertThat(OPEN.api().refusal("/comparison?enterprises=lvyuan-food,nobody", 404))
                .contains("\"nobody\"");
    }
}
