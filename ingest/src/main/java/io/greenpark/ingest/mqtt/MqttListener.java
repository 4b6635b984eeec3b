package io.greenpark.ingest.mqtt;

import io.greenpark.config.tls.LiveIdentity;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.mqtt.packet.PacketDecoder;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Listens on one event loop. Instances on one port share it; Vert.x spreads the connections over them. */
final class MqttListener extends VerticleBase {
    /** The most that one read of a socket brings: what a paused connection may still hold. */
    static final int LARGEST_READ = 16 << 10;

    private final MqttDoor.Shared shared;
    private final int wantedPort;
    private final String host;
    private final @Nullable LiveIdentity identity;
    private final AtomicInteger boundPort;
    /** Shows the newest certificate at every handshake; null without TLS. */
    private @Nullable SslContext tls;

    /**
     * @param identity for a listener with TLS; null for one without
     */
    MqttListener(
            MqttDoor.Shared shared,
            String host,
            int wantedPort,
            @Nullable LiveIdentity identity,
            AtomicInteger boundPort) {
        this.shared = shared;
        this.wantedPort = wantedPort;
        this.host = host;
        this.identity = identity;
        this.boundPort = boundPort;
    }

    @Override
    public Future<?> start() throws SSLException {
        if (identity != null) {
            tls = SslContextBuilder.forServer(identity.keyManager())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        }
        EventLoopBatcher batcher = shared.pipeline().intake().batcher(task -> context.runOnContext(v -> task.run()));
        NetServer server = vertx.createNetServer(
                new NetServerOptions().setTcpNoDelay(true).setTcpKeepAlive(true).setReuseAddress(true));
        Duration timeout = shared.config().limits().connectTimeout();
        MqttPatience patience = new MqttPatience(shared.visitors(), timeout, System::nanoTime);
        vertx.setPeriodic(MqttPatience.every(timeout).toMillis(), timer -> patience.look());
        server.connectHandler(socket -> accept(socket, batcher, patience));
        return server.listen(wantedPort, host).onSuccess(listening -> boundPort.set(listening.actualPort()));
    }

    private void accept(NetSocket socket, EventLoopBatcher batcher, MqttPatience patience) {
        ChannelPipeline pipeline =
                ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        pipeline.channel().config().setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(64, 2_048, LARGEST_READ));
        MqttVisit visit = MqttAcceptGate.visitOf(pipeline.channel(), shared.visitors());
        if (tls != null) {
            // Not by Vert.x, which shows a socket only after its handshake: those who shake hands are counted and timed
            // too.
            shared.handshakes().install(tls, pipeline.channel(), visit);
        }
        MqttBackpressure backpressure = MqttBackpressure.install(batcher, pipeline, "handler");
        pipeline.addBefore(
                "handler",
                "mqttDecoder",
                new PacketDecoder(shared.config().limits().maxMessageBytes()));
        pipeline.addBefore(
                "handler", "mqttConnection", new MqttConnection(shared, batcher, backpressure, patience, visit));
    }
}
