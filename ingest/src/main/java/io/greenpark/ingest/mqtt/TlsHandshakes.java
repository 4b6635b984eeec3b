package io.greenpark.ingest.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The arithmetic of TLS handshakes, milliseconds each, on threads of its own: when thousands of devices come at once, the
 * event loops go on serving those that are signed in. What a client that has given up asked for is left undone, so that
 * the time is spent on those who still wait.
 */
final class TlsHandshakes implements AutoCloseable {
    /** More than a client has to send before it is answered. */
    static final int MOST_AHEAD = 16 << 10;

    private final MqttVisitors visitors;
    private final ExecutorService threads;

    TlsHandshakes(MqttVisitors visitors, int threads) {
        this.visitors = visitors;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "mqtt-handshake-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Puts TLS first into a pipeline. The time that a client has is kept by {@link MqttPatience}. */
    void install(SslContext context, Channel channel, MqttVisit visit) {
        SslHandler tls = context.newHandler(channel.alloc(), task -> compute(task, channel, visit));
        tls.setHandshakeTimeoutMillis(0);
        channel.pipeline().addFirst("tls", tls);
        channel.pipeline().addFirst("tlsAhead", new Ahead(visit));
    }

    /** On the channel's event loop. */
    private void compute(Runnable task, Channel channel, MqttVisit visit) {
        if (!visit.startOurTurn()) {
            channel.close();
            return;
        }
        int turn = visit.turn();
        visitors.begun(visit);
        threads.execute(() -> {
            if (channel.isOpen()) {
                task.run();
            }
            channel.eventLoop().execute(() -> visit.endOurTurn(turn));
        });
    }

    /** Waits for nothing: what is under way belongs to closed channels. */
    @Override
    public void close() {
        threads.shutdown();
    }

    /** Bounds what a client sends while it is our turn, which nobody takes from it then. */
    private static final class Ahead extends ChannelInboundHandlerAdapter {
        private final MqttVisit visit;
        private int bytes;

        Ahead(MqttVisit visit) {
            this.visit = visit;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object read) {
            if (!visit.isOurTurn()) {
                bytes = 0;
            } else if (read instanceof ByteBuf buffer) {
                bytes += buffer.readableBytes();
            }
            if (bytes > MOST_AHEAD) {
                ReferenceCountUtil.release(read);
                ctx.close();
            } else {
                ctx.fireChannelRead(read);
            }
        }
    }
}
