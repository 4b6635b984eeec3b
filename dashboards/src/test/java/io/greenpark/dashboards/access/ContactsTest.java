package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts as officers and enterprises see them, each their own. */
class ContactsTest {
    /** Has the same mailbox as lvyuan-food. */
    private static final String SHARING = "jinlong-plating";

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static Person officer;
    private static Person contact;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
        officer = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
        contact = Person.with(
                console, "sun", Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food")))));
        for (String enterprise : List.of("lvyuan-food", "xinghua-brick", SHARING)) {
            String mailbox = enterprise.equals(SHARING) ? "lvyuan-food" : enterprise;
            JsonObject li = new JsonObject()
                    .put("scope", "enterprise")
                    .put("subject", enterprise)
                    .put("name", "Li of " + enterprise)
                    .put("webhook", "https://hooks.example/" + mailbox + "?token=s3cret");
            JsonObject edit = new JsonObject()
                    .put("kind", "contact")
                    .put("id", "enterprise:" + enterprise + ":Li of " + enterprise)
                    .put("verb", "put")
                    .put("document", li);
            good(officer.post(
                    "/registry/changes",
                    new JsonObject().put("reason", "new").put("edits", new JsonArray().add(edit))));
        }
        console.lookAtContacts();
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static JsonObject good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject of(Person person, String enterprise) {
        return good(person.get("/contacts?enterprise=" + enterprise))
                .getJsonArray("rows")
                .getJsonObject(0);
    }

    private static JsonObject word(String word) {
        return new JsonObject().put("word", word);
    }

    @Test
    void those_who_have_none_are_in_the_list_and_no_token_is_shown() {
        JsonObject all = good(officer.get("/contacts?limit=1000"));
        assertThat(all.getJsonObject("counts").getInteger("NONE")).isGreaterThan(9);
        assertThat(all.encode()).contains("https://hooks.example").doesNotContain("s3cret");
        assertThat(good(officer.get("/contacts?state=none&park=fucun")).getInteger("count"))
                .isEqualTo(4);
        assertThat(officer.get("/contacts?state=none", "text/csv").body())
                .contains("No contact")
                .contains("add a contact");
        assertThat(of(officer, "xinghua-brick").getString("state")).isEqualTo("CURRENT");
    }

    @Test
    void an_enterprise_confirms_its_own_contact_and_sees_no_other() {
        JsonObject own = of(contact, "lvyuan-food");
        assertThat(good(contact.get("/contacts")).encode()).doesNotContain("xinghua");
        JsonObject after = good(contact.post("/contacts/" + own.getString("id") + "/confirm", new JsonObject()));
        assertThat(after.getString("how")).isEqualTo("CONSOLE");
        assertThat(after.getString("confirmedAt")).isNotNull();
        String foreign = of(officer, "xinghua-brick").getString("id");
        assertThat(contact.post("/contacts/" + foreign + "/confirm", word("ours"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(contact.post(
                                "/contacts/" + own.getString("id") + "/mark",
                                word("x").put("broken", true))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_officer_says_how_he_knows() {
        String id = of(officer, "xinghua-brick").getString("id");
        assertThat(officer.post("/contacts/" + id + "/confirm", new JsonObject())
                        .body())
                .contains("must say how that is known");
        good(officer.post(
                "/contacts/" + id + "/mark", word("the mail came back").put("broken", true)));
        JsonObject broken = of(officer, "xinghua-brick");
        assertThat(broken.getString("state")).isEqualTo("BROKEN");
        assertThat(broken.getJsonArray("addresses").getJsonObject(0).getString("answer"))
                .isEqualTo("the mail came back");
        assertThat(good(officer.post("/contacts/" + id + "/confirm", word("called them")))
                        .getString("state"))
                .isEqualTo("CURRENT");
    }

    @Test
    void what_officers_know_and_who_they_are_is_told_among_them_and_is_theirs_to_take_back() {
        String id = of(officer, "lvyuan-food").getString("id");
        good(officer.post(
                "/contacts/" + id + "/mark",
                word("Zhao has left, says the gate").put("broken", true)));
        JsonObject told = of(officer, "lvyuan-food");
        String marker = told.getJsonArray("addresses").getJsonObject(0).getString("markedBy");
        assertThat(marker).isNotNull();
        for (String accept : List.of("application/json", "text/csv")) {
            assertThat(officer.get("/contacts", accept).body()).contains("says the gate");
            assertThat(contact.get("/contacts", accept).body())
                    .doesNotContain("says the gate")
                    .doesNotContain(marker);
            assertThat(contact.get("/contacts?q=gate", accept).body()).doesNotContain("lvyuan");
        }
        JsonObject own = of(contact, "lvyuan-food");
        assertThat(own.getString("state")).isEqualTo("BROKEN");
        assertThat(own.getJsonArray("addresses").getJsonObject(0).getString("brokenSince"))
                .isNotNull();
        assertThat(good(contact.post("/contacts/" + id + "/confirm", new JsonObject()))
                        .getString("state"))
                .as("a click of the contact itself")
                .isEqualTo("BROKEN");
        JsonObject sharing = of(officer, SHARING);
        assertThat(sharing.getString("state")).as("the same mailbox of another").isEqualTo("CURRENT");
        good(officer.post("/contacts/" + sharing.getString("id") + "/confirm", word("called them")));
        assertThat(of(officer, "lvyuan-food").getString("state")).isEqualTo("BROKEN");
        assertThat(good(officer.post("/contacts/" + id + "/confirm", word("called Zhao himself")))
                        .getString("state"))
                .isEqualTo("CURRENT");
        assertThat(good(contact.get("/contacts")).encode())
                .doesNotContain("Zhao")
                .doesNotContain(marker);
    }

    @Test
    void looking_at_a_link_asks_nothing_and_one_that_is_not_ours_is_refused() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String method : List.of("GET", "HEAD")) {
            HttpRequest look = HttpRequest.newBuilder(URI.create(console.url("/api/v1/session/contact?token=x")))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(client.send(look, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(405);
        }
        HttpRequest forged = HttpRequest.newBuilder(URI.create(console.url("/api/v1/session/contact")))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\": \"a.0.1990000000000.b\", \"still\": true}"))
                .build();
        HttpResponse<String> refused = client.send(forged, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("this link is not good");
    }
}
