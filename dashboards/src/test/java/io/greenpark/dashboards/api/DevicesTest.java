package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.dashboards.fixture.SampleCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices: how they stand, and how old their newest data are. The steam meter of the food factory sent last 9 hours ago. */
class DevicesTest {
    private static final String STEAM = "lvyuan-food.steam";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path dir;

    private static SampleConsole console;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    @BeforeEach
    void only_the_steam_meter_is_silent() {
        cases().stands(STEAM, DeviceStanding.SILENT);
        cases().stands("kaida-hardware.water", null);
    }

    private static SampleCases cases() {
        return (SampleCases) console.sources().cases();
    }

    private static JsonObject json(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url(path)))
                .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private static JsonObject device(String id) throws Exception {
        return json("/api/v1/devices").getJsonArray("devices").stream()
                .map(JsonObject.class::cast)
                .filter(d -> d.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static int silentDevices(String enterprise) throws Exception {
        return json("/api/v1/enterprises/" + enterprise).getInteger("silentDevices");
    }

    @ParameterizedTest
    @CsvSource({"SILENT, 1", "REFUSED, 1", "DOOR_SHUT, 0"})
    void a_device_stands_as_the_cases_say(DeviceStanding standing, int silent) throws Exception {
        cases().stands(STEAM, standing);
        assertThat(device(STEAM).getString("state")).isEqualTo(standing.name());
        assertThat(silentDevices("lvyuan-food")).isEqualTo(silent);
    }

    @Test
    void a_device_without_a_case_is_not_silent_however_long_ago_its_last_message_was() throws Exception {
        cases().stands(STEAM, null);
        assertThat(device(STEAM).getString("state")).isEqualTo("TALKING");
        assertThat(device(STEAM).getLong("silentForSeconds")).isGreaterThanOrEqualTo(9 * 3_600L);
        assertThat(silentDevices("lvyuan-food")).isZero();
    }

    @Test
    void a_device_never_heard_is_silent_only_once_it_has_a_case() throws Exception {
        assertThat(device("kaida-hardware.water").getString("state")).isEqualTo("NEVER");
        cases().stands("kaida-hardware.water", DeviceStanding.SILENT);
        assertThat(device("kaida-hardware.water").getString("state")).isEqualTo("SILENT");
        assertThat(silentDevices("kaida-hardware")).isOne();
    }

    @Test
    void devices_say_how_old_their_newest_data_are_and_which_stand_still() throws Exception {
        JsonObject device = device("huamei-ham.water");
        assertThat(device.getString("state")).isEqualTo("TALKING");
        JsonObject data = device.getJsonObject("data");
        assertThat(data.getBoolean("standsStill")).isTrue();
        assertThat(data.getLong("ageSeconds")).isGreaterThan(41 * 86_400L);
        assertThat(data.getJsonArray("points").getJsonObject(0).getString("id")).isEqualTo("huamei-ham.water");
    }

    @Test
    void whoever_looks_at_an_enterprise_its_park_or_the_district_sees_that_data_stand_still() throws Exception {
        assertThat(json("/api/v1/enterprises/huamei-ham").getInteger("lateDevices"))
                .isOne();
        List<String> late = json("/api/v1/devices?late=true").getJsonArray("devices").stream()
                .map(d -> ((JsonObject) d).getString("id"))
                .toList();
        assertThat(late).contains("huamei-ham.water").doesNotContain(STEAM);
        assertThat(json("/api/v1/district").getInteger("lateDevices")).isEqualTo(late.size());
        JsonObject parks = json("/api/v1/parks");
        assertThat(parks.getJsonArray("parks").stream().mapToInt(p -> ((JsonObject) p).getInteger("lateDevices")))
                .anyMatch(n -> n > 0);
        cases().stands("huamei-ham.water", DeviceStanding.SILENT);
        assertThat(json("/api/v1/enterprises/huamei-ham").getInteger("lateDevices"))
                .as("told of as silent")
                .isZero();
        cases().stands("huamei-ham.water", null);
    }
}
