package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {
    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url(path)))
                .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private static String refusal(String path, int status) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        return new JsonObject(response.body()).getString("detail");
    }

    @Test
    void health_names_every_reader_with_its_lag() throws Exception {
        JsonObject health = json("/api/v1/health");
        assertThat(health.getString("status")).isEqualTo("degraded");
        assertThat(health.getJsonArray("readers").getJsonObject(2).getString("name"))
                .isEqualTo("influx");
        assertThat(health.getJsonArray("readers").getJsonObject(2).getLong("lag"))
                .isEqualTo(51_240);
        assertThat(health.getJsonArray("doors")).hasSize(2);
    }

    @Test
    void health_names_a_certificate_that_expires_soon() throws Exception {
        JsonObject certificate =
                json("/api/v1/health").getJsonArray("certificates").getJsonObject(0);
        assertThat(certificate.getString("usedBy")).isEqualTo("http");
        assertThat(certificate.getString("state")).isEqualTo("expiring");
        assertThat(certificate.getInteger("daysLeft")).isEqualTo(19);
        assertThat(certificate.getJsonArray("names")).contains("greenpark.example.org");
        assertThat(certificate.getString("expires")).endsWith("+08:00");
    }

    @Test
    void energy_has_local_dates_exact_decimals_as_text_and_a_reason_for_null() throws Exception {
        JsonObject energy = json("/api/v1/enterprises/lvyuan-food/energy?from=2026-01-01&to=2026-03-01&step=month");
        assertThat(energy.getString("enterprise")).isEqualTo("lvyuan-food");
        assertThat(energy.getString("basis")).isEqualTo("EQUIVALENT");
        assertThat(energy.getJsonArray("rows")).hasSize(2);
        JsonObject row = energy.getJsonArray("rows").getJsonObject(0);
        assertThat(row.getString("from")).isEqualTo("2026-01-01");
        assertThat(row.getString("to")).isEqualTo("2026-02-01");
        assertThat(row.getString("electricityKwh")).matches("\\d+\\.\\d{1,2}");
        assertThat(row.getString("naturalGasM3")).matches("\\d+(\\.\\d{1,3})?");
        assertThat(row.containsKey("co2T")).isTrue();
        assertThat(row.getString("co2T")).isNull();
        assertThat(row.getJsonObject("reasons").getString("co2T")).contains("steam");
        JsonObject code = row.getJsonObject("reasonCodes").getJsonObject("co2T");
        assertThat(code.getString("code")).isEqualTo("NO_FACTOR");
        assertThat(code.getString("factor")).isEqualTo("CO2");
        assertThat(code.getJsonArray("carriers")).containsExactly("steam");
        JsonObject text = row.getJsonObject("reasonTexts").getJsonObject("co2T");
        assertThat(text.getString("zh")).contains("蒸汽");
        assertThat(text.getString("en")).isEqualTo(row.getJsonObject("reasons").getString("co2T"));
        assertThat(row.getDouble("completeness")).isEqualTo(1);
        assertThat(row.getString("quality")).isEqualTo("MEASURED");
        assertThat(row.getString("status")).isEqualTo("PROVISIONAL");
    }

    @Test
    void a_month_that_runs_says_so_and_one_to_come_misses_nothing() throws Exception {
        JsonArray rows = json("/api/v1/enterprises/lvyuan-food/energy?from=2026-10-01&to=2027-01-01&step=month")
                .getJsonArray("rows");
        assertThat(rows.stream().map(row -> ((JsonObject) row).getString("period")))
                .containsExactly("OVER", "RUNNING", "FUTURE");
        assertThat(rows.getJsonObject(1).getDouble("completeness")).isPositive();
        JsonObject december = rows.getJsonObject(2);
        for (String field : List.of("tce", "completeness", "measuredShare", "estimatedShare", "quality", "status")) {
            assertThat(december.containsKey(field)).as(field).isTrue();
            assertThat(december.getValue(field)).as(field).isNull();
        }
        assertThat(december.getJsonObject("reasonCodes")
                        .getJsonObject("completeness")
                        .getString("code"))
                .isEqualTo("PERIOD_NOT_BEGUN");
    }

    @Test
    void a_month_without_any_figure_has_no_status_and_says_why() throws Exception {
        JsonObject energy = json("/api/v1/enterprises/lvyuan-food/energy?from=2015-01-01&to=2015-02-01&step=month")
                .getJsonArray("rows")
                .getJsonObject(0);
        assertThat(energy.getString("tce")).isNull();
        assertThat(energy.getString("status")).isNull();
        JsonObject month = json("/api/v1/enterprises/lvyuan-food/intensity?from=2015-01-01&to=2015-02-01")
                .getJsonArray("rows")
                .getJsonObject(0)
                .getJsonObject("month");
        assertThat(month.getString("tcePer10kCny")).isNull();
        assertThat(month.getString("status")).isNull();
        assertThat(month.getJsonObject("reasonTexts").getJsonObject("tce").getString("zh"))
                .isNotBlank();
    }

    @Test
    void nothing_metered_is_no_completeness_of_zero() throws Exception {
        JsonObject row = json("/api/v1/enterprises/lvyuan-food/energy?from=2015-01-01&to=2015-02-01&step=month")
                .getJsonArray("rows")
                .getJsonObject(0);
        assertThat(row.getString("period")).isEqualTo("OVER");
        assertThat(row.getValue("completeness")).isNull();
        assertThat(row.getJsonObject("reasonTexts")
                        .getJsonObject("completeness")
                        .getString("zh"))
                .contains("没有计量点");
    }

    @Test
    void measured_and_estimated_are_told_apart() throws Exception {
        JsonObject row = json("/api/v1/enterprises/dongfang-cotton/energy?from=2026-08-01&to=2026-09-01&step=month")
                .getJsonArray("rows")
                .getJsonObject(0);
        assertThat(row.getString("quality")).isEqualTo("ESTIMATED");
        assertThat(row.getDouble("completeness")).isEqualTo(1);
        assertThat(row.getDouble("measuredShare")).isEqualTo(0.71);
        assertThat(row.getDouble("estimatedShare")).isEqualTo(0.29);
        assertThat(row.getJsonObject("estimatedAmounts").getString("electricityKwh"))
                .matches("\\d+\\.\\d+");
        JsonObject month = json("/api/v1/enterprises/dongfang-cotton/intensity?from=2026-08-01&to=2026-09-01")
                .getJsonArray("rows")
                .getJsonObject(0);
        assertThat(month.getJsonObject("yearToDate").getDouble("measuredShare")).isEqualTo(0.86);
        assertThat(month.getJsonObject("yearToDate").getDouble("baseEstimatedShare"))
                .isZero();
    }

    @Test
    void hours_have_the_offset_of_the_park() throws Exception {
        JsonObject energy = json("/api/v1/enterprises/lvyuan-food/energy?from=2026-01-01&to=2026-01-02&step=hour");
        assertThat(energy.getJsonArray("rows")).hasSize(24);
        assertThat(energy.getJsonArray("rows").getJsonObject(1).getString("from"))
                .isEqualTo("2026-01-01T01:00:00+08:00");
    }

    @Test
    void a_wrong_parameter_is_refused_with_its_value_and_what_is_allowed() throws Exception {
        String base = "/api/v1/enterprises/lvyuan-food/energy?from=2026-01-01&to=2026-02-01";
        assertThat(refusal(base + "&step=week", 400))
                .isEqualTo("parameter \"step\": \"week\" is not allowed; give hour, day or month");
        assertThat(refusal(base + "&stp=day", 400)).startsWith("parameter \"stp\" is unknown here; allowed: from, to");
        assertThat(refusal("/api/v1/enterprises/lvyuan-food/energy?from=1.1.2026&to=2026-02-01", 400))
                .contains("\"1.1.2026\"", "2018-01-01");
        assertThat(refusal("/api/v1/enterprises/nobody", 404)).contains("\"nobody\"", "/api/v1/enterprises");
        assertThat(refusal("/api/v1/weather", 404)).contains("/api/v1/weather", "openapi.yaml");
    }

    private static List<String> ids(String path) throws Exception {
        return json(path).getJsonArray("alerts").stream()
                .map(each -> ((JsonObject) each).getString("id"))
                .sorted()
                .toList();
    }

    @Test
    void cases_of_a_park_include_those_of_its_enterprises() throws Exception {
        assertThat(ids("/api/v1/alerts?park=fucun")).containsExactly("c-1001", "c-1008");
        assertThat(ids("/api/v1/alerts?park=fucun&scope=park")).containsExactly("c-1008");
        assertThat(ids("/api/v1/alerts?enterprise=xinghua-brick")).containsExactly("c-1002");
        assertThat(ids("/api/v1/alerts?scope=district")).containsExactly("c-1009");
        assertThat(refusal("/api/v1/alerts?park=fucun&enterprise=xinghua-brick", 400))
                .isEqualTo("parameters \"enterprise\" and \"park\" stand side by side; give one of them");
        assertThat(refusal("/api/v1/alerts?park=nowhere", 404)).contains("park \"nowhere\"", "/api/v1/parks");
        assertThat(refusal("/api/v1/alerts?scope=city", 400)).contains("\"city\"", "enterprise, park, district");
    }

    @Test
    void a_case_names_its_subject() throws Exception {
        JsonObject ofPark = json("/api/v1/alerts/c-1008");
        assertThat(ofPark.getString("scope")).isEqualTo("PARK");
        assertThat(ofPark.getJsonObject("about").getString("id")).isEqualTo("fucun");
        assertThat(ofPark.getJsonObject("enterprise")).isNull();
        JsonObject ofEnterprise = json("/api/v1/alerts/c-1002");
        assertThat(ofEnterprise.getString("scope")).isEqualTo("ENTERPRISE");
        assertThat(ofEnterprise.getJsonObject("enterprise")).isEqualTo(ofEnterprise.getJsonObject("about"));
    }

    @Test
    void a_case_of_an_area_counts_for_no_enterprise() throws Exception {
        JsonObject parks = json("/api/v1/parks");
        int open = json("/api/v1/alerts?state=open").getJsonObject("counts").getInteger("open");
        assertThat(parks.getJsonObject("district").getInteger("openCases"))
                .as("the district has all that lies in it")
                .isEqualTo(open)
                .isEqualTo(json("/api/v1/district").getInteger("openCases"));
        int ofParks = parks.getJsonArray("parks").stream()
                .mapToInt(p -> ((JsonObject) p).getInteger("openCases"))
                .sum();
        assertThat(open - ofParks).as("cases of the district as a whole").isEqualTo(1);
        assertThat(parks.getJsonObject("district").getJsonObject("name").getString("en"))
                .isEqualTo("Jindong District");
        int ofEnterprises = json("/api/v1/enterprises").getJsonArray("enterprises").stream()
                .map(JsonObject.class::cast)
                .filter(e -> e.getJsonObject("park").getString("id").equals("fucun"))
                .mapToInt(e -> e.getInteger("openCases"))
                .sum();
        assertThat(json("/api/v1/parks/fucun").getInteger("openCases")).isEqualTo(ofEnterprises + 1);
    }

    @Test
    void statistics_of_unstated_use_are_listed_with_enterprise_and_months() throws Exception {
        JsonObject unstated = json("/api/v1/statistics/unstated");
        assertThat(unstated.getInteger("count")).isEqualTo(11);
        assertThat(unstated.getJsonArray("enterprises")).hasSize(1);
        JsonObject ham = unstated.getJsonArray("enterprises").getJsonObject(0);
        assertThat(ham.getString("id")).isEqualTo("huamei-ham");
        assertThat(ham.getJsonArray("spans").encode())
                .isEqualTo("[{\"first\":\"2025-03\",\"last\":\"2025-03\"},"
                        + "{\"first\":\"2026-01\",\"last\":\"2026-10\"}]");
    }

    @Test
    void a_point_has_raw_readings_and_means() throws Exception {
        String path =
                "/api/v1/points/xinghua-brick.stack-1.nox/series?from=2026-11-23T08:00&to=2026-11-23T09:00%2B08:00";
        JsonObject raw = json(path);
        assertThat(raw.getJsonArray("rows")).hasSize(4);
        assertThat(raw.getJsonArray("rows").getJsonObject(0).getString("flag")).isEqualTo("N");
        JsonObject means =
                json("/api/v1/points/xinghua-brick.stack-1.nox/series?from=2026-11-22&to=2026-11-23&step=hour");
        assertThat(means.getJsonArray("rows").size()).isBetween(18, 24);
        assertThat(means.getJsonArray("limits").getJsonObject(0).getString("upper"))
                .isEqualTo("50");
    }

    @Test
    void strangers_learn_the_health_status_only() throws Exception {
        HttpResponse<String> health = CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url("/api/v1/health")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(new JsonObject(health.body()).fieldNames()).containsExactly("status");
        HttpResponse<String> list = CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url("/api/v1/enterprises")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(list.statusCode()).isEqualTo(401);
    }

    @Test
    void findings_say_what_was_noticed_why_and_what_to_do() throws Exception {
        JsonObject all = json("/api/v1/findings?enterprise=lvyuan-food");
        assertThat(all.getJsonArray("findings").stream().map(f -> ((JsonObject) f).getString("kind")))
                .containsExactly("INVALID", "OVERLAPPED", "SECOND_CLOCK", "FALL_THAT_STAYED");
        JsonObject first = all.getJsonArray("findings").getJsonObject(0);
        assertThat(first.getString("to")).endsWith("+08:00");
        assertThat(first.getInteger("count")).isEqualTo(214);
        assertThat(first.getJsonObject("reasonCode").getString("code")).isEqualTo("VALUE_SENTINEL");
        JsonObject kind = all.getJsonArray("kinds").getJsonObject(0);
        assertThat(kind.getJsonObject("advice").getString("en")).contains("registry");
        assertThat(json("/api/v1/findings?operator=true").getJsonArray("findings").stream()
                        .map(f -> ((JsonObject) f).getString("kind")))
                .containsExactlyInAnyOrder("SECOND_CLOCK", "BESIDE_THE_GRID");
        assertThat(json("/api/v1/findings?limit=1&days=1").getInteger("more")).isPositive();
        JsonObject page = json("/api/v1/findings?limit=1");
        JsonObject next = json("/api/v1/findings?limit=1&after=" + page.getString("next"));
        assertThat(next.getJsonArray("findings")).hasSize(1).isNotEqualTo(page.getJsonArray("findings"));
        assertThat(json("/api/v1/findings?park=fucun").getValue("next")).isNull();
        assertThat(refusal("/api/v1/findings?after=nonsense", 400)).contains("\"nonsense\"", "next");
        assertThat(refusal("/api/v1/findings?point=nobody", 404)).contains("\"nobody\"");
        assertThat(refusal("/api/v1/findings?kind=nonsense", 400)).contains("second-clock");
        assertThat(refusal("/api/v1/findings?enterprise=lvyuan-food&park=fucun", 400))
                .contains("\"enterprise\" and \"park\"");
    }

    @Test
    void a_proposal_has_the_change_that_accepts_it_and_stays_declined() throws Exception {
        JsonObject proposal = json("/api/v1/proposals?point=xinghua-brick.water")
                .getJsonArray("proposals")
                .getJsonObject(0);
        assertThat(proposal.getString("oldEnd")).isEqualTo("20417");
        assertThat(proposal.getString("oldEndUnit")).isEqualTo("m3");
        assertThat(proposal.getString("newStartUnit")).isEqualTo("m3");
        assertThat(proposal.getString("fileLines")).contains("oldEnd: 20417, newStart: 0.6");
        HttpRequest dryRun = HttpRequest.newBuilder(URI.create(console.url("/api/v1/registry/changes?dryRun=true")))
                .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        proposal.getJsonObject("change").encode()))
                .build();
        HttpResponse<String> tried = CLIENT.send(dryRun, HttpResponse.BodyHandlers.ofString());
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(tried.body()).contains("CHANGED", "replacements");

        String decline = "/api/v1/proposals/" + proposal.getString("id") + "/decline";
        assertThat(post(decline, "{}").statusCode()).isEqualTo(400);
        assertThat(post(decline, "{\"comment\": \"gateway replaced\"}").statusCode())
                .isEqualTo(200);
        post(decline, "{\"comment\": \"somebody else\"}");
        assertThat(json("/api/v1/proposals?point=xinghua-brick.water&state=open")
                        .getJsonArray("proposals"))
                .isEmpty();
        JsonObject declined = json("/api/v1/proposals?point=xinghua-brick.water&state=declined")
                .getJsonArray("proposals")
                .getJsonObject(0)
                .getJsonObject("declined");
        assertThat(declined.getString("comment")).isEqualTo("gateway replaced");
        assertThat(declined.getString("by")).isNotBlank();
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url(path)))
                .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
