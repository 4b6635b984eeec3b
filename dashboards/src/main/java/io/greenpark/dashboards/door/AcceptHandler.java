package io.greenpark.dashboards.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands at the listening socket, before a connection costs more than its descriptor. While as many are being closed as may
 * be at a time, the next wait in the kernel.
 */
final class AcceptHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptHandler.class);
    private static final long PAUSE_MS = 1_000;
    private static final long ROOM_AGAIN_MS = 10;
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final ConnectionGate gate;
    private final Clock clock;
    private final PlainHttpAnswer plainAnswer;
    /** Accepted, and there is no room yet. */
    private final Deque<Channel> outside = new ArrayDeque<>();

    private @Nullable Instant toldAt;

    AcceptHandler(ConnectionGate gate, Clock clock, PlainHttpAnswer plainAnswer) {
        this.gate = gate;
        this.clock = clock;
        this.plainAnswer = plainAnswer;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) {
        outside.add((Channel) accepted);
        if (outside.size() == 1) {
            letIn(ctx);
        }
    }

    private void letIn(ChannelHandlerContext ctx) {
        while (!outside.isEmpty()) {
            Channel connection = outside.element();
            switch (gate.admit(connection, () -> acceptAgain(ctx.channel()))) {
                case IN -> {
                    plainAnswer.addTo(connection.pipeline());
                    ctx.fireChannelRead(connection);
                }
                case WAITS -> {
                    ctx.channel().config().setAutoRead(false);
                    ctx.executor().schedule(() -> letIn(ctx), ROOM_AGAIN_MS, TimeUnit.MILLISECONDS);
                    return;
                }
                case REFUSED -> connection.unsafe().closeForcibly();
            }
            outside.remove();
        }
        if (gate.busyClosing()) {
            ctx.channel().config().setAutoRead(false);
        }
        // Those in closing may all have been closed between the two lines.
        acceptAgain(ctx.channel());
    }

    /** By any thread. */
    private void acceptAgain(Channel listening) {
        listening.eventLoop().execute(() -> {
            if (outside.isEmpty() && !listening.config().isAutoRead() && !gate.busyClosing()) {
                listening.config().setAutoRead(true);
            }
        });
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        outside.forEach(connection -> connection.unsafe().closeForcibly());
        outside.clear();
        ctx.fireChannelInactive();
    }

    /** Where no descriptor is left, accepting fails: it is tried again a little later, and told once a minute. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Instant now = clock.instant();
        if (toldAt == null || Duration.between(toldAt, now).compareTo(TOLD_AGAIN) >= 0) {
            toldAt = now;
            LOG.warn(
                    "http: connections cannot be accepted ({}); raise ulimit -n (LimitNOFILE in a service)",
                    cause instanceof IOException ? cause.getMessage() : cause.toString());
        }
        Channel listening = ctx.channel();
        listening.config().setAutoRead(false);
        listening.eventLoop().schedule(() -> listening.config().setAutoRead(true), PAUSE_MS, TimeUnit.MILLISECONDS);
    }
}
