package io.greenpark.dashboards.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final ConnectionGate gate;
    private final Clock clock;
    private final PlainHttpAnswer plainAnswer;
    private @Nullable Instant toldAt;

    AcceptHandler(ConnectionGate gate, Clock clock, PlainHttpAnswer plainAnswer) {
        this.gate = gate;
        this.clock = clock;
        this.plainAnswer = plainAnswer;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) {
        Channel connection = (Channel) accepted;
        if (!gate.admit(connection, () -> acceptAgain(ctx.channel()))) {
            connection.unsafe().closeForcibly();
            return;
        }
        plainAnswer.addTo(connection.pipeline());
        ctx.fireChannelRead(connection);
        if (gate.busyClosing()) {
            ctx.channel().config().setAutoRead(false);
            // They may all have been closed between the two lines.
            acceptAgain(ctx.channel());
        }
    }

    private void acceptAgain(Channel listening) {
        if (!listening.config().isAutoRead() && !gate.busyClosing()) {
            listening.config().setAutoRead(true);
        }
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
