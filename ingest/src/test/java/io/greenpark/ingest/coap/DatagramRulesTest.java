package io.greenpark.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.greenpark.ingest.Await;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Single datagrams, as RFC 7252 wants them answered, rejected or ignored. Each test ends with a ping, answered in order. */
class DatagramRulesTest {
    private static final String GOOD = "{\"ts\":1714521600000,\"values\":{\"kwh\":12.5}}";
    private static final byte[] PING = bytes("4000beef");
    private static final byte[] PONG = bytes("7000beef");

    @TempDir
    Path dir;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger californium = (Logger) LoggerFactory.getLogger("org.eclipse.californium");
    private OpenDoor open;
    private DatagramSocket socket;

    @BeforeEach
    void open() throws IOException {
        log.start();
        californium.addAppender(log);
        open = new OpenDoor(dir);
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(10_000);
    }

    @AfterEach
    void close() {
        californium.detachAppender(log);
        socket.close();
        open.close();
        assertThat(log.list).noneMatch(e -> e.getLevel().isGreaterOrEqual(Level.ERROR));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private void send(byte[] datagram) throws IOException {
        socket.send(new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), open.door.port()));
    }

    private byte[] receive() throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[1_500], 1_500);
        socket.receive(answer);
        return Arrays.copyOf(answer.getData(), answer.getLength());
    }

    private byte[] exchange(byte[] datagram) throws IOException {
        send(datagram);
        return receive();
    }

    /** Nothing comes back: several pings later every answer would have. */
    private void ignored(byte[] datagram) throws IOException {
        send(datagram);
        for (int i = 0; i < 3; i++) {
            assertThat(exchange(PING)).isEqualTo(PONG);
        }
        assertThat(open.stores.readings()).isEmpty();
    }

    /** A POST of a reading to m3. */
    private static byte[] post(String head, String optionsBefore, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(head));
        out.writeBytes(bytes(optionsBefore));
        int uriPath = 11 - (optionsBefore.isEmpty() ? 0 : bytes(optionsBefore)[0] >> 4 & 0xF);
        for (String part : List.of("greenpark", "m3", "telemetry")) {
            out.write(uriPath << 4 | part.length());
            out.writeBytes(part.getBytes(StandardCharsets.UTF_8));
            uriPath = 0;
        }
        out.writeBytes(new byte[] {0x11, 50});
        return payload.length == 0 ? out.toByteArray() : with(out, payload);
    }

    private static byte[] with(ByteArrayOutputStream out, byte[] payload) {
        out.write(0xFF);
        out.writeBytes(payload);
        return out.toByteArray();
    }

    private static byte[] good(String head) {
        return post(head, "", GOOD.getBytes(StandardCharsets.UTF_8));
    }

    private DeadLetter onlyDeadLetter() {
        Await.until(
                "the refusal is stored", () -> !open.stores.listDeadLetters().isEmpty());
        assertThat(open.stores.listDeadLetters()).hasSize(1);
        return open.stores.listDeadLetters().get(0);
    }

    @Test
    void an_empty_confirmable_message_is_a_ping() throws IOException {
        assertThat(exchange(PING)).isEqualTo(PONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60020001", "70020001", "60010001", "7001ffff"})
    void an_acknowledgement_or_reset_that_carries_a_request_is_ignored(String head) throws IOException {
        ignored(good(head));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60000001", // acknowledgement of nothing
                "70000001", // reset of nothing
                "60450001", // response to nothing, acknowledged
                "6000000100", // empty acknowledgement with a byte behind
                "7000000100", // empty reset with a byte behind
                "60200001", // reserved class in an acknowledgement
                "60e10001",
                "00020001", // version 0
                "80020001", // version 2
                "5020", // shorter than a header
                "59020001", // token of nine bytes, not confirmable
                "5f020001",
                "50200001", // reserved class, not confirmable
                "5002000190", // critical option unknown, not confirmable
            })
    void what_answers_nothing_or_is_no_message_is_ignored(String datagram) throws IOException {
        ignored(bytes(datagram));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4902000100112233445566778899", // token of nine bytes
                "4f020001",
                "40200001", // reserved class 1
                "40c00001", // reserved class 6
                "40e10001", // reserved class 7
                "4000000100", // empty with a byte behind
                "40450001", // response to nothing
                "40020001f0", // option delta 15
                "40020001bf", // option length 15
                "40020001b5aabb", // option longer than the datagram
                "40020001ff", // payload marker without payload
            })
    void a_confirmable_message_with_a_format_error_is_rejected_with_a_reset(String datagram) throws IOException {
        assertThat(exchange(bytes(datagram))).isEqualTo(bytes("70000001"));
        assertThat(open.stores.readings()).isEmpty();
    }

    @Test
    void an_unknown_method_is_not_allowed() throws IOException {
        byte[] answer = exchange(bytes("4108 0001 aa"));
        assertThat(answer).startsWith(bytes("6185 0001 aa"));
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("\"0.08\"", "POST");
        assertThat(onlyDeadLetter().reason()).isEqualTo(RejectReason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "d0fe", "90"})
    void an_unknown_critical_option_is_refused(String option) throws IOException {
        byte[] answer = exchange(withOption(option));
        assertThat(answer).startsWith(bytes("60820001"));
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("option ");
        assertThat(onlyDeadLetter().detail().en()).contains("option ");
        assertThat(open.stores.readings()).isEmpty();
    }

    @Test
    void an_unknown_elective_option_is_passed_over() throws IOException {
        assertThat(exchange(withOption("a0"))).startsWith(bytes("60440001"));
        assertThat(open.stores.readings()).hasSize(1);
    }

    /** A good POST with one more option: before the path if its number is below 11, else at the end. */
    private static byte[] withOption(String option) {
        byte[] payload = GOOD.getBytes(StandardCharsets.UTF_8);
        if (option.equals("90") || option.equals("a0")) {
            return post("40020001", option, payload);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(post("40020001", "", new byte[0]));
        out.writeBytes(bytes(option));
        return with(out, payload);
    }

    @Test
    void a_condition_on_what_has_no_versions_fails() throws IOException {
        assertThat(exchange(post("40020001", "50", GOOD.getBytes(StandardCharsets.UTF_8))))
                .startsWith(bytes("608c0001"));
        assertThat(open.stores.readings()).isEmpty();
    }

    @Test
    void a_block_with_more_than_its_size_is_refused_without_a_stack_trace() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(post("40020001", "", new byte[0]));
        out.writeBytes(bytes("d1 02 08")); // Block1: number 0, more, 16 bytes
        byte[] answer = exchange(with(out, new byte[100]));
        assertThat(answer).startsWith(bytes("60800001"));
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("100 bytes", "16 bytes");
        assertThat(onlyDeadLetter().reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(log.list).noneMatch(e -> e.getThrowableProxy() != null);
    }

    @Test
    void blocks_that_do_not_follow_one_another_are_refused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(post("40020001", "", new byte[0]));
        out.writeBytes(bytes("d1 02 38")); // Block1: number 3, more, 16 bytes
        byte[] answer = exchange(with(out, new byte[16]));
        assertThat(answer).startsWith(bytes("60880001"));
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("from block 0");
        assertThat(onlyDeadLetter().deviceId()).isEqualTo("m3");
    }

    @Test
    void a_proxy_is_not_offered() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("40020001 d4 1a"));
        out.writeBytes("coap".getBytes(StandardCharsets.UTF_8)); // Proxy-Scheme, 39
        assertThat(exchange(out.toByteArray())).startsWith(bytes("60a50001"));
    }

    @Test
    void the_door_answers_as_before_after_thousands_of_random_datagrams() throws IOException {
        Random random = new Random();
        byte[] model = good("40020001");
        for (int i = 0; i < 5_000; i++) {
            byte[] datagram = model.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                datagram[random.nextInt(random.nextBoolean() ? 12 : datagram.length)] = (byte) random.nextInt();
            }
            send(Arrays.copyOf(datagram, random.nextInt(datagram.length + 1)));
        }
        socket.close();
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(10_000);
        Await.until("the door answers", () -> answers(model));
        assertThat(log.list).noneMatch(e -> e.getThrowableProxy() != null);
    }

    /** Whether a good reading gets 2.04: for a while the door may be full. */
    private boolean answers(byte[] good) {
        try {
            byte[] message = good.clone();
            new Random().ints(2, 0, 256).forEach(b -> message[2 + (b & 1)] = (byte) b);
            return exchange(message)[1] == 0x44;
        } catch (IOException e) {
            return false;
        }
    }
}
