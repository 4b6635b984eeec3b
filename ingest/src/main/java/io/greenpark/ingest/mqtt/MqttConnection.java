package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.Backpressure;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.text.Bilingual;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
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
 * One MQTT connection. Everything runs on its event loop. A publication is acknowledged when the intake says that
 * everything about it is durable, never before; whatever the peer sends, only this connection suffers.
 */
final class MqttConnection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);

    /** How far the connection has come. */
    private enum ConnectionPhase {
        /** No CONNECT yet. */
        NEW,
        /** The client was turned away and is told once its dead letter is durable. */
        LEAVING,
        /** Signed in. */
        OPEN
    }

    private final MqttDoor.Shared shared;
    private final EventLoopBatcher batcher;
    private final String address;
    private final Backpressure backpressure = new ConnectionFlow();
    private final MqttReadGate readGate = new MqttReadGate(this::mayRead);
    private ConnectionPhase state = ConnectionPhase.NEW;

    // Set with the channel, and with the sign-in; null before.
    private @Nullable MqttWriter writer;
    private @Nullable MessageSender sender;
    private @Nullable MqttPublications publications;
    private MqttDoor.@Nullable SessionKey session;

    MqttConnection(MqttDoor.Shared shared, EventLoopBatcher batcher, String address) {
        this.shared = shared;
        this.batcher = batcher;
        this.address = address;
    }

    private final class ConnectionFlow extends Backpressure {
        @Override
        protected void pause() {
            readOn();
        }

        @Override
        protected void resume() {
            readGate.open();
            readOn();
        }

        @Override
        protected void answered() {
            writer().flush();
        }
    }

    private MqttWriter writer() {
        MqttWriter known = writer;
        if (known == null) {
            throw new IllegalStateException("the connection has no channel yet");
        }
        return known;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        writer = new MqttWriter(ctx);
        ctx.channel().closeFuture().addListener(future -> closed());
        int max = shared.config().maxConnections();
        int sockets = shared.sockets().incrementAndGet();
        if (sockets > max) {
            if (sockets == max + 1) {
                LOG.warn("connections are turned away, as from {}: mqtt.maxConnections = {} are open", address, max);
            }
            writer().close();
            return;
        }
        ctx.executor()
                .schedule(this::connectOverdue, shared.config().connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void connectOverdue() {
        if (state == ConnectionPhase.NEW) {
            writer().close();
        }
    }

    private void closed() {
        writer().closed();
        shared.sockets().decrementAndGet();
        batcher.closed(backpressure);
        if (session != null) {
            shared.sessions().remove(session, this);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("connection from {} broke", address, cause);
        writer().close();
    }

    /** A client that does not fetch its acknowledgements is not listened to either. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        readOn();
        ctx.fireChannelWritabilityChanged();
    }

    /** What belongs before the decoder. */
    MqttReadGate readGate() {
        return readGate;
    }

    /** Whether bytes may be decoded; where there is no room for what they hold, the connection pauses instead. */
    private boolean mayRead(int bytes) {
        // A client that is only signing in brings nothing yet, and must not be kept waiting for its CONNACK.
        return state != ConnectionPhase.OPEN || writer().isOver() || batcher.mayRead(backpressure, bytes);
    }

    private void readOn() {
        Channel channel = writer().ctx().channel();
        channel.config().setAutoRead(!backpressure.isPaused() && channel.isWritable());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (!(event instanceof IdleStateEvent)) {
            super.userEventTriggered(ctx, event);
        } else if (!backpressure.isPaused()) {
            writer().leave(
                            Disconnect.KEEP_ALIVE_TIMEOUT,
                            "nothing was heard for one and a half times the keep-alive time");
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object packet) {
        try {
            if (packet instanceof MqttMessage message && state != ConnectionPhase.LEAVING && !writer().isOver()) {
                if (message.decoderResult().isFailure()) {
                    unreadable(message);
                } else {
                    handle(message);
                }
            }
        } finally {
            ReferenceCountUtil.release(packet);
        }
    }

    private void handle(MqttMessage message) {
        if (message instanceof MqttConnectMessage connect && state == ConnectionPhase.NEW) {
            connect(connect);
        } else if (state == ConnectionPhase.NEW) {
            refuse(
                    RejectReason.MALFORMED,
                    MqttMessages.firstPacket(message.fixedHeader().messageType().toString()),
                    o -> writer().close());
        } else if (message instanceof MqttPublishMessage publish) {
            publish(publish);
        } else {
            other(message);
        }
    }

    private void other(MqttMessage message) {
        switch (message.fixedHeader().messageType()) {
            case PUBREL ->
                writer().send(MqttAnswers.pubComp(
                        ((MqttMessageIdVariableHeader) message.variableHeader()).messageId()));
            case SUBSCRIBE -> writer().send(writer().version().subscriptionRefused((MqttSubscribeMessage) message));
            case UNSUBSCRIBE ->
                writer().send(writer().version().nothingToUnsubscribe((MqttUnsubscribeMessage) message));
            case PINGREQ -> writer().send(MqttMessage.PINGRESP);
            case DISCONNECT -> writer().close();
            default ->
                refuse(
                        RejectReason.MALFORMED,
                        MqttMessages.unexpectedPacket(
                                message.fixedHeader().messageType().toString()),
                        o -> writer().leave(Disconnect.PROTOCOL_ERROR, o.detail()));
        }
    }

    // Signing in

    private void connect(MqttConnectMessage connect) {
        writer().speak(MqttVersion.of(connect));
        MqttSignIn signIn =
                MqttSignIn.of(connect, shared.credentials(), shared.registry().current());
        if (signIn instanceof MqttSignIn.TurnedAway away) {
            turnAway(away);
        } else if (signIn instanceof MqttSignIn.Welcome welcome) {
            welcome(connect, welcome.principal());
        }
    }

    private void turnAway(MqttSignIn.TurnedAway away) {
        state = ConnectionPhase.LEAVING;
        batcher.submit(
                backpressure,
                ValidatedMessage.refused(MessageValidators.refusal(
                        Door.MQTT,
                        away.user() == null ? address : away.user(),
                        away.user(),
                        away.reason(),
                        MqttMessages.from(away.detail(), address),
                        "",
                        shared.clock().millis())),
                outcome -> writer().sendAndClose(MqttAnswers.connAck(
                        away.code(), writer().version().reason(away.detail().en(), true))));
    }

    private void welcome(MqttConnectMessage connect, Principal principal) {
        String clientId = connect.payload().clientIdentifier();
        boolean assigned = clientId == null || clientId.isEmpty();
        String id = assigned ? UUID.randomUUID().toString() : clientId;
        MessageSender signedIn = MessageSender.of(principal);
        sender = signedIn;
        publications = new MqttPublications(
                shared.validators().validator(signedIn, Door.MQTT),
                !writer().version().reasons(),
                shared.clock());
        session = new MqttDoor.SessionKey(principal.kind() + " " + principal.id(), id);
        state = ConnectionPhase.OPEN;
        MqttConnection former = shared.sessions().put(session, this);
        if (former != null) {
            former.takenOver();
        }
        int keepAliveS = writer().version().keepAliveS(connect, shared.config());
        if (keepAliveS > 0) {
            ChannelHandlerContext ctx = writer().ctx();
            ctx.pipeline().addBefore(ctx.name(), "idle", writer().version().idle(keepAliveS));
        }
        writer().send(MqttAnswers.connAck(
                MqttConnectReturnCode.CONNECTION_ACCEPTED,
                writer().version().welcome(connect, shared.config(), assigned ? id : null)));
    }

    /** The same sender connected again under this client id; from the thread of the new connection. */
    private void takenOver() {
        writer().ctx().executor().execute(() -> writer().leave(
                        Disconnect.SESSION_TAKEN_OVER, "the same client id connected again"));
    }

    // Publications

    private void publish(MqttPublishMessage message) {
        MqttQoS qos = message.fixedHeader().qosLevel();
        int packetId = message.variableHeader().packetId();
        ValidatedMessage judged = publications().judge(message);
        if (publications().isTooMuch(qos)) {
            state = ConnectionPhase.LEAVING;
            batcher.submit(backpressure, judged, outcome -> writer().leave(
                            Disconnect.QOS_NOT_SUPPORTED, "the maximum QoS is 1, as CONNACK said"));
        } else {
            batcher.submit(backpressure, judged, outcome -> answer(qos, packetId, outcome));
        }
    }

    private MqttPublications publications() {
        MqttPublications known = publications;
        if (known == null) {
            throw new IllegalStateException("nobody has signed in");
        }
        return known;
    }

    private void answer(MqttQoS qos, int packetId, IntakeResult outcome) {
        if (writer().isOver()) {
            return;
        }
        if (outcome.kind() == IntakeResult.Status.UNAVAILABLE) {
            // Not acknowledged: the client connects again and repeats (MQTT 3.1.1, 4.4).
            writer().leave(Disconnect.SERVER_BUSY, outcome.detail());
        } else if (qos == MqttQoS.AT_LEAST_ONCE) {
            writer().write(writer().version().acknowledge(packetId, outcome));
        } else if (qos == MqttQoS.EXACTLY_ONCE) {
            writer().write(MqttAnswers.pubRec(packetId));
        }
    }

    // Packets that break the protocol

    private void unreadable(MqttMessage message) {
        Throwable cause = message.decoderResult().cause();
        MqttFault fault = MqttFault.of(cause, shared.config().maxMessageBytes());
        if (state == ConnectionPhase.NEW) {
            refuse(fault.reason(), fault.detail(), o -> writer().sendAndClose(
                            MqttAnswers.connAck(fault.connectCode(), MqttProperties.NO_PROPERTIES)));
            return;
        }
        int packetId = fault.reason() == RejectReason.TOO_LARGE
                        && message.variableHeader() instanceof MqttPublishVariableHeader header
                        && !writer().version().reasons()
                ? header.packetId()
                : 0;
        refuse(fault.reason(), fault.detail(), outcome -> {
            if (packetId > 0 && outcome.kind() != IntakeResult.Status.UNAVAILABLE) {
                // MQTT 3.1.1 knows no refusal: unacknowledged, the message would come again for ever.
                writer().write(MqttAnswers.pubAck(packetId));
            }
            writer().leave(fault.disconnectCode(), fault.detail().en());
        });
    }

    /** Keeps a dead letter about the connection itself, then goes on; nothing more is read. */
    private void refuse(RejectReason reason, Bilingual detail, Consumer<IntakeResult> then) {
        state = ConnectionPhase.LEAVING;
        batcher.submit(
                backpressure,
                ValidatedMessage.refused(MessageValidators.refusal(
                        Door.MQTT,
                        sender == null ? address : sender.name(),
                        null,
                        reason,
                        detail,
                        "",
                        shared.clock().millis())),
                then);
    }
}
