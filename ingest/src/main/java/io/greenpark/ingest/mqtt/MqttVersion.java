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
 * Where MQTT 3.1.1 and 5 differ: what a client is told.
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
        Integer problems = integer(sent, MqttProperties.REQUEST_PROBLEM_INFORMATION);
        Integer max = integer(sent, MqttProperties.MAXIMUM_PACKET_SIZE);
        return new MqttVersion(
                true, problems == null || problems != 0, max == null ? Long.MAX_VALUE : Integer.toUnsignedLong(max));
    }

    private static @Nullable Integer integer(MqttProperties properties, int id) {
        return properties.getProperty(id) instanceof MqttProperties.IntegerProperty p ? p.value() : null;
    }

    /** A reason string, where this client can and wants to have one; CONNACK and DISCONNECT may always carry it. */
    MqttProperties reason(String detail, boolean always) {
        if (!reasons || !(problemInformation || always)) {
            return MqttProperties.NO_PROPERTIES;
        }
        // A character takes at most three bytes; a pair of surrogates takes four for two.
        return Math.min(detail.length(), MqttAnswers.LONGEST_REASON) * 3L + PACKET_OVERHEAD > maxPacketBytes
                ? MqttProperties.NO_PROPERTIES
                : MqttAnswers.reason(detail);
    }

    MqttMessage acknowledge(int packetId, IntakeResult outcome) {
        RejectReason reason = outcome.reason();
        return reason == null || !reasons
                ? MqttAnswers.pubAck(packetId)
                : MqttAnswers.pubAck(packetId, MqttAnswers.code(reason), reason(outcome.detail(), false));
    }

    /** The keep-alive in force, in seconds; 0 for none. */
    int keepAliveS(MqttConnectMessage connect, MqttConfig config) {
        int asked = connect.variableHeader().keepAliveTimeSeconds();
        int max = (int) config.maxKeepAlive().toSeconds();
        return reasons && (asked == 0 || asked > max) ? max : asked;
    }

    /** Fires when one and a half times the keep-alive passed in silence (MQTT 3.1.1 and 5.0, 3.1.2.10). */
    IdleStateHandler idle(int keepAliveS) {
        return new IdleStateHandler((int) Math.ceil(keepAliveS * 1.5), 0, 0);
    }

    /** What CONNACK says about this listener. */
    MqttProperties welcome(MqttConnectMessage connect, MqttConfig config, @Nullable String assignedClientId) {
        MqttProperties says = new MqttProperties();
        if (!reasons) {
            return says;
        }
        add(says, MqttProperties.MAXIMUM_QOS, MqttQoS.AT_LEAST_ONCE.value());
        add(says, MqttProperties.RETAIN_AVAILABLE, 0);
        add(says, MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE, 0);
        add(says, MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0);
        add(says, MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0);
        add(says, MqttProperties.RECEIVE_MAXIMUM, config.receiveMaximum());
        add(says, MqttProperties.MAXIMUM_PACKET_SIZE, config.maxMessageBytes());
        add(says, MqttProperties.SESSION_EXPIRY_INTERVAL, 0);
        if (keepAliveS(connect, config) != connect.variableHeader().keepAliveTimeSeconds()) {
            add(says, MqttProperties.SERVER_KEEP_ALIVE, keepAliveS(connect, config));
        }
        if (assignedClientId != null) {
            says.add(new MqttProperties.StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, assignedClientId));
        }
        return says;
    }

    private static void add(MqttProperties properties, int id, int value) {
        properties.add(new MqttProperties.IntegerProperty(id, value));
    }

    /** Nothing can be subscribed to here. */
    MqttMessage subscriptionRefused(MqttSubscribeMessage subscribe) {
        int filters = subscribe.payload().topicSubscriptions().size();
        int code = reasons ? MqttReasonCodes.SubAck.NOT_AUTHORIZED.byteValue() & 0xFF : SUBSCRIPTION_FAILURE_3;
        return new MqttSubAckMessage(
                new MqttFixedHeader(MqttMessageType.SUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                new MqttMessageIdAndPropertiesVariableHeader(
                        subscribe.variableHeader().messageId(),
                        reason("this listener takes telemetry and publishes nothing", false)),
                new MqttSubAckPayload(Collections.nCopies(filters, code)));
    }

    MqttMessage nothingToUnsubscribe(MqttUnsubscribeMessage unsubscribe) {
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
