package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.text.Bilingual;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One MQTT connection from socket to close: signs its client in, hands publications to the {@link MqttSession}, and ends
 * when the protocol is broken. Everything runs on its event loop; whatever the peer sends, only this connection suffers.
 */
final class MqttConnection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);

    private final MqttDoor.Shared shared;
    private final EventLoopBatcher batcher;
    private final MqttBackpressure backpressure;
    private final String address;
    /** Set once the handler is in its pipeline. */
    private @Nullable MqttWriter writerOrNull;
    /** Null until the client has signed in. */
    private @Nullable MqttSession session;

    MqttConnection(MqttDoor.Shared shared, EventLoopBatcher batcher, MqttBackpressure backpressure, String address) {
        this.shared = shared;
        this.batcher = batcher;
        this.backpressure = backpressure;
        this.address = address;
    }

    private MqttWriter writer() {
        MqttWriter writer = writerOrNull;
        if (writer == null) {
            throw new IllegalStateException("the connection has no channel yet");
        }
        return writer;
    }

    // Open, close, idle

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        writerOrNull = new MqttWriter(ctx, backpressure);
        ctx.channel().closeFuture().addListener(future -> closed());
        int max = shared.config().limits().maxConnections();
        int sockets = shared.sockets().incrementAndGet();
        if (sockets > max) {
            if (sockets == max + 1) {
                LOG.warn("connections are turned away, as from {}: mqtt.maxConnections = {} are open", address, max);
            }
            writer().close();
            return;
        }
        ctx.executor()
                .schedule(
                        this::connectOverdue,
                        shared.config().limits().connectTimeout().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void connectOverdue() {
        if (session == null && !writer().isLeaving()) {
            writer().close();
        }
    }

    private void closed() {
        writer().markOver();
        shared.sockets().decrementAndGet();
        batcher.closed(backpressure);
        if (session != null) {
            session.closed();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("connection from {} broke", address, cause);
        writer().close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        backpressure.updateAutoRead();
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (!(event instanceof IdleStateEvent)) {
            super.userEventTriggered(ctx, event);
        } else if (!backpressure.isPaused()) {
            writer().disconnect(
                            Disconnect.KEEP_ALIVE_TIMEOUT, "no packet came within one and a half times the keep-alive");
        }
    }

    // Packets

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object packet) {
        try {
            if (packet instanceof MqttMessage message && !writer().isLeaving()) {
                if (message.decoderResult().isFailure()) {
                    unreadable(message);
                } else if (session == null) {
                    beforeSignIn(message);
                } else if (message instanceof MqttPublishMessage publish) {
                    session.publish(publish);
                } else {
                    control(message);
                }
            }
        } finally {
            ReferenceCountUtil.release(packet);
        }
    }

    private void control(MqttMessage message) {
        switch (message.fixedHeader().messageType()) {
            case PUBREL ->
                writer().send(MqttAnswers.pubComp(
                        ((MqttMessageIdVariableHeader) message.variableHeader()).messageId()));
            case SUBSCRIBE -> writer().send(writer().version().subAckRefused((MqttSubscribeMessage) message));
            case UNSUBSCRIBE -> writer().send(writer().version().unsubAck((MqttUnsubscribeMessage) message));
            case PINGREQ -> writer().send(MqttMessage.PINGRESP);
            case DISCONNECT -> writer().close();
            default -> {
                MqttFault fault = MqttFault.unexpected(message);
                refuse(fault, result -> writer().disconnect(fault.disconnectCode(), result.detail()));
            }
        }
    }

    /** A packet that the decoder could not read. */
    private void unreadable(MqttMessage message) {
        MqttFault fault = MqttFault.of(
                message.decoderResult().cause(), shared.config().limits().maxMessageBytes());
        if (session == null) {
            refuse(fault, result -> writer().sendAndClose(
                            MqttAnswers.connAck(fault.connectCode(), MqttProperties.NO_PROPERTIES)));
            return;
        }
        int packetId = writer().version().reasons() ? 0 : fault.packetId(message);
        refuse(fault, result -> {
            if (packetId > 0 && result.status() != IntakeResult.Status.UNAVAILABLE) {
                // MQTT 3.1.1 knows no refusal: unacknowledged, the message would be sent again for ever.
                writer().write(MqttAnswers.pubAck(packetId));
            }
            writer().disconnect(fault.disconnectCode(), fault.detail().en());
        });
    }

    private void refuse(MqttFault fault, Consumer<IntakeResult> then) {
        String sender = session == null ? address : session.sender().name();
        leaveWith(sender, null, fault.reason(), fault.detail(), then);
    }

    // Signing in

    private void beforeSignIn(MqttMessage message) {
        if (!(message instanceof MqttConnectMessage connect)) {
            refuse(MqttFault.beforeConnect(message), result -> writer().close());
            return;
        }
        writer().version(MqttVersion.of(connect));
        MqttSignIn signIn =
                MqttSignIn.of(connect, shared.credentials(), shared.registry().current());
        if (signIn instanceof MqttSignIn.Denied denied) {
            deny(denied);
        } else if (signIn instanceof MqttSignIn.Granted granted) {
            grant(connect, granted.principal());
        }
    }

    private void deny(MqttSignIn.Denied denied) {
        leaveWith(
                denied.user() == null ? address : denied.user(),
                denied.user(),
                denied.reason(),
                MqttMessages.from(denied.detail(), address),
                result -> writer().sendAndClose(MqttAnswers.connAck(
                        denied.code(), writer().version().reason(denied.detail().en(), true))));
    }

    private void grant(MqttConnectMessage connect, Principal principal) {
        MqttVersion version = writer().version();
        String sentId = connect.payload().clientIdentifier();
        String assignedId =
                sentId == null || sentId.isEmpty() ? UUID.randomUUID().toString() : null;
        session = new MqttSession(
                shared, principal, assignedId == null ? sentId : assignedId, batcher, backpressure, writer());
        session.open();
        int keepAliveS = version.keepAliveS(connect, shared.config().limits());
        if (keepAliveS > 0) {
            ChannelHandlerContext ctx = writer().ctx();
            ctx.pipeline().addBefore(ctx.name(), "idle", version.idle(keepAliveS));
        }
        writer().send(MqttAnswers.connAck(
                MqttConnectReturnCode.CONNECTION_ACCEPTED,
                version.connAck(connect, shared.config().limits(), assignedId)));
    }

    /** Stores a dead letter about the connection itself, then does the rest; nothing more is read. */
    private void leaveWith(
            String sender,
            @Nullable String deviceId,
            RejectReason reason,
            Bilingual detail,
            Consumer<IntakeResult> then) {
        writer().startLeaving();
        long now = shared.pipeline().clock().millis();
        DeadLetter letter = new DeadLetter(Door.MQTT, sender, deviceId, null, reason, detail, "", now, session == null);
        batcher.submit(backpressure, ValidatedMessage.refused(letter), then);
    }
}
