package io.greenpark.ingest.mqtt;

import io.greenpark.park.deadletter.RejectReason;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;

/**
 * What is wrong with a packet that could not be read.
 *
 * @param connectCode the answer if it was to be a CONNECT
 * @param disconnectCode the answer later
 */
record MqttFault(RejectReason reason, String detail, MqttConnectReturnCode connectCode, Disconnect disconnectCode) {
    static MqttFault of(Throwable cause, int maxMessageBytes) {
        if (cause instanceof TooLongFrameException) {
            return new MqttFault(
                    RejectReason.TOO_LARGE,
                    "the packet is larger than mqtt.maxMessage = " + maxMessageBytes + " bytes; send smaller messages",
                    MqttConnectReturnCode.CONNECTION_REFUSED_PACKET_TOO_LARGE,
                    Disconnect.PACKET_TOO_LARGE);
        }
        if (cause instanceof MqttUnacceptableProtocolVersionException) {
            return malformed(
                    "the protocol version is not offered; use MQTT 3.1.1 or 5",
                    MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
        }
        if (cause instanceof MqttIdentifierRejectedException) {
            return malformed(
                    "the client id is not valid", MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
        }
        return malformed(
                "the packet is not MQTT: " + cause.getMessage(),
                MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
    }

    private static MqttFault malformed(String detail, MqttConnectReturnCode connectCode) {
        return new MqttFault(RejectReason.MALFORMED, detail, connectCode, Disconnect.MALFORMED_PACKET);
    }
}
