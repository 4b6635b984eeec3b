package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One field finds whatever has a page. */
class SearchTest {
    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    private static List<JsonObject> found(String text) throws Exception {
        return OPEN.api().rows("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), "hits");
    }

    private static List<String> paths(String text) throws Exception {
        return found(text).stream().map(r -> r.getString("path")).toList();
    }

    @Test
    void the_very_id_comes_first() throws Exception {
        assertThat(paths("lvyuan-food.water-1").get(0)).isEqualTo("/outlets/lvyuan-food.water-1");
        assertThat(paths("LVYUAN-food").get(0)).isEqualTo("/enterprises/lvyuan-food");
        assertThat(paths("c-1008").get(0)).isEqualTo("/cases/c-1008");
        assertThat(paths("gateway-fucun-1").get(0)).isEqualTo("/gateways/gateway-fucun-1");
    }

    @Test
    void what_begins_like_it_comes_before_what_has_it_anywhere() throws Exception {
        assertThat(paths("fucun")).startsWith("/parks/fucun").contains("/gateways/gateway-fucun-1");
        assertThat(found("food").get(0).getString("kind")).isEqualTo("ENTERPRISE");
    }

    @Test
    void part_of_a_chinese_name_is_found_with_where_it_belongs() throws Exception {
        JsonObject ham = found("火腿").get(0);
        assertThat(ham.getString("id")).isEqualTo("huamei-ham");
        assertThat(ham.getJsonObject("context").getString("zh")).isEqualTo("孝顺园区");
        assertThat(paths("绿源 蒸汽表")).contains("/points/lvyuan-food.steam", "/devices/lvyuan-food.steam");
    }

    @Test
    void there_are_no_more_than_wanted_and_none_where_nothing_is_there() throws Exception {
        assertThat(OPEN.api().rows("/search?limit=3&q=water", "hits")).hasSize(3);
        assertThat(found("zeppelin")).isEmpty();
        assertThat(OPEN.api().refusal("/search", 400)).contains("\"q\"");
    }
}
