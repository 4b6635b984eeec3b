package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.mqtt.packet.AnswerProperties;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Acknowledgeable;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Connect;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Subscribe;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Unsubscribe;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Wishes;
import io.greenpark.ingest.mqtt.packet.PacketLimits;
import io.greenpark.ingest.mqtt.packet.PacketWriter;
import io.greenpark.ingest.mqtt.packet.ProtocolVersion;
import io.greenpark.park.deadletter.RejectReason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one client is answered, in its version of MQTT and no larger than it takes: where a reason string would make a
 * packet too large, the packet goes without.
 */
final class MqttAnswers {
    private static final int LONGEST_REASON = 500;
    private static final int SUCCESS = 0x00;
    private static final int PACKET_ID_NOT_FOUND = 0x92;
    private static final int IMPLEMENTATION_ERROR = 0x83;
    private static final int SUBSCRIPTION_FAILURE_3 = 0x80;
    private static final int SUBSCRIPTION_NOT_AUTHORIZED = 0x87;

    private final ByteBufAllocator alloc;
    private final ProtocolVersion version;
    private final Wishes wishes;

    MqttAnswers(ByteBufAllocator alloc, ProtocolVersion version, Wishes wishes) {
        this.alloc = alloc;
        this.version = version;
        this.wishes = wishes;
    }

    /** Whether answers carry reason codes: MQTT 5. */
    boolean withReasons() {
        return version == ProtocolVersion.V5;
    }

    /** Whether the client takes a packet of this length (MQTT-3.1.2-24). */
    boolean fits(ByteBuf packet) {
        return packet.readableBytes() <= wishes.maxPacketBytes();
    }

    // Signing in

    /** @param assignedClientId null if the client named one */
    ByteBuf accepted(Connect connect, MqttConfig.ClientLimits limits, @Nullable String assignedClientId) {
        if (!withReasons()) {
            return PacketWriter.connAck(alloc, SUCCESS);
        }
        AnswerProperties says = new AnswerProperties()
                .one(AnswerProperties.SUBSCRIPTION_IDENTIFIERS_AVAILABLE, 0)
                .two(AnswerProperties.RECEIVE_MAXIMUM, limits.receiveMaximum())
                .two(AnswerProperties.TOPIC_ALIAS_MAXIMUM, PacketLimits.TOPIC_ALIAS_MAXIMUM)
                .four(AnswerProperties.MAXIMUM_PACKET_SIZE, limits.maxMessageBytes());
        if (wishes.sessionExpiryS() != 0) {
            says.four(AnswerProperties.SESSION_EXPIRY_INTERVAL, 0);
        }
        int keepAliveS = keepAliveS(connect, limits);
        if (keepAliveS != connect.keepAliveS()) {
            says.two(AnswerProperties.SERVER_KEEP_ALIVE, keepAliveS);
        }
        if (assignedClientId != null) {
            says.text(AnswerProperties.ASSIGNED_CLIENT_IDENTIFIER, assignedClientId);
        }
        return PacketWriter.connAck(alloc, SUCCESS, says);
    }

    /** The keep-alive in force, in seconds; 0 for none. */
    int keepAliveS(Connect connect, MqttConfig.ClientLimits limits) {
        int asked = connect.keepAliveS();
        int max = (int) limits.maxKeepAlive().toSeconds();
        return withReasons() && (asked == 0 || asked > max) ? max : asked;
    }

    ByteBuf refused(ConnectRefusal refusal, String detail) {
        return withReasons()
                ? refused(refusal.reasonCode(), detail)
                : PacketWriter.connAck(alloc, refusal.returnCode());
    }

    /** The refusal of an MQTT 5 client. */
    ByteBuf refused(int reasonCode, String detail) {
        return withReason(detail, reason -> {
            AnswerProperties says = new AnswerProperties();
            if (reason != null) {
                says.text(AnswerProperties.REASON_STRING, reason);
            }
            return PacketWriter.connAck(alloc, reasonCode, says);
        });
    }

    /** For an MQTT 5 client that takes no packet as large as the CONNACK that would let it in. */
    ByteBuf refusedAsTooSmall() {
        return refused(IMPLEMENTATION_ERROR, "");
    }

