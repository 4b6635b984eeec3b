package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.api.RegistryClient.patch;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.api.RegistryClient.Response;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryFilesTest {
    private static final String MORE = """
              parks: [{id: p-1, name: 一}, {id: p-2, name: 二}, {id: p-3, name: 三}]
            """;

    @TempDir
    Path dir;

    private SampleConsole console;
    private RegistryClient registry;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        registry = new RegistryClient(console);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private JsonObject reload() throws Exception {
        return reloaded("{}");
    }

    private JsonObject reloaded(String body) throws Exception {
        Response response = registry.post("/files/reload", body);
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return response.json();
    }

    @Test
    void a_changed_file_is_taken_over_when_asked_for() throws Exception {
        long before = console.registry().service().history().newest();
        console.registry().write(MORE);
        JsonObject reloaded = reload();
        assertThat(reloaded.getLong("change")).isEqualTo(before + 1);
        assertThat(reloaded.getJsonObject("files").getString("state")).isEqualTo("IN_FORCE");
        assertThat(reloaded.getJsonObject("files").getLong("lastTaken")).isEqualTo(before + 1);
        assertThat(console.registry().service().current().park("p-2")).isPresent();
        assertThat(reload().getLong("change")).isNull();
    }

    @Test
    void faults_are_told_with_file_and_line_and_the_registry_of_before_stays() throws Exception {
        console.registry()
                .write("  parks: [{id: p-1, zone: Mars/Base}]\n  devices:\n    - {id: d, enterprise: nobody}\n");
        JsonObject reloaded = reload();
        assertThat(reloaded.getLong("change")).isNull();
        JsonObject files = reloaded.getJsonObject("files");
        assertThat(files).isEqualTo(registry.json("/files"));
        assertThat(files.getString("state")).isEqualTo("FAULTY");
        assertThat(files.getInteger("faultCount"))
                .isEqualTo(files.getJsonArray("faults").size());
        JsonObject fault = files.getJsonArray("faults").getJsonObject(0);
        assertThat(fault.getString("place")).endsWith("greenpark.yaml:3");
        assertThat(fault.getString("message")).contains("Mars/Base");
        assertThat(console.registry().service().current().park("p-1")).isEmpty();
    }

    @Test
    void a_wrong_value_of_a_statistic_is_not_repeated() throws Exception {
        console.registry()
                .write(
                        "  statistics: [{enterprise: steel-plant, month: 2026-11, ivaCny: 7654321x, status: final, source: s}]\n");
        assertThat(reload().toString()).contains("ivaCny", "***").doesNotContain("7654321");
    }

    @Test
    void files_that_take_away_much_wait_until_somebody_confirms() throws Exception {
        console.registry().write(MORE);
        reload();
        console.registry().write("");
        JsonObject files = reload().getJsonObject("files");
        assertThat(files.getString("state")).isEqualTo("WAITING");
        assertThat(files.getJsonArray("gone").getJsonObject(0).getString("kind"))
                .isEqualTo("park");
        assertThat(files.getJsonArray("gone").getJsonObject(0).getInteger("gone"))
                .isEqualTo(3);
        assertThat(console.registry().service().current().park("p-1")).isPresent();
        String id = files.getJsonObject("waiting").getString("id");
        assertThat(files.getJsonObject("waiting").getString("command")).isEqualTo("greenpark reload --confirm " + id);
        JsonObject confirmed = reloaded("{\"confirm\": \"" + id + "\", \"person\": \"li\"}");
        long change = confirmed.getLong("change");
        JsonObject recorded = registry.json("/changes/" + change);
        assertThat(recorded.getString("who")).isEqualTo("api (li)");
        assertThat(recorded.getString("reason")).isEqualTo("greenpark.yaml (confirmed as " + id + ")");
        assertThat(confirmed.getJsonObject("files").getJsonObject("waiting")).isNull();
        assertThat(confirmed.getJsonObject("files").getString("state")).isEqualTo("IN_FORCE");
        assertThat(console.registry().service().current().park("p-1")).isEmpty();
    }

    @Test
    void a_confirmation_of_files_that_have_changed_since_is_refused() throws Exception {
        console.registry().write(MORE);
        reload();
        console.registry().write("");
        String shown = reload().getJsonObject("files").getJsonObject("waiting").getString("id");
        console.registry().write("  parks: [{id: p-3}]\n");
        Response refused = registry.post("/files/reload", "{\"confirm\": \"" + shown + "\"}");
        assertThat(refused.status()).isEqualTo(409);
        String now = registry.json("/files").getJsonObject("waiting").getString("id");
        assertThat(now).isNotEqualTo(shown);
        assertThat(refused.detail())
                .contains("\"" + shown + "\" is not what the files say now", "2 of 3 parks in use", "--confirm " + now);
        assertThat(console.registry().service().current().park("p-1")).isPresent();
    }

    @Test
    void what_a_person_changed_and_the_files_say_otherwise_is_listed() throws Exception {
        console.registry().write(MORE);
        reload();
        registry.done(patch("park", "p-1", "{\"name\": {\"en\": \"One\"}}"));
        JsonObject files = registry.json("/files");
        assertThat(files.getInteger("differenceCount")).isEqualTo(1);
        JsonObject difference = files.getJsonArray("differences").getJsonObject(0);
        assertThat(difference.getString("id")).isEqualTo("p-1");
        assertThat(difference.getString("field")).isEqualTo("name/en");
        assertThat(difference.getString("why")).isEqualTo("CHANGED_BY_PERSON");
    }

    @Test
    void a_difference_in_a_value_for_sums_only_is_not_listed_as_it_would_tell_a_right_guess() throws Exception {
        console.registry().write("""
                  parks: [{id: p-1}]
                  enterprises: [{id: mill, park: p-1, industry: steel}]
                  statistics:
                    - {enterprise: mill, month: 2025-11, ivaCny: 7654321, status: final, source: s, allowedUse: aggregate-only}
                """);
        assertThat(reload().getJsonObject("files").getString("state")).isEqualTo("IN_FORCE");
        for (String guess : List.of("7654321", "1")) {
            registry.done(patch("statistic", "mill:2025-11", "{\"ivaCny\": \"" + guess + "\"}"));
            assertThat(registry.json("/files").getJsonArray("differences")).isEmpty();
        }
        registry.done(patch("statistic", "mill:2025-11", "{\"source\": \"survey\"}"));
        assertThat(registry.json("/files").getInteger("differenceCount")).isEqualTo(1);
        registry.done(patch("statistic", "mill:2025-11", "{\"allowedUse\": \"judge\"}"));
        assertThat(registry.get("/files").body()).contains("allowedUse").doesNotContain("ivaCny");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"confirm": "yes"} | "confirm": "yes" is not allowed; give the id of what waits, which GET /api/v1/registry/files says, or leave it out
                    {"confirm": true} | "confirm": "true" is not allowed; give the id of what waits, which GET /api/v1/registry/files says, or leave it out
                    {"person": " "} | "person": " " is not allowed; give 1 to 100 characters on one line
                    {"confirmed": true} | the body: "confirmed" is unknown here; allowed: confirm, person
                    [] | the body is not a JSON object; send {"name": value}
                    """)
    void a_malformed_request_is_refused(String body, String detail) throws Exception {
        Response response = registry.post("/files/reload", body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.detail()).isEqualTo(detail);
    }

    @Test
    void who_confirms_stands_on_one_line_of_the_log() throws Exception {
        Response response = registry.post("/files/reload", "{\"person\": \"li\\n12:00 ERROR\"}");
        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void a_session_may_have_the_files_read_but_no_other_site_for_it() throws Exception {
        HttpRequest.Builder request = registry.to("/files/reload")
                .header("Content-Type", "application/json")
                .header("Cookie", registry.signIn())
                .POST(BodyPublishers.ofString("{}"));
        assertThat(registry.send(request).status()).isEqualTo(200);
        HttpRequest.Builder named = registry.to("/files/reload")
                .header("Content-Type", "application/json")
                .header("Cookie", registry.signIn())
                .POST(BodyPublishers.ofString("{\"person\": \"somebody else\"}"));
        assertThat(registry.send(named).status()).isEqualTo(400);
        Response foreign = registry.send(request.header("Sec-Fetch-Site", "cross-site"));
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(registry.send(registry.to("/files/reload").POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(401);
    }
}
