package io.greenpark.ingest.mqtt;

import io.greenpark.config.tls.LiveIdentity;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Listens on one event loop. Instances on one port share it; Vert.x spreads the connections over them. */
final class MqttListener extends VerticleBase {
    /** Applies to MQTT 3.1 only; later versions have no bound. */
    static final int LONGEST_CLIENT_ID = 256;

    /** The most that one read of a socket brings: what a paused connection may still hold. */
    static final int LARGEST_READ = 16 << 10;

    private final MqttDoor.Shared shared;
    private final int wantedPort;
    private final String host;
    private final @Nullable LiveIdentity identity;
    private final AtomicInteger boundPort;

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
    public Future<?> start() {
        EventLoopBatcher batcher = shared.pipeline().intake().batcher(task -> context.runOnContext(v -> task.run()));
        NetServer server = vertx.createNetServer(options());
        server.connectHandler(socket -> accept(socket, batcher));
        return server.listen(wantedPort, host).onSuccess(listening -> boundPort.set(listening.actualPort()));
    }

    private NetServerOptions options() {
        NetServerOptions options =
                new NetServerOptions().setTcpNoDelay(true).setTcpKeepAlive(true).setReuseAddress(true);
        if (identity != null) {
            options.setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(identity.keyManager()));
        }
        return options;
    }

    private void accept(NetSocket socket, EventLoopBatcher batcher) {
        ChannelPipeline pipeline =
                ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        pipeline.channel().config().setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(64, 2_048, LARGEST_READ));
        MqttBackpressure backpressure = MqttBackpressure.install(batcher, pipeline, "handler");
        pipeline.addBefore("handler", "mqttEncoder", MqttEncoder.INSTANCE);
        pipeline.addBefore(
                "handler",
                "mqttDecoder",
                new MqttDecoder(shared.config().limits().maxMessageBytes(), LONGEST_CLIENT_ID));
        pipeline.addBefore(
                "handler",
                "mqttConnection",
                new MqttConnection(
                        shared, batcher, backpressure, socket.remoteAddress().hostAddress()));
    }
}
