package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Officers of the whole district say in which words people are told; every version stays. */
class MessageTemplatesTest {
    @TempDir
    private Path dir;

    private SampleConsole console;
    private Person wang;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        BookedCases.raise(console, "c-9001", "LIMIT_EXCEEDED", "lvyuan-food.water-1.ph", "lvyuan-food");
        wang = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonArray line(String zh, String en) {
        return new JsonArray()
                .add(new JsonObject()
                        .put("channel", "line")
                        .put("event", "any")
                        .put("zh", new JsonObject().put("heading", zh))
                        .put("en", new JsonObject().put("heading", en)));
    }

    private static HttpResponse<String> put(Person by, int based, JsonArray texts) {
        return by.ask(
                "PUT",
                "/message-templates",
                "application/json",
                new JsonObject()
                        .put("based", based)
                        .put("reason", "市局 14 号文")
                        .put("texts", texts)
                        .encode());
    }

    private static JsonObject asked() {
        return new JsonObject()
                .put("case", "c-9001")
                .put("channel", "line")
                .put("event", "raised")
                .put("tier", "enterprise")
                .put("language", "en");
    }

    @Test
    void every_version_stays_with_who_and_why_and_a_former_one_can_be_put_back() {
        JsonObject shipped = good(wang.get("/message-templates"));
        assertThat(shipped.getInteger("version")).isZero();
        JsonObject made = good(put(wang, 0, line("{level} {title}", "{level}: {title}")));
        assertThat(made.getInteger("version")).isEqualTo(1);
        assertThat(good(wang.post("/message-templates/preview", asked())).getString("text"))
                .contains(": Stack 1, NOx over its limit");
        assertThat(put(wang, 0, line("x{title}", "y{title}")).statusCode()).isEqualTo(409);
        JsonObject before = good(wang.get("/message-templates?version=0"));
        assertThat(before.getBoolean("newest")).isFalse();
        assertThat(good(put(wang, 1, before.getJsonArray("texts"))).getInteger("version"))
                .isEqualTo(2);
        assertThat(good(wang.post("/message-templates/preview", asked())).getString("text"))
                .startsWith("Raised: ");
        assertThat(console.sources()
                        .audit()
                        .page(AuditFilter.ALL, Long.MAX_VALUE, 100)
                        .toString())
                .contains("message-templates", "市局 14 号文");
    }

    @Test
    void a_preview_is_of_what_is_sent_along_and_changes_nothing() {
        JsonObject tried =
                good(wang.post("/message-templates/preview", asked().put("texts", line("新 {title}", "New: {title}"))));
        assertThat(tried.getString("text")).startsWith("New: ");
        assertThat(good(wang.get("/message-templates")).getInteger("version")).isZero();
        JsonObject mail = good(wang.post("/message-templates/preview", asked().put("channel", "mail")));
        assertThat(mail.getString("subject")).startsWith("[Greenpark] Raised: ");
        assertThat(mail.getString("html")).contains("<table");
        assertThat(good(wang.post(
                                "/message-templates/preview",
                                asked().put("channel", "sms").put("language", "zh")))
                        .getString("text"))
                .contains("level = ", "what = 一号烟囱");
    }

    @Test
    void what_cannot_be_used_says_where_and_what_there_is() {
        HttpResponse<String> wrong = put(wang, 0, line("{levle}", "x"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("texts[0].zh.heading", "{levle}", "{level}");
        JsonObject own = new JsonObject().put("level", "级别很高：{level}");
        HttpResponse<String> tooLong = wang.post(
                "/message-templates/preview",
                asked().put("texts", new JsonArray())
                        .put(
                                "sms",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("event", "raised")
                                                .put("zh", own)
                                                .put("en", own))));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("sms.raised.zh.level", "4 characters");
        assertThat(wang.post("/message-templates/preview", asked().put("channel", "pigeon"))
                        .body())
                .contains("pigeon", "mail, robot, work, line, sms");
        assertThat(wang.post("/message-templates/preview", asked().put("case", "c-0"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(good(wang.get("/message-templates")).getInteger("version")).isZero();
    }

    @Test
    void a_part_of_the_district_is_not_enough_and_who_reads_changes_nothing() {
        Person li = Person.with(console, "li.na", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        Person leader = Person.with(console, "leader", Set.of(Grant.everywhere(Role.LEADER)));
        for (Person each : new Person[] {li, leader}) {
            assertThat(good(each.get("/message-templates")).getJsonArray("texts"))
                    .isNotEmpty();
            assertThat(put(each, 0, line("x{title}", "y{title}")).statusCode()).isEqualTo(403);
            assertThat(each.post("/message-templates/preview", asked()).statusCode())
                    .isEqualTo(403);
        }
        Person contact = Person.with(
                console,
                "zhang",
                Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick")))));
        assertThat(contact.get("/message-templates").statusCode()).isEqualTo(403);
    }
}
