package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.admission.IntakeLane;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on one event loop. Instances on one port share it; Vert.x spreads the connections over them. */
final class MqttListener extends VerticleBase {
    /** Counts for MQTT 3.1 only; later versions have no bound. */
    static final int LONGEST_CLIENT_ID = 256;

    private final MqttDoor.Shared shared;
    private final int wantedPort;
    private final boolean tls;
    private final AtomicInteger boundPort;

    MqttListener(MqttDoor.Shared shared, int wantedPort, boolean tls, AtomicInteger boundPort) {
        this.shared = shared;
        this.wantedPort = wantedPort;
        this.tls = tls;
        this.boundPort = boundPort;
    }

    @Override
    public Future<?> start() {
        IntakeLane lane = shared.intake().lane(task -> context.runOnContext(v -> task.run()));
        NetServer server = vertx.createNetServer(options());
        server.connectHandler(socket -> accept(socket, lane));
        return server.listen(wantedPort, shared.config().host())
                .onSuccess(listening -> boundPort.set(listening.actualPort()));
    }

    private NetServerOptions options() {
        NetServerOptions options =
                new NetServerOptions().setTcpNoDelay(true).setTcpKeepAlive(true).setReuseAddress(true);
        if (tls) {
            options.setSsl(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(String.valueOf(shared.config().certificate()))
                            .setKeyPath(String.valueOf(shared.config().certificateKey())));
        }
        return options;
    }

    private void accept(NetSocket socket, IntakeLane lane) {
        ChannelPipeline pipeline =
                ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        MqttConnection connection =
                new MqttConnection(shared, lane, socket.remoteAddress().hostAddress());
        pipeline.addBefore("handler", "mqttEncoder", MqttEncoder.INSTANCE);
        pipeline.addBefore(
                "handler", "mqttDecoder", new MqttDecoder(shared.config().maxMessageBytes(), LONGEST_CLIENT_ID));
        pipeline.addBefore("handler", "mqttConnection", connection);
    }
}
