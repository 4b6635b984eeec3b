package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.config.tls.TlsFolder;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
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

    private SampleConsole console;

    @BeforeEach
    void open() throws Exception {
        Path authority = TlsFolder.of(dir).forDevices();
        Files.createDirectories(authority.getParent());
        Files.writeString(authority, "-----BEGIN CERTIFICATE-----\n");
        console = SampleConsole.open(dir, true);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpResponse<String> ask(JsonObject body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(console.url("/api/v1/credentials")))
                        .header("Accept-Language", "en")
                        .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
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
}
