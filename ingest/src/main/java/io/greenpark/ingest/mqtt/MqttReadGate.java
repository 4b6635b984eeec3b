package io.greenpark.ingest.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds, before the decoder, what a paused connection has already read: as the bytes that came in, which take less room
 * than the readings in them. A socket that was ready when its connection was paused is still read once more. (Netty's
 * FlowControlHandler lets that one read through.)
 */
final class MqttReadGate extends ChannelInboundHandlerAdapter {
    private final IntPredicate mayDecode;
    private final ArrayDeque<Object> held = new ArrayDeque<>(1);
    private @Nullable ChannelHandlerContext context;

    /** @param mayDecode whether this many bytes may be decoded now; asked before each read is passed on */
    MqttReadGate(IntPredicate mayDecode) {
        this.mayDecode = mayDecode;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        if (held.isEmpty() && mayDecode.test(length(bytes))) {
            ctx.fireChannelRead(bytes);
        } else {
            held.add(bytes);
        }
    }

    /** Passes on what is held, as far as it may be decoded. */
    void open() {
        ChannelHandlerContext ctx = context;
        while (ctx != null && !held.isEmpty() && mayDecode.test(length(held.element()))) {
            ctx.fireChannelRead(held.remove());
            ctx.fireChannelReadComplete();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        drop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        drop();
    }

    private static int length(Object bytes) {
        return bytes instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
    }

    /** None of it was acknowledged, so the sender still has it. */
    private void drop() {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
