package io.greenpark.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.ingest.Await;
import io.greenpark.ingest.PairsFormat;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoapDoorTest {
    private static final String GOOD = "{\"ts\":1714521600000,\"values\":{\"kwh\":12.5}}";

    @TempDir
    Path dir;

    private OpenDoor open;

    @BeforeEach
    void open() throws IOException {
        open = new OpenDoor(dir);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private CoapResponse plain(String uri, String payload, int contentFormat) throws Exception {
        try (TestClient client = TestClient.plain()) {
            return Objects.requireNonNull(client.post(uri, payload, contentFormat), "no answer");
        }
    }

    private CoapResponse plain(String payload) throws Exception {
        return plain(open.plain("m3"), payload, 50);
    }

    private CoapResponse secure(String identity, String device) throws Exception {
        try (TestClient client = TestClient.secure(identity, OpenDoor.key(identity))) {
            return Objects.requireNonNull(client.post(open.secure(device), GOOD), "no answer");
        }
    }

    private DeadLetter onlyDeadLetter() {
        assertThat(open.stores.listDeadLetters()).hasSize(1);
        return open.stores.listDeadLetters().get(0);
    }

    @Test
    void a_reading_is_durable_before_the_2_04() throws Exception {
        assertThat(plain(GOOD).getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(open.stores.readings())
                .extracting(Reading::pointId, Reading::value, Reading::timeMs, Reading::door)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("m3.kwh", 12.5, 1714521600000L, Door.COAP));
    }

    @Test
    void a_content_format_may_be_left_out() throws Exception {
        assertThat(plain(open.plain("m3"), GOOD, -1).getCode()).isEqualTo(ResponseCode.CHANGED);
    }

    @Test
    void json_may_be_called_plain_text() throws Exception {
        assertThat(plain(open.plain("m3"), GOOD, 0).getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(open.stores.readings()).extracting(Reading::value).containsExactly(12.5);
    }

    @Test
    void a_content_format_without_a_registered_name_is_refused() throws Exception {
        refused(plain(open.plain("m3"), GOOD, 9_999), ResponseCode.UNSUPPORTED_CONTENT_FORMAT, "\"9999\"");
    }

    @Test
    void a_content_format_chooses_among_the_registered_payload_formats() throws Exception {
        try (OpenDoor other = new OpenDoor(dir.resolve("other"), IntakeConfig.DEFAULT, PairsFormat.besideJson())) {
            assertThat(plain(other.plain("m3"), "kwh=12.5", PairsFormat.COAP_CONTENT_FORMAT)
                            .getCode())
                    .isEqualTo(ResponseCode.CHANGED);
            assertThat(plain(other.plain("m3"), "{\"kwh\":13}", 50).getCode()).isEqualTo(ResponseCode.CHANGED);
            assertThat(plain(other.plain("m3"), "kwh=14", 60).getCode())
                    .isEqualTo(ResponseCode.UNSUPPORTED_CONTENT_FORMAT);
            assertThat(other.stores.readings()).extracting(Reading::value).containsExactly(12.5, 13.0);
        }
    }

    @Test
    void a_device_publishes_for_itself_over_dtls() throws Exception {
        assertThat(secure("m3", "m3").getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(open.stores.readings()).extracting(Reading::deviceId).containsExactly("m3");
    }

    @Test
    void a_device_may_not_publish_for_another_over_dtls() throws Exception {
        CoapResponse response = secure("m3", "m1");
        assertThat(response.getCode()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(response.getResponseText()).contains("\"m1\"");
        assertThat(open.stores.readings()).isEmpty();
        assertThat(onlyDeadLetter().reason()).isEqualTo(RejectReason.FORBIDDEN_DEVICE);
    }

    @Test
    void a_gateway_publishes_for_its_own_devices_only() throws Exception {
        assertThat(secure("gw", "m1").getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(secure("gw", "m3").getCode()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(open.stores.readings()).extracting(Reading::deviceId).containsExactly("m1");
    }

    @Test
    void a_gateway_names_its_devices_as_it_calls_them_in_paths() throws Exception {
        assertThat(secure("gw", "%E7%94%B5%E8%A1%A82").getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(secure("gw", "m.3").getCode()).isEqualTo(ResponseCode.NOT_FOUND);
        assertThat(open.stores.readings()).extracting(Reading::deviceId).containsExactly("m2");
    }

    @Test
    void an_unknown_identity_gets_no_connection_and_a_dead_letter() {
        try (TestClient client = TestClient.secure("stranger", "secret")) {
            assertThatThrownBy(() -> client.post(open.secure("m3"), GOOD)).isInstanceOf(IOException.class);
        }
        Await.until(
                "the refusal is stored", () -> !open.stores.listDeadLetters().isEmpty());
        DeadLetter deadLetter = open.stores.listDeadLetters().get(0);
        assertThat(deadLetter.reason()).isEqualTo(RejectReason.BAD_CREDENTIALS);
        assertThat(deadLetter.sender())
                .as("what the door knows, not what a stranger calls itself")
                .isEqualTo("127.0.0.1");
        assertThat(deadLetter.detail().en()).contains("\"stranger\"");
        assertThat(deadLetter.deviceId()).isNull();
        assertThat(deadLetter.stranger()).isTrue();
    }

    @Test
    void every_refusal_has_its_code_and_a_reason() throws Exception {
        refused(plain("{\"kwh\":"), ResponseCode.BAD_REQUEST, "JSON");
        refused(plain("{\"kwh\":\"much\"}"), ResponseCode.BAD_REQUEST, "\"much\"");
        refused(
                plain("{\"ts\":\"2099-01-01T00:00:00Z\",\"values\":{\"kwh\":1}}"),
                ResponseCode.BAD_REQUEST,
                "2099-01-01");
        refused(plain(open.plain("nobody"), GOOD, 50), ResponseCode.NOT_FOUND, "\"nobody\"");
        refused(
                plain("coap://127.0.0.1:" + open.door.port() + "/greenpark/m3", GOOD, 50),
                ResponseCode.NOT_FOUND,
                "/greenpark/{device}/telemetry");
        refused(plain(open.plain("m3"), GOOD, 60), ResponseCode.UNSUPPORTED_CONTENT_FORMAT, "send JSON (50)");
        assertThat(open.stores.readings()).isEmpty();
        assertThat(open.stores.listDeadLetters())
                .extracting(DeadLetter::reason)
                .containsExactlyInAnyOrder(
                        RejectReason.MALFORMED,
                        RejectReason.NOT_A_NUMBER,
                        RejectReason.TIME_IN_FUTURE,
                        RejectReason.UNKNOWN_DEVICE,
                        RejectReason.UNKNOWN_TOPIC,
                        RejectReason.MALFORMED);
    }

    private static void refused(CoapResponse response, ResponseCode code, String... words) {
        assertThat(response.getCode()).isEqualTo(code);
        assertThat(response.getResponseText()).isNotBlank().contains(words);
    }

    @Test
    void good_values_beside_bad_ones_are_stored_and_acknowledged() throws Exception {
        CoapResponse response = plain("{\"ts\":1714521600000,\"values\":{\"kwh\":1,\"typo\":2}}");
        assertThat(response.getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(response.getResponseText()).startsWith("kept 1, refused 1: ").contains("\"typo\"");
        assertThat(response.getOptions().getContentFormat()).isZero();
        assertThat(open.stores.readings()).hasSize(1);
        assertThat(onlyDeadLetter().reason()).isEqualTo(RejectReason.UNKNOWN_KEY);
        assertThat(onlyDeadLetter().deviceId()).isEqualTo("m3");
        assertThat(plain(GOOD).getPayload()).as("nothing to tell").isEmpty();
    }

    @Test
    void a_request_for_anything_else_is_refused_with_a_reason_and_a_dead_letter() throws Exception {
        String door = "coap://127.0.0.1:" + open.door.port();
        refused(request(Code.GET, door + "/"), ResponseCode.NOT_FOUND, "/greenpark/{device}/telemetry");
        refused(request(Code.POST, door + "/telemetry"), ResponseCode.NOT_FOUND, "\"/telemetry\"");
        refused(request(Code.PUT, open.plain("m3")), ResponseCode.METHOD_NOT_ALLOWED, "\"PUT\"", "POST");
        refused(request(Code.GET, open.plain("m3")), ResponseCode.METHOD_NOT_ALLOWED, "\"GET\"");
        refused(request(Code.POST, door + "/.well-known/core"), ResponseCode.NOT_FOUND, "POST to");
        assertThat(open.stores.listDeadLetters())
                .hasSize(5)
                .allSatisfy(l -> assertThat(l.reason()).isEqualTo(RejectReason.UNKNOWN_TOPIC))
                .allSatisfy(l -> assertThat(l.stranger()).isTrue());
        assertThat(open.stores.listDeadLetters())
                .extracting(DeadLetter::deviceId)
                .containsExactly(null, "m3", "m3", null, null);
        assertThat(request(Code.GET, door + "/.well-known/core").getCode()).isEqualTo(ResponseCode.CONTENT);
    }

    private static CoapResponse request(Code code, String uri) throws Exception {
        try (TestClient client = TestClient.plain()) {
            Request request = new Request(code);
            request.setURI(uri);
            return Objects.requireNonNull(client.send(request), "no answer");
        }
    }

    @Test
    void ever_new_devices_on_the_plain_door_are_one_stranger() throws Exception {
        plain(open.plain("nobody-1"), GOOD, 50);
        plain(open.plain("nobody-2"), GOOD, 50);
        assertThat(open.stores.listDeadLetters())
                .extracting(DeadLetter::sender, DeadLetter::stranger)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("127.0.0.1", true));
    }

    @Test
    void a_reason_fits_into_one_block() throws Exception {
        String keys = IntStream.range(0, 300)
                .mapToObj(i -> "\"用电量-" + i + "\":" + i)
                .collect(Collectors.joining(",", "{", "}"));
        CoapResponse response = plain(keys);
        assertThat(response.getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.getPayload()).hasSizeBetween(100, Diagnostic.LONGEST);
        assertThat(response.getOptions().hasBlock2()).isFalse();
        assertThat(response.getOptions().hasContentFormat()).isFalse();
    }

    @Test
    void a_blockwise_message_is_assembled() throws Exception {
        assertThat(plain(many(200)).getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(open.stores.readings()).hasSize(200);
    }

    private static String many(int readings) {
        return IntStream.range(0, readings)
                .mapToObj(i -> "{\"ts\":" + (1714521600000L + i * 1000L) + ",\"values\":{\"kwh\":" + i + "}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void a_message_that_is_too_large_is_refused() throws Exception {
        CoapResponse response = plain(many(2_000));
        assertThat(response.getCode()).isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
        assertThat(response.getResponseText()).contains("coap.maxMessage = 65536");
        assertThat(open.stores.readings()).isEmpty();
        Await.until(
                "the refusal is stored", () -> !open.stores.listDeadLetters().isEmpty());
        assertThat(onlyDeadLetter().reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(onlyDeadLetter().deviceId()).isEqualTo("m3");
    }

    @Test
    void a_device_is_told_when_to_try_again_while_the_log_fails() throws Exception {
        open.stores.log.broken(true);
        CoapResponse response = plain(GOOD);
        assertThat(response.getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
        assertThat(response.getOptions().getMaxAge()).isBetween(1L, 60L);
        assertThat(response.getResponseText()).contains("send it again");
    }

    @Test
    void a_slow_commit_is_answered_by_a_separate_response() throws Exception {
        open.stores.log.shut();
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(10_000);
            byte[] accepted = exchange(socket, confirmablePost(0x0815, "m3", GOOD));
            assertThat(accepted).containsExactly(0x60, 0x00, 0x08, 0x15);
            open.stores.log.open();
            byte[] answer = receive(socket);
            assertThat(answer[1]).isEqualTo((byte) ResponseCode.CHANGED.value);
        }
        assertThat(open.stores.readings()).hasSize(1);
    }

    @Test
    void a_repeated_datagram_gets_the_same_answer_and_is_stored_once() throws Exception {
        byte[] request = confirmablePost(0x4711, "m3", GOOD);
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(10_000);
            byte[] first = exchange(socket, request);
            byte[] second = exchange(socket, request);
            assertThat(first[1]).isEqualTo((byte) ResponseCode.CHANGED.value);
            assertThat(second).isEqualTo(first);
        }
        assertThat(open.stores.readings()).hasSize(1);
    }

    private byte[] exchange(DatagramSocket socket, byte[] request) throws IOException {
        socket.send(new DatagramPacket(request, request.length, InetAddress.getLoopbackAddress(), open.door.port()));
        return receive(socket);
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[1500], 1500);
        socket.receive(answer);
        return Arrays.copyOf(answer.getData(), answer.getLength());
    }

    /** A confirmable POST without a token (RFC 7252, 3). */
    private static byte[] confirmablePost(int messageId, String device, String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x40, 0x02, (byte) (messageId >> 8), (byte) messageId});
        int uriPath = 11 << 4;
        for (String part : List.of("greenpark", device, "telemetry")) {
            out.write(uriPath | part.length());
            out.writeBytes(part.getBytes(StandardCharsets.UTF_8));
            uriPath = 0;
        }
        out.writeBytes(new byte[] {0x11, 50, (byte) 0xFF});
        out.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Test
    void plain_coap_beyond_loopback_is_a_configuration_problem() {
        Problems problems = new Problems();
        CoapDoorConfig.from(Settings.ofTexts(Map.of("host", "0.0.0.0")), problems);
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).toString()).contains("\"0.0.0.0\"", "loopback only", "coap.secureHost");
    }

    @Test
    void a_taken_port_is_named_with_the_setting_to_change() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> open.another(taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("UDP port " + taken.getLocalPort())
                    .hasMessageContaining("--set coap.port=");
        }
    }
}
