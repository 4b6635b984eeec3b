package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class MqttReadGateTest {
    private int mayPass;
    private final MqttReadGate readGate = new MqttReadGate(bytes -> mayPass-- > 0);
    private final EmbeddedChannel channel = new EmbeddedChannel(readGate);
    private final ByteBuf first = Unpooled.copiedBuffer(new byte[] {1});
    private final ByteBuf second = Unpooled.copiedBuffer(new byte[] {2});

    @Test
    void bytes_pass_while_they_may() {
        mayPass = 2;
        channel.writeInbound(first, second);
        assertThat(channel.<ByteBuf>readInbound()).isSameAs(first);
        assertThat(channel.<ByteBuf>readInbound()).isSameAs(second);
    }

    @Test
    void held_bytes_pass_in_order_as_far_as_they_may() {
        channel.writeInbound(first);
        mayPass = 1;
        channel.writeInbound(second);
        assertThat(channel.inboundMessages()).as("nothing overtakes").isEmpty();
        readGate.open();
        assertThat(channel.inboundMessages()).containsExactly(first);
        mayPass = 1;
        readGate.open();
        assertThat(channel.inboundMessages()).containsExactly(first, second);
    }

    @Test
    void held_bytes_are_released_when_the_connection_ends() {
        channel.writeInbound(first, second);
        channel.close();
        assertThat(first.refCnt()).isZero();
        assertThat(second.refCnt()).isZero();
        assertThat(channel.inboundMessages()).isEmpty();
    }
}
