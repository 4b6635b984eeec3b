package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of the registry's things and of what was noticed: filtered, searched, sorted, paged, and as files. */
class ListsTest {
    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    @ParameterizedTest
    @CsvSource({
        "/parks, parks, 园区",
        "/enterprises, enterprises, 企业",
        "/devices, devices, 设备",
        "/gateways, rows, 网关",
        "/findings, findings, 类型",
        "/proposals, proposals, 编号",
        "/dead-letters, rows, 编号",
        "/coefficient-sets, rows, 系数集"
    })
    void a_list_says_how_many_there_are_and_goes_on_page_by_page(String path, String key, String heading)
            throws Exception {
        JsonObject all = OPEN.api().json(path + "?limit=1000");
        assertThat(all.getJsonArray(key)).isNotEmpty().hasSize(all.getInteger("count"));
        assertThat(all.getValue("next")).isNull();
        JsonObject first = OPEN.api().json(path + "?limit=1");
        assertThat(first.getJsonArray(key)).hasSize(1);
        if (all.getInteger("count") > 1) {
            JsonObject second = OPEN.api().json(path + "?limit=1&after=" + first.getValue("next"));
            assertThat(second.getJsonArray(key).getValue(0))
                    .isEqualTo(all.getJsonArray(key).getValue(1));
        }
        assertThat(OPEN.api().csv(path, "zh").lines().findFirst().orElseThrow())
                .startsWith("\uFEFF")
                .contains(heading.equals("园区") ? "名称" : "");
        assertThat(OPEN.api().refusal(path + "?sort=weather", 400)).contains("no column \"weather\"");
    }

    @Test
    void enterprises_are_found_by_park_industry_and_name() throws Exception {
        assertThat(OPEN.api().ids("/enterprises?park=fucun&industry=hardware-tools&sort=-id", "enterprises"))
                .containsExactly("jinlong-plating", "hengda-tools");
        assertThat(OPEN.api().ids("/enterprises?q=%E7%81%AB%E8%85%BF", "enterprises"))
                .containsExactly("huamei-ham");
        assertThat(OPEN.api().ids("/enterprises?polluting=false", "enterprises"))
                .isEmpty();
        assertThat(OPEN.api().ids("/enterprises?sort=-openCases&limit=1", "enterprises"))
                .hasSize(1);
        assertThat(OPEN.api().refusal("/enterprises?park=nowhere", 404)).contains("\"nowhere\"");
    }

    @Test
    void devices_are_found_by_how_they_stand_and_counted_by_it() throws Exception {
        assertThat(OPEN.api().ids("/devices?state=silent", "devices")).containsExactly("lvyuan-food.steam");
        assertThat(OPEN.api().ids("/devices?state=never", "devices")).containsExactly("kaida-hardware.water");
        assertThat(OPEN.api().ids("/devices?standsStill=true", "devices")).contains("huamei-ham.water");
        JsonObject ofPark = OPEN.api().json("/devices?park=xiaoshun&state=talking");
        assertThat(ofPark.getJsonObject("counts").getInteger("SILENT")).isEqualTo(1);
        assertThat(ofPark.getJsonObject("counts").getInteger("TALKING")).isEqualTo(ofPark.getInteger("count"));
        assertThat(OPEN.api().csv("/devices?state=silent", "zh")).contains("lvyuan-food.steam,蒸汽表,离线（数据中断）,绿源食品有限公司");
    }

    @Test
    void a_device_has_its_points_with_newest_values_and_its_open_cases() throws Exception {
        JsonObject stack = OPEN.api().json("/devices/xinghua-brick.stack-1");
        JsonObject nox = stack.getJsonArray("points").getJsonObject(0);
        assertThat(nox.getString("id")).isEqualTo("xinghua-brick.stack-1.nox");
        assertThat(nox.getString("unit")).isEqualTo("mg/m3");
        assertThat(nox.getJsonObject("newest").getString("value")).isNotBlank();
        assertThat(stack.getJsonArray("openCases").getJsonObject(0).getString("id"))
                .isEqualTo("c-1002");
        assertThat(OPEN.api().json("/devices/jinlong-plating.water-1").getJsonArray("refusals"))
                .isNotEmpty();
        assertThat(OPEN.api()
                        .json("/devices/kaida-hardware.water")
                        .getJsonArray("points")
                        .getJsonObject(0)
                        .getValue("newest"))
                .isNull();
        assertThat(OPEN.api().json("/gateways/gateway-fucun-1").getJsonArray("devices"))
                .isEmpty();
    }

    @Test
    void refusals_are_searched_and_sorted_too() throws Exception {
        JsonObject found = OPEN.api().json("/dead-letters?q=jinlong-plating.water-1&sort=-count");
        assertThat(found.getInteger("count")).isPositive();
        assertThat(found.getJsonArray("rows").stream().map(r -> ((JsonObject) r).getString("device")))
                .containsOnly("jinlong-plating.water-1");
    }

    @Test
    void coefficients_have_units_and_sources() throws Exception {
        JsonObject set =
                OPEN.api().json("/coefficient-sets").getJsonArray("rows").getJsonObject(0);
        assertThat(set.getString("source")).isEqualTo("GB/T 2589-2020");
        JsonObject electricity = set.getJsonArray("coefficients").stream()
                .map(JsonObject.class::cast)
                .filter(c -> c.getString("carrier").equals("electricity"))
                .findFirst()
                .orElseThrow();
        assertThat(electricity.getString("kgcePerUnit")).isEqualTo("0.1229");
        assertThat(electricity.getString("co2TPerUnit")).isEqualTo("0.0005306");
        assertThat(electricity.getString("unit")).isEqualTo("kWh");
        assertThat(OPEN.api().csv("/coefficient-sets", "en")).contains("electricity,kWh,0.1229,0.0005306,yes");
    }

    @Test
    void the_district_has_the_rows_that_a_park_has() throws Exception {
        JsonObject district = OPEN.api().json("/district");
        assertThat(district.getInteger("parks")).isEqualTo(3);
        assertThat(district.getJsonArray("parkLines")).hasSize(3);
        assertThat(OPEN.api().rows("/district/energy?from=2026-09-01&to=2026-11-01", "rows"))
                .hasSize(2);
        assertThat(OPEN.api()
                        .rows("/district/intensity?from=2026-09-01&to=2026-11-01", "rows")
                        .get(1)
                        .getJsonObject("standing"))
                .isNotNull();
    }
}
