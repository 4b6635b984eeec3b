package io.greenpark.ingest.mqtt;

import io.greenpark.park.deadletter.RejectReason;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes;
import io.netty.handler.codec.mqtt.MqttReasonCodes.PubAck;

/** The packets that the listener sends. */
final class MqttAnswers {
    static final int LONGEST_REASON = 500;

    private static final MqttFixedHeader CONNACK = header(MqttMessageType.CONNACK, MqttQoS.AT_MOST_ONCE);
    private static final MqttFixedHeader PUBACK = header(MqttMessageType.PUBACK, MqttQoS.AT_MOST_ONCE);
    private static final MqttFixedHeader PUBREC = header(MqttMessageType.PUBREC, MqttQoS.AT_MOST_ONCE);
    private static final MqttFixedHeader PUBCOMP = header(MqttMessageType.PUBCOMP, MqttQoS.AT_MOST_ONCE);
    private static final MqttFixedHeader DISCONNECT = header(MqttMessageType.DISCONNECT, MqttQoS.AT_MOST_ONCE);

    private MqttAnswers() {}

    private static MqttFixedHeader header(MqttMessageType type, MqttQoS qos) {
        return new MqttFixedHeader(type, false, qos, false, 0);
    }

    static MqttMessage connAck(MqttConnectReturnCode code, MqttProperties properties) {
        return new MqttConnAckMessage(CONNACK, new MqttConnAckVariableHeader(code, false, properties));
    }

    static MqttMessage pubAck(int packetId) {
        return new MqttMessage(PUBACK, MqttMessageIdVariableHeader.from(packetId));
    }

    /** An MQTT 5 refusal of a message (MQTT 5.0, 3.4). */
    static MqttMessage pubAck(int packetId, PubAck code, MqttProperties properties) {
        return new MqttMessage(PUBACK, new MqttPubReplyMessageVariableHeader(packetId, code.byteValue(), properties));
    }

    static MqttMessage pubRec(int packetId) {
        return new MqttMessage(PUBREC, MqttMessageIdVariableHeader.from(packetId));
    }

    static MqttMessage pubComp(int packetId) {
        return new MqttMessage(PUBCOMP, MqttMessageIdVariableHeader.from(packetId));
    }

    static MqttMessage disconnect(MqttReasonCodes.Disconnect code, MqttProperties properties) {
        return new MqttMessage(DISCONNECT, new MqttReasonCodeAndPropertiesVariableHeader(code.byteValue(), properties));
    }

    /** A reason string, shortened, without control characters (MQTT 5.0, 1.5.4 forbids the null character). */
    static MqttProperties reason(String detail) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < Math.min(detail.length(), LONGEST_REASON); i++) {
            char c = detail.charAt(i);
            clean.append(Character.isISOControl(c) ? ' ' : c);
        }
        MqttProperties properties = new MqttProperties();
        properties.add(new MqttProperties.StringProperty(MqttProperties.REASON_STRING, clean.toString()));
        return properties;
    }

    /** The MQTT 5 code of a refusal (MQTT 5.0, 3.4.2.1). */
    static PubAck code(RejectReason reason) {
        return switch (reason) {
            case BAD_CREDENTIALS, FORBIDDEN_DEVICE, UNKNOWN_DEVICE -> PubAck.NOT_AUTHORIZED;
            case UNKNOWN_TOPIC -> PubAck.TOPIC_NAME_INVALID;
            default -> PubAck.PAYLOAD_FORMAT_INVALID;
        };
    }
}
