package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.config.tls.TlsFolder;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials for an integrator: sealed, once, on record by device and never by secret. */
class CredentialsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String METER = "lvyuan-food.electricity";

    @TempDir
    Path dir;

    private static final String GATEWAY = "gateway-fucun-1";
    private static final String OUTLET = "lvyuan-food.water-1";

    private SampleConsole console;
    private String officer;

    @BeforeEach
    void open() throws Exception {
        Path authority = TlsFolder.of(dir).forDevices();
        Files.createDirectories(authority.getParent());
        Files.writeString(authority, "-----BEGIN CERTIFICATE-----\n");
        console = SampleConsole.open(dir, true);
        officer = person("wang", Grant.everywhere(Role.OFFICER));
    }

    /** Somebody who is signed in. */
    private String person(String name, Grant grant) throws Exception {
        return SignedIn.person(console, name, grant);
    }

    private String ofPart(String name, Scope scope) throws Exception {
        return person(name, new Grant(Role.OFFICER, scope));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpResponse<String> ask(JsonObject body) throws Exception {
        return ask("Cookie", officer, body);
    }

    private HttpResponse<String> ask(String header, String who, JsonObject body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url("/api/v1/credentials")))
                        .header("Accept-Language", "en")
                        .header(header, who)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.encode()))
                        .build(),
                BodyHandlers.ofString());
    }

    private String line(String id) throws Exception {
        try (Stream<String> lines = Files.lines(dir.resolve("credentials/devices.csv"))) {
            return lines.filter(l -> l.startsWith("device," + id + ","))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void new_secrets_are_handed_out_once_in_an_archive_that_opens_with_its_passphrase_alone() throws Exception {
        String before = line(METER);
        HttpResponse<String> answer =
                ask(new JsonObject().put("devices", new JsonArray().add(METER)).put("reason", "to the integrator"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        JsonObject told = new JsonObject(answer.body());
        String after = line(METER);
        assertThat(after).isNotEqualTo(before);

        Path file = dir.resolve("handed.zip");
        Files.write(file, Base64.getDecoder().decode(told.getString("archive")));
        String sealed = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(sealed).doesNotContain(after.split(",")[3]);
        Path out = Files.createDirectory(dir.resolve("out"));
        try (ZipFile zip =
                new ZipFile(file.toFile(), told.getString("passphrase").toCharArray())) {
            for (FileHeader header : zip.getFileHeaders()) {
                assertThat(header.getEncryptionMethod()).isEqualTo(EncryptionMethod.AES);
                assertThat(header.getAesExtraDataRecord().getAesKeyStrength())
                        .isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
            }
            zip.extractAll(out.toString());
        }
        assertThat(Files.readAllLines(out.resolve("devices.csv")))
                .containsExactly("kind,id,username,password,token,pskHex", after);
        assertThat(Files.readString(out.resolve("ca.pem"))).contains("BEGIN CERTIFICATE");
        assertThat(Files.readString(out.resolve("README.txt"))).contains("设备凭据", "credentials of devices", "ca.pem");
        try (ZipFile zip = new ZipFile(file.toFile(), "aaaa-aaaa-aaaa-aaaa-aaaa-aaaa".toCharArray())) {
            Assertions.assertThatThrownBy(
                            () -> zip.extractAll(dir.resolve("none").toString()))
                    .isInstanceOf(ZipException.class);
        }

        List<AuditEntry> record =
                console.sources().audit().page(AuditFilter.ALL.of(AuditAction.CREDENTIALS_RENEWED), Long.MAX_VALUE, 10);
        assertThat(record).singleElement().satisfies(e -> assertThat(e.toString())
                .contains(METER, "to the integrator")
                .doesNotContain(after.split(",")[3], after.split(",")[4], told.getString("passphrase")));
    }

    @Test
    void what_is_not_there_or_asked_for_wrongly_changes_nothing() throws Exception {
        String before = Files.readString(dir.resolve("credentials/devices.csv"));
        JsonObject asked = new JsonObject().put("reason", "r");
        assertThat(ask(asked.copy()).statusCode()).isEqualTo(400);
        assertThat(ask(asked.copy().put("devices", "x")).statusCode()).isEqualTo(400);
        assertThat(ask(new JsonObject().put("devices", new JsonArray().add(METER)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask(asked.copy().put("devices", new JsonArray().add(METER).add("none-such")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Files.readString(dir.resolve("credentials/devices.csv"))).isEqualTo(before);
        assertThat(console.sources()
                        .audit()
                        .page(AuditFilter.ALL.of(AuditAction.CREDENTIALS_RENEWED), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    private static JsonObject gateway() {
        return new JsonObject().put("gateways", new JsonArray().add(GATEWAY)).put("reason", "r");
    }

    private static JsonObject device(String id) {
        return new JsonObject().put("devices", new JsonArray().add(id)).put("reason", "r");
    }

    private String all() throws Exception {
        return Files.readString(dir.resolve("credentials/devices.csv"));
    }

    /** Puts a device behind the gateway, by an edit of its document. */
    private void behind(String device) {
        EditResult done = console.sources()
                .documents()
                .edits()
                .submit(new EditRequest(
                        "admin",
                        RegistryHistory.Source.CONSOLE,
                        "wiring",
                        List.of(new Edit(
                                new DocumentKey(DocumentKind.DEVICE, device),
                                Verb.PATCH,
                                "{\"gateway\": \"" + GATEWAY + "\"}")),
                        null,
                        false));
        assertThat(done.accepted()).isTrue();
    }

    @Test
    void a_gateway_is_renewed_by_who_has_every_device_behind_it() throws Exception {
        String part = ofPart("part", Scope.enterprises(Set.of("lvyuan-food")));
        String both = ofPart("both", Scope.enterprises(Set.of("lvyuan-food", "xinghua-brick")));
        String before = all();
        String none = ask(
                        "Cookie",
                        part,
                        new JsonObject()
                                .put("gateways", new JsonArray().add("no-such"))
                                .put("reason", "r"))
                .body()
                .replace("no-such", GATEWAY);
        HttpResponse<String> empty = ask("Cookie", part, gateway());
        assertThat(empty.statusCode()).as("one that serves none lies nowhere").isEqualTo(404);
        behind("lvyuan-food.steam");
        behind("xinghua-brick.stack-1");
        HttpResponse<String> shared = ask("Cookie", part, gateway());
        assertThat(shared.statusCode()).isEqualTo(404);
        assertThat(shared.body()).isEqualTo(none).isEqualTo(empty.body());
        assertThat(all()).isEqualTo(before);
        assertThat(ask("Cookie", both, gateway()).statusCode()).isEqualTo(200);
        assertThat(ask(gateway()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_device_is_renewed_by_who_has_it_as_a_whole_and_not_by_who_sees_a_point_of_it() throws Exception {
        String before = all();
        String device = console.sources().registry().current().facts().points().stream()
                .filter(p -> OUTLET.equals(p.outletId()))
                .findFirst()
                .orElseThrow()
                .deviceId();
        String ofOutlet = ofPart("outlet", Scope.outlets(Set.of(OUTLET)));
        assertThat(ask("Cookie", ofOutlet, device(device)).statusCode()).isEqualTo(404);
        assertThat(all()).isEqualTo(before);
        String ofDevice = ofPart("device", Scope.devices(Set.of(device)));
        assertThat(ask("Cookie", ofDevice, device(device)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_key_of_a_program_renews_nothing_whosever_it_is() throws Exception {
        String before = all();
        HttpResponse<String> answer = ask("Authorization", "Bearer " + SampleCredentials.TOKEN, device(METER));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("not for keys of programs");
        assertThat(all()).isEqualTo(before);
        assertThat(console.sources()
                        .audit()
                        .page(AuditFilter.ALL.of(AuditAction.CREDENTIALS_RENEWED), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void where_the_answer_cannot_be_made_the_old_secrets_stay_in_force() throws Exception {
        String before = all();
        Path authority = TlsFolder.of(dir).forDevices();
        Files.delete(authority);
        Files.createDirectory(authority);
        assertThat(ask(device(METER)).statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(all()).isEqualTo(before);
        Files.delete(authority);
        assertThat(ask(device(METER)).statusCode()).isEqualTo(200);
        assertThat(all()).isNotEqualTo(before);
    }
}
