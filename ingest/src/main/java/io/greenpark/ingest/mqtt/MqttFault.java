package io.greenpark.ingest.mqtt;

import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.text.Bilingual;
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
record MqttFault(RejectReason reason, Bilingual detail, MqttConnectReturnCode connectCode, Disconnect disconnectCode) {
    static MqttFault of(Throwable cause, int maxMessageBytes) {
        if (cause instanceof TooLongFrameException) {
            return new MqttFault(
                    RejectReason.TOO_LARGE,
                    MqttMessages.tooLarge(maxMessageBytes),
                    MqttConnectReturnCode.CONNECTION_REFUSED_PACKET_TOO_LARGE,
                    Disconnect.PACKET_TOO_LARGE);
        }
        if (cause instanceof MqttUnacceptableProtocolVersionException) {
            return malformed(
                    MqttMessages.wrongVersion(),
                    MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
        }
        if (cause instanceof MqttIdentifierRejectedException) {
            return malformed(
                    MqttMessages.invalidClientId(MqttListener.LONGEST_CLIENT_ID),
                    MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
        }
        return malformed(
                MqttMessages.notMqtt(String.valueOf(cause.getMessage())),
                MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
    }

    private static MqttFault malformed(Bilingual detail, MqttConnectReturnCode connectCode) {
        return new MqttFault(RejectReason.MALFORMED, detail, connectCode, Disconnect.MALFORMED_PACKET);
    }
}
