package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditFilter;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The links of messages, as mail gateways, previews of chats and people open them. */
class ReceiptLinkTest {
    private static final String CASE = "c-9001";
    private static final Instant NOW = SampleConsole.CLOCK.instant();
    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0) Microsoft Outlook 16.0",
            "Mozilla/5.0 (Linux; Android 14) DingTalk/7.5 Mobile",
            "Mozilla/5.0 (iPhone) MicroMessenger/8.0 wxwork/4.1",
            "Mozilla/5.0 HeadlessChrome/126 SafeLinks",
            "Barracuda Sentinel (link protection)",
            "Googlebot/2.1",
            "curl/8.5",
            "TelegramBot (like TwitterBot)");

    @TempDir
    private Path dir;

    private final HttpClient client = HttpClient.newHttpClient();
    private SampleConsole console;
    private Person officer;
    private ToldContact contact;
    private String token;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        officer = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
        contact = new ToldContact(console, officer, "lvyuan-food", "Zhao Min", "zhao@lvyuan.example").added();
        BookedCases.raise(console, CASE, "LIMIT_EXCEEDED", "lvyuan-food.water-1.ph", "lvyuan-food");
        token = contact.link(CASE, NOW);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpRequest.Builder to(String path, String agent) {
        return HttpRequest.newBuilder(URI.create(console.url(path)))
                .header("User-Agent", agent)
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> look(String link) throws Exception {
        return post("/session/receipt/look", new JsonObject().put("token", link));
    }

    private HttpResponse<String> press(String link, String press) throws Exception {
        return post("/session/receipt", new JsonObject().put("token", link).put("press", press));
    }

    private HttpResponse<String> post(String path, JsonObject body) throws Exception {
        return client.send(
                to("/api/v1" + path, "test")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private List<CaseEvent> steps() {
        return console.sources()
                .books()
                .read(handle -> CaseBook.find(handle, CASE).orElseThrow().events());
    }

    private String log() {
        return console.sources()
                .audit()
                .page(AuditFilter.ALL, Long.MAX_VALUE, 100)
                .toString();
    }

    @Test
    void a_thousand_prefetches_acknowledge_nothing_and_the_button_does_once() throws Exception {
        List<String> paths = List.of(
                "/#/a?t=" + token,
                "/?t=" + token,
                "/api/v1/session/receipt?token=" + token,
                "/api/v1/session/receipt/look?token=" + token);
        for (int i = 0; i < 1_000; i++) {
            HttpRequest request = to(paths.get(i % paths.size()), AGENTS.get(i % AGENTS.size()))
                    .method(
                            List.of("GET", "HEAD", "OPTIONS").get(i / paths.size() % 3),
                            HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isLessThan(500);
        }
        assertThat(steps()).extracting(CaseEvent::kind).containsExactly(CaseEvent.Kind.RAISED);
        assertThat(log()).doesNotContain("case.acknowledged");

        HttpResponse<String> page = look(token);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        JsonObject shown = new JsonObject(page.body());
        assertThat(shown.getString("standing")).isEqualTo("open");
        assertThat(page.body()).doesNotContain(contact.name()).doesNotContain("120");
        JsonObject done = new JsonObject(press(token, shown.getString("press")).body());
        assertThat(done.getString("standing")).isEqualTo("done");
        assertThat(done.getString("by")).isEqualTo(contact.name());
        JsonObject again = new JsonObject(press(token, shown.getString("press")).body());
        assertThat(again.getString("standing")).isEqualTo("already");
        assertThat(again.getString("by")).isEqualTo(contact.name());
        assertThat(steps())
                .extracting(CaseEvent::kind)
                .containsExactly(CaseEvent.Kind.RAISED, CaseEvent.Kind.ACKNOWLEDGED);
        assertThat(log()).contains("case-link", CASE, "mail", "link");
    }

    @Test
    void forged_foreign_expired_and_former_ones_are_answered_alike_and_the_rate_is_bounded() throws Exception {
        String absent = console.caseLinks().write(console.caseLinks().ref("c-9999", "mail", "x@y.example"), NOW);
        String expired = contact.link(CASE, NOW.minus(Duration.ofDays(8)));
        String forged = "0".repeat(26);
        HttpResponse<String> first = look(forged);
        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(first.body()).contains("this link is not good");
        assertThat(look(absent).body()).isEqualTo(first.body());
        assertThat(look(expired).body()).isEqualTo(first.body());
        assertThat(press(forged, "1.x").body()).isEqualTo(first.body());
        int tries = 0;
        while (look(forged).statusCode() != 429) {
            assertThat(++tries).isLessThan(100);
        }
        assertThat(steps()).hasSize(1);
    }

    @Test
    void whoever_is_a_contact_no_more_has_no_link_from_that_minute() throws Exception {
        String press = new JsonObject(look(token).body()).getString("press");
        contact.removed();
        assertThat(look(token).statusCode()).isEqualTo(400);
        assertThat(press(token, press).statusCode()).isEqualTo(400);
        new ToldContact(console, officer, "lvyuan-food", "Sun Li", "zhao@lvyuan.example").added();
        assertThat(press(token, press).statusCode())
                .as("another one at the same address")
                .isEqualTo(400);
        assertThat(steps()).hasSize(1);
    }

    @Test
    void who_of_the_office_has_seen_it_is_named_to_the_office_alone() throws Exception {
        String link = ToldContact.link(console, CASE, "duty-desk", "duty@jindong.example", NOW);
        JsonObject shown = new JsonObject(look(link).body());
        assertThat(shown.getBoolean("ofEnterprise")).isFalse();
        JsonObject done = new JsonObject(press(link, shown.getString("press")).body());
        assertThat(done.getString("by")).isEqualTo("duty-desk");
        Person zhao = Person.with(
                console, "zhao", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food")))));
        assertThat(officer.get("/alerts/" + CASE).body()).contains("\"by\":\"duty-desk\"");
        JsonObject theirs = new JsonObject(zhao.get("/alerts/" + CASE).body());
        JsonObject step = theirs.getJsonArray("steps").getJsonObject(1);
        assertThat(step.getString("kind")).isEqualTo("ACKNOWLEDGED");
        assertThat(step.getString("by")).isEqualTo("office");
        assertThat(theirs.getString("acknowledgedBy")).isNull();
    }
}
