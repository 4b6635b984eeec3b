package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.ApiClient;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases as an officer works through them: found by what he looks for, counted by what is left to do. */
class AlertListTest {
    @TempDir
    Path dir;

    private SampleConsole console;
    private ApiClient api;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        api = new ApiClient(console);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private List<String> found(String query) throws Exception {
        return api.ids("/alerts?" + query, "alerts");
    }

    @Test
    void cases_are_found_by_rule_severity_state_and_what_they_are_about() throws Exception {
        assertThat(found("rule=limit-exceeded,limit-warning&state=open")).containsExactly("c-1007", "c-1002", "c-1003");
        assertThat(found("severity=trial")).containsExactly("c-1007");
        assertThat(found("severity=warning&state=open")).containsExactly("c-1004");
        assertThat(found("severity=bad&scope=enterprise&state=open")).containsExactly("c-1002", "c-1003", "c-1001");
        assertThat(found("outlet=xinghua-brick.stack-1")).containsExactly("c-1002");
        assertThat(found("point=kaida-hardware.water-1.cod")).containsExactly("c-1006");
        assertThat(found("device=lvyuan-food.steam")).containsExactly("c-1004");
        assertThat(found("device=xinghua-brick.stack-1"))
                .as("about a point of it")
                .containsExactly("c-1002");
    }

    @Test
    void cases_are_found_by_when_they_were_raised_and_how_long_they_are_open() throws Exception {
        List<String> all = found("");
        assertThat(found("olderThanDays=18")).containsExactly("c-1009", "c-1008", "c-1001");
        assertThat(found("olderThanDays=0")).doesNotContain("c-1005", "c-1006").hasSize(7);
        String day = api.json("/alerts/c-1009").getString("raisedAt").substring(0, 10);
        assertThat(found("from=" + day)).isNotEmpty().contains("c-1009").isNotEqualTo(all);
        assertThat(found("to=" + day)).containsExactly("c-1008", "c-1001");
        assertThat(api.refusal("/alerts?from=2026-11-02&to=2026-11-02", 400)).contains("half-open");
    }

    @Test
    void counts_follow_what_an_officer_does_and_not_the_state_he_looks_at() throws Exception {
        JsonObject before = api.json("/alerts?state=cleared").getJsonObject("counts");
        assertThat(before.getInteger("open")).as("without the one on trial").isEqualTo(6);
        assertThat(before.getInteger("cleared")).isEqualTo(1);
        assertThat(before.getInteger("withdrawn")).isEqualTo(1);
        assertThat(before.getInteger("unacknowledged")).isEqualTo(6);
        api.post("/alerts/c-1002/acknowledge", new JsonObject().put("comment", "seen"));
        assertThat(api.json("/alerts?acknowledged=false&state=open")
                        .getJsonObject("counts")
                        .getInteger("unacknowledged"))
                .isEqualTo(5);
        assertThat(found("acknowledged=true")).containsExactly("c-1002");
        assertThat(api.json("/alerts?q=c-1002").getJsonObject("counts").getInteger("open"))
                .isEqualTo(1);
    }

    @Test
    void cases_are_searched_sorted_and_paged() throws Exception {
        assertThat(found("q=%E5%85%B4%E5%8D%8E%20nox")).containsExactly("c-1002");
        assertThat(found("q=%E7%96%91%E4%BC%BC&state=open")).as("suspected").contains("c-1003");
        assertThat(found("sort=raisedAt&limit=2")).containsExactly("c-1001", "c-1008");
        JsonObject page = api.json("/alerts?limit=2&sort=raisedAt");
        assertThat(page.getInteger("count")).isEqualTo(9);
        assertThat(found("limit=2&sort=raisedAt&after=" + page.getString("next")))
                .doesNotContain("c-1001", "c-1008");
        assertThat(page.getJsonArray("alerts").getJsonObject(0).getJsonArray("steps"))
                .isNotEmpty();
    }

    @Test
    void a_file_says_how_sure_and_in_what_state_a_case_is() throws Exception {
        String chinese = api.csv("/alerts?rule=limit-exceeded", "zh");
        assertThat(chinese).startsWith("\uFEFF编号,状态,严重程度,超标性质,规则,预警内容");
        assertThat(chinese).contains("c-1002,未解除,严重,限值已确认,排放超标", "c-1003,未解除,严重,疑似，待核实,排放超标", "误报撤销");
        assertThat(api.csv("/alerts?state=open&columns=id,raisedAt", "en"))
                .startsWith("\uFEFFId,Raised")
                .containsPattern("c-1002,2026-[0-9-]{5} [0-9:]{8}");
    }

    @Test
    void what_is_not_understood_is_refused_with_what_there_is() throws Exception {
        assertThat(api.refusal("/alerts?rule=limit-exceeded,weather", 400)).contains("\"weather\"", "limit-warning");
        assertThat(api.refusal("/alerts?acknowledged=maybe", 400)).contains("\"maybe\"", "true or false");
        assertThat(api.refusal("/alerts?outlet=a&device=b", 400)).contains("\"device\" and \"outlet\"");
        assertThat(api.refusal("/alerts?device=nobody", 404)).contains("\"nobody\"", "/api/v1/devices");
    }
}
