package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How ways of telling people fare, and test messages on them. */
class ChannelsTest {
    @TempDir
    Path dir;

    private SampleConsole console;
    private Person operator;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        operator = Person.with(console, "qian", "qian@jindong.example", Set.of(Grant.everywhere(Role.OPERATOR)));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject to(String name) {
        return new JsonObject().put("to", name);
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private JsonObject way(String to) {
        return good(operator.get("/channels")).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> to == null ? row.getValue("to") == null : to.equals(row.getValue("to")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_test_goes_to_whoever_is_named_at_once_and_is_on_record() {
        assertThat(way("duty-desk").getValue("deliveredAt")).isNull();
        assertThat(good(operator.post("/channels/mail/test", to("duty-desk"))).getBoolean("delivered"))
                .isTrue();
        assertThat(console.mail().taken()).hasSize(1);
        assertThat(console.mail().taken().get(0).target()).isEqualTo("duty@jindong.example");
        assertThat(console.mail().taken().get(0).body()).contains("qian", "测试消息");
        assertThat(way("duty-desk").getValue("deliveredAt")).isNotNull();
        assertThat(way(null).getValue("deliveredAt")).isNotNull();
        assertThat(console.sources().audit().page(AuditFilter.ALL.of(AuditAction.CHANNEL_TESTED), Long.MAX_VALUE, 10))
                .extracting(AuditEntry::id)
                .containsExactly("mail/duty-desk");
    }

    @Test
    void without_a_name_it_goes_to_whoever_asks_and_once_a_minute() {
        good(operator.post("/channels/mail/test", new JsonObject()));
        assertThat(console.mail().taken().get(0).target()).isEqualTo("qian@jindong.example");
        assertThat(operator.post("/channels/mail/test", new JsonObject()).statusCode())
                .isEqualTo(429);
        assertThat(console.mail().taken()).hasSize(1);
    }

    @Test
    void what_the_other_side_answers_is_told_and_kept() {
        console.mail().away(true);
        JsonObject answer = good(operator.post("/channels/mail/test", to("duty-desk")));
        assertThat(answer.getBoolean("delivered")).isFalse();
        assertThat(answer.getString("answer")).isEqualTo("mail server smtp.example:587: refused");
        assertThat(way(null).getString("answer")).isEqualTo("mail server smtp.example:587: refused");
        assertThat(way(null).getValue("failingSince")).isNotNull();
        assertThat(way("duty-desk").getValue("failingSince"))
                .as("the address is not what is wrong")
                .isNull();
    }

    @Test
    void what_there_is_not_is_said() {
        assertThat(operator.post("/channels/pigeon/test", new JsonObject()).statusCode())
                .isEqualTo(404);
        assertThat(operator.post("/channels/mail/test", to("nobody")).body()).contains("/api/v1/channels");
        Person addressless = Person.with(console, "zheng", Set.of(Grant.everywhere(Role.OFFICER)));
        assertThat(addressless.post("/channels/mail/test", new JsonObject()).statusCode())
                .isEqualTo(400);
        assertThat(console.mail().taken()).isEmpty();
    }

    @Test
    void an_officer_of_a_part_of_the_district_may_neither_look_nor_test() {
        Person part = Person.with(console, "wu", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("fucun")))));
        assertThat(part.get("/channels").statusCode()).isEqualTo(403);
        assertThat(part.post("/channels/mail/test", to("duty-desk")).statusCode())
                .isEqualTo(403);
    }
}