    // Messages

    /** The first acknowledgement that ends the sending of a message, in the form of its QoS. */
    ByteBuf acknowledged(Acknowledgeable message) {
        return message.qos() == 2
                ? PacketWriter.pubRec(alloc, message.packetId())
                : PacketWriter.pubAck(alloc, message.packetId());
    }

    ByteBuf pubAck(int packetId, IntakeResult result) {
        return isPlain(result)
                ? PacketWriter.pubAck(alloc, packetId)
                : withProblem(
                        result.detail(), reason -> PacketWriter.pubAck(alloc, packetId, code(result.reason()), reason));
    }

    ByteBuf pubRec(int packetId, IntakeResult result) {
        return isPlain(result)
                ? PacketWriter.pubRec(alloc, packetId)
                : withProblem(
                        result.detail(), reason -> PacketWriter.pubRec(alloc, packetId, code(result.reason()), reason));
    }

    /** Whether there is nothing to say, or no way to say it. */
    private boolean isPlain(IntakeResult result) {
        return !withReasons() || (result.reason() == null && result.detail().isEmpty());
    }

    /** @param known whether a message of this id waited for it */
    ByteBuf pubComp(int packetId, boolean known) {
        return known || !withReasons()
                ? PacketWriter.pubComp(alloc, packetId)
                : PacketWriter.pubComp(alloc, packetId, PACKET_ID_NOT_FOUND);
    }

    /** The MQTT 5 code of a refusal, the same in PUBACK and PUBREC (MQTT 5.0, 3.4.2.1 and 3.5.2.1). */
    private static int code(@Nullable RejectReason reason) {
        if (reason == null) {
            return SUCCESS;
        }
        return switch (reason) {
            case BAD_CREDENTIALS, FORBIDDEN_DEVICE, UNKNOWN_DEVICE -> 0x87;
            case UNKNOWN_TOPIC -> 0x90;
            default -> 0x99;
        };
    }

    // The rest

    /** Refuses every filter: nothing can be subscribed to here. */
    ByteBuf subAck(Subscribe subscribe) {
        int code = withReasons() ? SUBSCRIPTION_NOT_AUTHORIZED : SUBSCRIPTION_FAILURE_3;
        return withProblem(
                "this listener takes telemetry and publishes nothing",
                reason -> PacketWriter.subAck(alloc, version, subscribe.packetId(), subscribe.filters(), code, reason));
    }

    ByteBuf unsubAck(Unsubscribe unsubscribe) {
        return PacketWriter.unsubAck(alloc, version, unsubscribe.packetId(), unsubscribe.filters());
    }

    ByteBuf pingResp() {
        return PacketWriter.pingResp(alloc);
    }

    /** Of MQTT 5; before, a server says nothing. */
    ByteBuf disconnect(int code, String detail) {
        return withReason(detail, reason -> PacketWriter.disconnect(alloc, code, reason));
    }

    /** With a reason string only if the client asks for them (MQTT 5.0, 3.1.2.11.7). */
    private ByteBuf withProblem(String detail, Function<@Nullable String, ByteBuf> packet) {
        return wishes.problemInformation() ? withReason(detail, packet) : packet.apply(null);
    }

    private ByteBuf withReason(String detail, Function<@Nullable String, ByteBuf> packet) {
        if (detail.isEmpty() || !withReasons()) {
            return packet.apply(null);
        }
        ByteBuf whole = packet.apply(clean(detail));
        if (fits(whole)) {
            return whole;
        }
        whole.release();
        return packet.apply(null);
    }

    /** A reason string, shortened, without control characters (MQTT 5.0, 1.5.4 forbids the null character). */
    private static String clean(String detail) {
        int length = Math.min(detail.length(), LONGEST_REASON);
        if (length < detail.length() && Character.isHighSurrogate(detail.charAt(length - 1))) {
            length--;
        }
        StringBuilder clean = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = detail.charAt(i);
            clean.append(Character.isISOControl(c) ? ' ' : c);
        }
        return clean.toString();
    }
}
