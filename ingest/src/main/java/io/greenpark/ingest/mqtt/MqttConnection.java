package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.mqtt.packet.MqttPacket;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Acknowledgeable;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Broken;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Connect;
import io.greenpark.ingest.mqtt.packet.MqttPacket.PubRel;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Publish;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Subscribe;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Unsubscribe;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Wishes;
import io.greenpark.ingest.mqtt.packet.PacketFault;
import io.greenpark.ingest.mqtt.packet.ProtocolVersion;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.text.Bilingual;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
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
    private static final double KEEP_ALIVES = 1.5;

    /** How long a client that is still sending is given to see its acknowledgement. */
    private static final Duration TIME_TO_SEE = Duration.ofMillis(500);

    private final MqttDoor.Shared shared;
    private final EventLoopBatcher batcher;
    private final MqttBackpressure backpressure;
    private final MqttPatience patience;
    private final MqttVisit visit;
    /** Set once the handler is in its pipeline. */
    private @Nullable MqttWriter writerOrNull;
    /** Null until the client has signed in. */
    private @Nullable MqttSession session;

    MqttConnection(
            MqttDoor.Shared shared,
            EventLoopBatcher batcher,
            MqttBackpressure backpressure,
            MqttPatience patience,
            MqttVisit visit) {
        this.shared = shared;
        this.batcher = batcher;
        this.backpressure = backpressure;
        this.patience = patience;
        this.visit = visit;
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
        patience.await(visit);
    }

    private void closed() {
        writer().markOver();
        patience.awaitNoLonger(visit);
        batcher.closed(backpressure);
        if (session != null) {
            session.closed();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("connection from {} broke", visit.address(), cause);
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
                            DisconnectReason.KEEP_ALIVE_TIMEOUT,
                            "no packet came within one and a half times the keep-alive");
        }
    }

    // Packets

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object packet) {
        try {
            if (packet instanceof MqttPacket sent && !writer().isLeaving()) {
                take(sent);
            }
        } finally {
            if (packet instanceof Publish publish) {
                publish.payload().release();
            }
        }
    }

    /** The decoder lets CONNECT through once, first. */
    private void take(MqttPacket packet) {
        if (packet instanceof Broken broken) {
            refuse(broken);
        } else if (packet instanceof Connect connect) {
            signIn(connect);
        } else if (session == null) {
            throw new IllegalStateException("the first packet was " + packet);
        } else if (packet instanceof Publish publish) {
            session.publish(publish);
        } else if (packet instanceof PubRel pubRel) {
            session.release(pubRel.packetId());
        } else if (packet instanceof Subscribe subscribe) {
            writer().send(writer().answers().subAck(subscribe));
        } else if (packet instanceof Unsubscribe unsubscribe) {
            writer().send(writer().answers().unsubAck(unsubscribe));
        } else if (packet instanceof MqttPacket.PingReq) {
            writer().send(writer().answers().pingResp());
        } else {
            writer().close();
        }
    }

    /** A packet that breaks the standard. */
    private void refuse(Broken broken) {
        PacketFault fault = broken.fault();
        boolean tooLarge = fault.code() == PacketFault.Code.TOO_LARGE;
        RejectReason reason = tooLarge ? RejectReason.TOO_LARGE : RejectReason.MALFORMED;
        if (session == null) {
            leaveWith(
                    letter(visit.address(), null, reason, fault.detail()).ofStranger(),
                    result -> refuseStranger(broken));
            return;
        }
        leaveWith(letter(session.sender().name(), null, reason, fault.detail()), result -> {
            Acknowledgeable message = broken.tooLarge();
            if (message != null && result.status() != IntakeResult.Status.UNAVAILABLE) {
                // MQTT 3.1.1 knows no refusal: unacknowledged, the message would be sent again for ever.
                writer().sendAndClose(writer().answers().acknowledged(message), TIME_TO_SEE);
            } else {
                writer().disconnect(fault.code().number(), fault.detail().en());
            }
        });
    }

    /** Before MQTT 5 only a wrong version is answered; the rest is closed without a word (MQTT-3.1.4-1). */
    private void refuseStranger(Broken broken) {
        ProtocolVersion version = broken.version();
        PacketFault fault = broken.fault();
        if (version == ProtocolVersion.V5) {
            writer().speak(version, broken.wishes());
            writer().sendAndClose(writer().answers()
                    .refused(fault.code().number(), fault.detail().en()));
        } else if (version != null && fault.code() == PacketFault.Code.UNSUPPORTED_VERSION) {
            writer().sendAndClose(writer().answers()
                    .refused(ConnectRefusal.UNSUPPORTED_VERSION, fault.detail().en()));
        } else {
            writer().close();
        }
    }

    // Signing in

    private void signIn(Connect connect) {
        writer().speak(connect.version(), connect.wishes());
        MqttSignIn signIn =
                MqttSignIn.of(connect, shared.credentials(), shared.registry().current());
        if (signIn instanceof MqttSignIn.Denied denied) {
            deny(denied);
        } else if (signIn instanceof MqttSignIn.Granted granted) {
            welcome(connect, granted.principal());
        }
    }

    private void deny(MqttSignIn.Denied denied) {
        Duration delay = denied.reason() == RejectReason.BAD_CREDENTIALS
                ? shared.failedSignIns().note(visit.network())
                : Duration.ZERO;
        // What a stranger sends counts for its address, not for the device that it claims to be.
        leaveWith(
                letter(
                                visit.address(),
                                denied.user(),
                                denied.reason(),
                                MqttMessages.from(denied.detail(), visit.address()))
                        .ofStranger(),
                result -> later(delay, () -> writer().sendAndClose(writer().answers()
                        .refused(denied.refusal(), denied.told().en()))));
    }

    private void later(Duration delay, Runnable task) {
        if (delay.isZero()) {
            task.run();
        } else {
            writer().ctx().executor().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void welcome(Connect connect, Principal principal) {
        MqttAnswers answers = writer().answers();
        String assignedId = connect.clientId().isEmpty() ? UUID.randomUUID().toString() : null;
        ByteBuf connAck = answers.accepted(connect, shared.config().limits(), assignedId);
        if (!answers.fits(connAck)) {
            connAck.release();
            tooSmall(principal, connect.wishes());
            return;
        }
        visit.signIn();
        patience.awaitNoLonger(visit);
        shared.visitors().signedIn(visit);
        session = new MqttSession(
                shared,
                principal,
                assignedId == null ? connect.clientId() : assignedId,
                batcher,
                backpressure,
                writer());
        session.open();
        int keepAliveS = answers.keepAliveS(connect, shared.config().limits());
        if (keepAliveS > 0) {
            ChannelHandlerContext ctx = writer().ctx();
            // Fires after one and a half times the keep-alive without a packet (MQTT 3.1.1 and 5.0, 3.1.2.10).
            ctx.pipeline()
                    .addBefore(
                            ctx.name(), "idle", new IdleStateHandler((int) Math.ceil(keepAliveS * KEEP_ALIVES), 0, 0));
        }
        writer().send(connAck);
    }

    private void tooSmall(Principal principal, Wishes wishes) {
        leaveWith(
                letter(
                        principal.id(),
                        null,
                        RejectReason.MALFORMED,
                        MqttMessages.clientTooSmall(wishes.maxPacketBytes())),
                result -> writer().sendAndClose(writer().answers().refusedAsTooSmall()));
    }

    private DeadLetter letter(String sender, @Nullable String deviceId, RejectReason reason, Bilingual detail) {
        return new DeadLetter(
                Door.MQTT,
                sender,
                deviceId,
                null,
                reason,
                detail,
                "",
                shared.pipeline().clock().millis());
    }

    /** Stores a dead letter about the connection itself, then does the rest; nothing more is read. */
    private void leaveWith(DeadLetter letter, Consumer<IntakeResult> then) {
        writer().startLeaving();
        batcher.submit(backpressure, ValidatedMessage.refused(letter), then);
    }
}
