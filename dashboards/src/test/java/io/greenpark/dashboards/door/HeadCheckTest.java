package io.greenpark.dashboards.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.time.MovableClock;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadCheckTest {
    /** The verdicts on the requests of some bytes, however they are cut into parts. */
    private static List<HeadFault> verdicts(String requests) {
        List<HeadFault> whole = verdicts(requests, requests.length());
        for (int part : new int[] {1, 2, 7}) {
            assertThat(verdicts(requests, part)).isEqualTo(whole);
        }
        return whole;
    }

    private static List<HeadFault> verdicts(String requests, int part) {
        ConnectionGate gate = new ConnectionGate(
                ConnectionLimits.standard(),
                new Descriptors(Long.MAX_VALUE, 0),
                address -> false,
                new MovableClock(Instant.EPOCH),
                System::nanoTime);
        EmbeddedChannel channel = new EmbeddedChannel();
        GuardedConnection connection = new GuardedConnection(channel, "a/1", InetAddress.getLoopbackAddress());
        channel.pipeline().addLast(new HeadCheck(gate, connection));
        byte[] bytes = requests.getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from < bytes.length; from += part) {
            channel.writeInbound(Unpooled.copiedBuffer(bytes, from, Math.min(part, bytes.length - from)));
        }
        assertThat(passed(channel)).isEqualTo(requests);
        List<HeadFault> verdicts = new ArrayList<>();
        for (HeadFault next = connection.verdict(); next != null; next = connection.verdict()) {
            verdicts.add(next);
        }
        return verdicts;
    }

    private static String passed(EmbeddedChannel channel) {
        StringBuilder passed = new StringBuilder();
        for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
            passed.append(part.toString(StandardCharsets.ISO_8859_1));
            part.release();
        }
        return passed.toString();
    }

    @Test
    void heads_one_after_the_other_are_judged_each() {
        String body = "{\r\n  \"a\": 1\r\n\r\n}";
        assertThat(verdicts("GET / HTTP/1.1\r\nHost: a\r\n\r\n"
                        + "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n" + body
                        + "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"
                        + "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n"))
                .containsExactly(HeadFault.NONE, HeadFault.NONE, HeadFault.NONE, HeadFault.FOLDED_LINE);
    }

    @Test
    void two_lengths_are_noticed_in_either_order_and_any_case() {
        assertThat(verdicts("POST / HTTP/1.1\r\ncontent-LENGTH:3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .containsExactly(HeadFault.TWO_LENGTHS);
        assertThat(verdicts("POST / HTTP/1.1\r\nTransfer-encoding : x\r\nContent-Length: 3\r\n\r\n"))
                .containsExactly(HeadFault.TWO_LENGTHS);
    }

    @Test
    void a_length_that_may_be_read_in_two_ways_is_a_fault_and_its_body_is_no_head() {
        for (String length : List.of(
                "Content-Length: 00000000000000000001000000000",
                "Content-Length:" + " ".repeat(200) + "1000",
                "Content-Length:" + " ".repeat(112) + "1000",
                "Content-Length: 1000" + " ".repeat(200),
                "Content-Length: 1000\r\nContent-Length: 1000",
                "Content-Length: x\r\nContent-Length: 1000",
                "Content-Length: 1000, 1000",
                "Content-Length: +1000",
                "Content-Length:",
                "content-length : -1")) {
            assertThat(verdicts("POST / HTTP/1.1\r\nHost: x\r\n" + length + "\r\n\r\n" + "a\n\n".repeat(500)))
                    .as(length)
                    .containsExactly(HeadFault.UNCLEAR_LENGTH);
        }
        assertThat(verdicts("POST / HTTP/1.1\r\nContent-Length:\t 0003 \r\n\r\na\n\nGET / HTTP/1.1\r\n\r\n"))
                .containsExactly(HeadFault.NONE, HeadFault.NONE);
    }

    @Test
    void nothing_is_looked_at_after_a_fault() {
        assertThat(verdicts("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\nGET / HTTP/1.1\r\nA: b\r\n\r\n"))
                .containsExactly(HeadFault.FOLDED_LINE);
    }

    @Test
    void white_space_before_a_request_is_no_request() {
        assertThat(verdicts(" \r\n\r\n\t\r\n\r\n\0\n\nGET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n"))
                .containsExactly(HeadFault.FOLDED_LINE);
    }

    @Test
    void who_sends_requests_far_ahead_of_the_answers_is_bounded() {
        assertThat(verdicts("a\n\n".repeat(10_000)))
                .hasSize(GuardedConnection.MOST_AHEAD + 1)
                .endsWith(HeadFault.NONE, HeadFault.TOO_FAR_AHEAD);
    }

    @Test
    void what_follows_a_chunked_request_is_not_looked_at() {
        assertThat(
                        verdicts(
                                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n"))
                .containsExactly(HeadFault.NONE);
    }
}
