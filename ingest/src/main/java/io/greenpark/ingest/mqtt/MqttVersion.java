package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.park.deadletter.RejectReason;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodes;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * A client's version of MQTT, as far as answers to 3.1.1 and 5 differ.
 *
 * @param reasons whether answers carry reason codes (MQTT 5)
 * @param problemInformation whether the client wants reason strings (MQTT 5.0, 3.1.2.11.7)
 * @param maxPacketBytes the largest packet the client takes (MQTT 5.0, 3.1.2.11.4)
 */
record MqttVersion(boolean reasons, boolean problemInformation, long maxPacketBytes) {
    static final MqttVersion V3 = new MqttVersion(false, false, Long.MAX_VALUE);

    /** A packet with a reason string is at most this much longer than the string. */
    private static final int PACKET_OVERHEAD = 32;

    private static final int SUBSCRIPTION_FAILURE_3 = 0x80;

    static MqttVersion of(MqttConnectMessage connect) {
        if (connect.variableHeader().version() < MqttSignIn.MQTT_5) {
            return V3;
        }
        MqttProperties sent = connect.variableHeader().properties();
        Integer wantsProblems = integer(sent, MqttProperties.REQUEST_PROBLEM_INFORMATION);
        Integer max = integer(sent, MqttProperties.MAXIMUM_PACKET_SIZE);
        return new MqttVersion(
                true,
                wantsProblems == null || wantsProblems != 0,
                max == null ? Long.MAX_VALUE : Integer.toUnsignedLong(max));
    }

    private static @Nullable Integer integer(MqttProperties properties, int id) {
        return properties.getProperty(id) instanceof MqttProperties.IntegerProperty p ? p.value() : null;
    }

    /**
     * A reason string, if this client takes one.
     *
     * @param always whether it is for CONNACK or DISCONNECT, which may always carry one
     */
    MqttProperties reason(String detail, boolean always) {
        if (!reasons || !(problemInformation || always)) {
            return MqttProperties.NO_PROPERTIES;
        }
        // A character takes at most three bytes; a surrogate pair takes four for two.
        return Math.min(detail.length(), MqttAnswers.LONGEST_REASON) * 3L + PACKET_OVERHEAD > maxPacketBytes
                ? MqttProperties.NO_PROPERTIES
                : MqttAnswers.reason(detail);
    }

    MqttMessage pubAck(int packetId, IntakeResult result) {
        RejectReason reason = result.reason();
        return reason == null || !reasons
                ? MqttAnswers.pubAck(packetId)
                : MqttAnswers.pubAck(packetId, MqttAnswers.code(reason), reason(result.detail(), false));
    }

    /** The keep-alive in force, in seconds; 0 for none. */
    int keepAliveS(MqttConnectMessage connect, MqttConfig.ClientLimits limits) {
        int asked = connect.variableHeader().keepAliveTimeSeconds();
        int max = (int) limits.maxKeepAlive().toSeconds();
        return reasons && (asked == 0 || asked > max) ? max : asked;
    }

    /** Fires after one and a half times the keep-alive without a packet (MQTT 3.1.1 and 5.0, 3.1.2.10). */
    IdleStateHandler idle(int keepAliveS) {
        return new IdleStateHandler((int) Math.ceil(keepAliveS * 1.5), 0, 0);
    }

    /** What CONNACK says about this listener. */
    MqttProperties connAck(
            MqttConnectMessage connect, MqttConfig.ClientLimits limits, @Nullable String assignedClientId) {
        MqttProperties properties = new MqttProperties();
        if (!reasons) {
            return properties;
        }
        add(properties, MqttProperties.MAXIMUM_QOS, MqttQoS.AT_LEAST_ONCE.value());
        add(properties, MqttProperties.RETAIN_AVAILABLE, 0);
        add(properties, MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE, 0);
        add(properties, MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0);
        add(properties, MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0);
        add(properties, MqttProperties.RECEIVE_MAXIMUM, limits.receiveMaximum());
        add(properties, MqttProperties.MAXIMUM_PACKET_SIZE, limits.maxMessageBytes());
        add(properties, MqttProperties.SESSION_EXPIRY_INTERVAL, 0);
        if (keepAliveS(connect, limits) != connect.variableHeader().keepAliveTimeSeconds()) {
            add(properties, MqttProperties.SERVER_KEEP_ALIVE, keepAliveS(connect, limits));
        }
        if (assignedClientId != null) {
            properties.add(
                    new MqttProperties.StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, assignedClientId));
        }
        return properties;
    }

    private static void add(MqttProperties properties, int id, int value) {
        properties.add(new MqttProperties.IntegerProperty(id, value));
    }

    /** Refuses every filter: nothing can be subscribed to here. */
    MqttMessage subAckRefused(MqttSubscribeMessage subscribe) {
        int filters = subscribe.payload().topicSubscriptions().size();
        int code = reasons ? MqttReasonCodes.SubAck.NOT_AUTHORIZED.byteValue() & 0xFF : SUBSCRIPTION_FAILURE_3;
        return new MqttSubAckMessage(
                new MqttFixedHeader(MqttMessageType.SUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                new MqttMessageIdAndPropertiesVariableHeader(
                        subscribe.variableHeader().messageId(),
                        reason("this listener takes telemetry and publishes nothing", false)),
                new MqttSubAckPayload(Collections.nCopies(filters, code)));
    }

    MqttMessage unsubAck(MqttUnsubscribeMessage unsubscribe) {
        MqttFixedHeader header = new MqttFixedHeader(MqttMessageType.UNSUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0);
        int id = unsubscribe.variableHeader().messageId();
        if (!reasons) {
            return new MqttMessage(header, MqttMessageIdVariableHeader.from(id));
        }
        short none = MqttReasonCodes.UnsubAck.NO_SUBSCRIPTION_EXISTED.byteValue();
        return new MqttUnsubAckMessage(
                header,
                new MqttMessageIdAndPropertiesVariableHeader(id, MqttProperties.NO_PROPERTIES),
                new MqttUnsubAckPayload(
                        Collections.nCopies(unsubscribe.payload().topics().size(), none)));
    }
}
