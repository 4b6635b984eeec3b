package io.greenpark.ingest.mqtt.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.mqtt.packet.MqttPacket.Broken;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Publish;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PacketDecoderTest {
    private static final int MAX_PACKET = 1_000;
    private static final String CONNECT_4 = "10 0D 00 04 4D 51 54 54 04 02 00 00 00 01 63";
    private static final String CONNECT_5 = "10 0E 00 04 4D 51 54 54 05 02 00 00 00 00 01 63";
    private static final String[] BODIES = {"32", "30", "34", "62", "82", "A2", "E0"};

    @Property
    void packets_are_the_same_however_their_bytes_arrive(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 9) Integer> cuts) {
        byte[] stream =
                bytes(CONNECT_5 + " 32 0B 00 01 74 00 01 00 70 61 79 6C 64 C0 00 30 04 00 01 74 00 32 03 00 01 74");
        assertThat(described(decode(stream, cuts))).isEqualTo(described(decode(stream, List.of(stream.length))));
    }

    @Property
    void noise_is_one_refusal_at_most_and_nothing_after_it(
            @ForAll byte[] noise, @ForAll @IntRange(max = 2) int after, @ForAll boolean five) {
        byte[] before = after == 0 ? new byte[0] : bytes(five ? CONNECT_5 : CONNECT_4);
        List<Object> packets = decode(join(before, noise), List.of(before.length + noise.length));
        long refusals = packets.stream().filter(Broken.class::isInstance).count();
        assertThat(refusals).isLessThanOrEqualTo(1);
        assertThat(refusals == 0 || packets.get(packets.size() - 1) instanceof Broken)
                .isTrue();
    }

    @Test
    void a_connect_that_is_too_large_is_refused_before_its_body_comes() {
        EmbeddedChannel channel = channel();
        assertThat(feed(channel, "10 80 80 80 0A 00 04 4D 51 54 54")).isEmpty();
        assertThat(feed(channel, "05")).singleElement().satisfies(packet -> {
            assertThat(((Broken) packet).fault().code()).isEqualTo(PacketFault.Code.TOO_LARGE);
            assertThat(((Broken) packet).version()).isEqualTo(ProtocolVersion.V5);
        });
    }

    @Test
    void every_packet_that_is_too_large_is_refused_by_its_fixed_header() {
        for (String first : BODIES) {
            EmbeddedChannel channel = channel();
            feed(channel, CONNECT_5);
            assertThat(feed(channel, first + " 80 80 80 0A"))
                    .as(first)
                    .singleElement()
                    .satisfies(packet ->
                            assertThat(((Broken) packet).fault().code()).isEqualTo(PacketFault.Code.TOO_LARGE));
        }
    }

    @Test
    void nothing_that_follows_a_refusal_is_kept() {
        EmbeddedChannel channel = channel();
        feed(channel, CONNECT_4);
        feed(channel, "82 80 80 80 0A");
        ByteBuf flood = Unpooled.buffer(100_000).writerIndex(100_000);
        channel.writeInbound(flood);
        assertThat(flood.refCnt()).isZero();
        assertThat(channel.inboundMessages()).isEmpty();
    }

    @Test
    void a_packet_of_the_largest_size_passes_and_one_byte_more_does_not() {
        EmbeddedChannel channel = channel();
        feed(channel, CONNECT_4);
        // 1000 = 0x68 + 7 * 128
        ByteBuf largest =
                Unpooled.buffer().writeBytes(bytes("30 E8 07 00 01 74")).writeZero(MAX_PACKET - 3);
        channel.writeInbound(largest);
        assertThat(((Publish) channel.readInbound()).payload().readableBytes()).isEqualTo(MAX_PACKET - 3);
        assertThat(feed(channel, "30 E9 07")).singleElement().isInstanceOf(Broken.class);
    }

    @Test
    void a_connect_may_not_be_larger_than_any_other_packet() {
        assertThat(feed(channel(), "10 E9 07 00 04 4D 51 54 54 04"))
                .singleElement()
                .isInstanceOf(Broken.class);
    }

    @Test
    void the_packet_id_of_a_message_that_is_too_large_is_read_where_it_is_acknowledged() {
        EmbeddedChannel channel = channel();
        feed(channel, CONNECT_4);
        assertThat(feed(channel, "32 80 80 80 0A 00 03 61 2F 62 00")).isEmpty();
        assertThat(feed(channel, "07")).singleElement().satisfies(packet -> assertThat(((Broken) packet).tooLarge())
                .isEqualTo(new MqttPacket.Acknowledgeable(7, 1)));
    }

    @Test
    void a_topic_too_long_to_wait_for_leaves_the_message_without_a_packet_id() {
        EmbeddedChannel channel = channel();
        feed(channel, CONNECT_4);
        assertThat(feed(channel, "32 80 80 80 0A FF FF"))
                .singleElement()
                .satisfies(packet -> assertThat(((Broken) packet).tooLarge()).isNull());
    }

    private static EmbeddedChannel channel() {
        return new EmbeddedChannel(new PacketDecoder(MAX_PACKET));
    }

    private static List<Object> feed(EmbeddedChannel channel, String hex) {
        channel.writeInbound(Unpooled.wrappedBuffer(bytes(hex)));
        List<Object> packets = new ArrayList<>(channel.inboundMessages());
        channel.inboundMessages().clear();
        return packets;
    }

    /** Feeds bytes in pieces of these sizes, in turn. */
    private static List<Object> decode(byte[] stream, List<Integer> cuts) {
        EmbeddedChannel channel = channel();
        int from = 0;
        for (int i = 0; from < stream.length; i++) {
            int size = cuts.isEmpty() ? stream.length : cuts.get(i % cuts.size());
            int length = Math.min(size, stream.length - from);
            channel.writeInbound(Unpooled.copiedBuffer(stream, from, length));
            from += length;
        }
        return new ArrayList<>(channel.inboundMessages());
    }

    private static List<String> described(List<Object> packets) {
        return packets.stream()
                .map(p -> p instanceof Publish m
                        ? m.qos() + " " + m.topic() + " " + m.packetId() + " "
                                + m.payload().toString(StandardCharsets.UTF_8)
                        : p.toString())
                .toList();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
