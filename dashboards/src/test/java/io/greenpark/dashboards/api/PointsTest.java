package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.greenpark.park.registry.Point;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page of a meter or measuring point shows. */
class PointsTest {
    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    @Test
    void a_point_comes_with_its_place_its_facts_and_its_newest_value() throws Exception {
        JsonObject point = OPEN.api().json("/points/xinghua-brick.stack-1.nox");
        assertThat(point.getJsonObject("enterprise").getString("id")).isEqualTo("xinghua-brick");
        assertThat(point.getJsonObject("outlet").getJsonObject("name").getString("zh"))
                .isEqualTo("一号烟囱");
        assertThat(point.getJsonObject("deviceName").getString("en")).isEqualTo("stack gas analyser");
        assertThat(point.getString("zone")).isEqualTo("Asia/Shanghai");
        assertThat(point.getLong("expectedIntervalSeconds")).isEqualTo(900);
        JsonObject facts = point.getJsonArray("facts").getJsonObject(0);
        assertThat(facts.getString("unit")).isEqualTo("mg/m3");
        assertThat(facts.getString("ratio")).isEqualTo("1");
        assertThat(facts.getValue("periodSeconds")).isNull();
        JsonObject newest = point.getJsonObject("newest");
        assertThat(newest.getString("time")).isEqualTo("2026-11-23T20:39:59+08:00");
        assertThat(newest.getString("flag")).isEqualTo("N");
        assertThat(newest.getLong("ageSeconds")).isEqualTo(1);
        assertThat(point.getJsonArray("limits").getJsonObject(0).getString("upper"))
                .isEqualTo("50");
    }

    @Test
    void a_meter_that_never_sent_has_no_newest_value() throws Exception {
        JsonObject point = OPEN.api().json("/points/kaida-hardware.water");
        assertThat(point.containsKey("newest")).isTrue();
        assertThat(point.getValue("newest")).isNull();
        assertThat(point.getValue("outlet")).isNull();
    }

    @Test
    void it_says_what_was_refused_and_how_much_there_is_to_look_at() throws Exception {
        JsonObject cod = OPEN.api().json("/points/jinlong-plating.water-1.cod");
        assertThat(cod.getJsonObject("lastRefusal").getString("reason")).isEqualTo("time-in-future");
        JsonObject ph = OPEN.api().json("/points/jinlong-plating.water-1.ph");
        assertThat(ph.getValue("lastRefusal")).as("of another key").isNull();
        JsonObject counts = OPEN.api().json("/points/lvyuan-food.water-1.cod").getJsonObject("counts");
        assertThat(counts.getInteger("findings")).isEqualTo(2);
        assertThat(OPEN.api()
                        .json("/points/xinghua-brick.stack-1.nox")
                        .getJsonObject("counts")
                        .getInteger("openCases"))
                .isPositive();
    }

    @Test
    void one_that_there_is_not_is_refused_with_where_to_find_others() throws Exception {
        assertThat(OPEN.api().refusal("/points/nothing", 404)).contains("\"nothing\"", "/api/v1/enterprises/{id}");
    }

    @Test
    void the_newest_values_of_all_points_come_in_one_list() throws Exception {
        List<JsonObject> rows = rows("/points/newest?limit=1000");
        assertThat(rows)
                .hasSize(OPEN.console()
                        .sources()
                        .registry()
                        .current()
                        .facts()
                        .points()
                        .size());
        JsonObject nox = rows.stream()
                .filter(r -> r.getJsonObject("point").getString("id").equals("xinghua-brick.stack-1.nox"))
                .findFirst()
                .orElseThrow();
        JsonObject alone = OPEN.api().json("/points/xinghua-brick.stack-1.nox").getJsonObject("newest");
        assertThat(nox.getString("value")).isEqualTo(alone.getString("value"));
        assertThat(nox.getString("time")).isEqualTo(alone.getString("time"));
        assertThat(nox.getString("unit")).isEqualTo("mg/m3");
    }

    @Test
    void newest_values_of_registers_say_what_they_are_to_be_multiplied_by() throws Exception {
        Map<String, String> ratios = new HashMap<>();
        for (JsonObject row : rows("/points/newest?limit=1000")) {
            ratios.put(row.getJsonObject("point").getString("id"), row.getString("ratio"));
        }
        for (Point point : OPEN.facts().points()) {
            String ratio = point.currentFacts().effectiveRatio().toPlainString();
            if (ratios.containsKey(point.id())) {
                assertThat(ratios.get(point.id())).as(point.id()).isEqualTo(ratio);
            }
            for (Object each : OPEN.api().json("/devices/" + point.deviceId()).getJsonArray("points")) {
                JsonObject own = (JsonObject) each;
                if (own.getString("id").equals(point.id())) {
                    assertThat(own.getString("ratio")).as(point.id()).isEqualTo(ratio);
                }
            }
        }
    }

    @Test
    void the_oldest_values_come_first_if_asked_for_and_never_sent_last() throws Exception {
        List<JsonObject> rows = rows("/points/newest?sort=-ageSeconds&limit=1000");
        assertThat(rows.get(0).getJsonObject("point").getString("id")).isEqualTo("lvyuan-food.steam");
        assertThat(rows.get(0).getLong("ageSeconds")).isGreaterThan(9 * 3_600);
        assertThat(rows.get(rows.size() - 1).getValue("value")).isNull();
    }

    @Test
    void filters_narrow_each_other() throws Exception {
        assertThat(rows("/points/newest?park=xiaoshun&outlet=lvyuan-food.water-1&q=ph"))
                .singleElement()
                .satisfies(r -> assertThat(r.getJsonObject("enterprise").getString("id"))
                        .isEqualTo("lvyuan-food"));
        assertThat(rows("/points/newest?park=fucun&outlet=lvyuan-food.water-1")).isEmpty();
        assertThat(OPEN.api().refusal("/points/newest?device=nothing", 404)).contains("\"nothing\"", "/api/v1/devices");
    }

    @Test
    void as_a_file_the_list_has_the_headings_of_the_reader() throws Exception {
        assertThat(OPEN.api().csv("/points/newest?device=lvyuan-food.water-1", "zh"))
                .startsWith("\uFEFF测点编号,测点,企业,设备,数据键,数值类型,数据时间,数值,单位,数据标记,距今（秒）,未乘倍率")
                .contains("测量值");
    }

    private static List<JsonObject> rows(String path) throws Exception {
        return OPEN.api().rows(path, "rows");
    }
}
