package io.greenpark.ingest.mqtt;

import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.text.Bilingual;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;

/**
 * What is wrong with a packet, and how the client is told.
 *
 * @param connectCode the answer before the sign-in
 * @param disconnectCode the answer after it
 */
record MqttFault(RejectReason reason, Bilingual detail, MqttConnectReturnCode connectCode, Disconnect disconnectCode) {
    /** A packet that the decoder could not read. */
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

    /** A packet that comes before CONNECT. */
    static MqttFault beforeConnect(MqttMessage message) {
        return protocolError(MqttMessages.firstPacket(type(message)));
    }

    /** A packet that a client may not send to this listener. */
    static MqttFault unexpected(MqttMessage message) {
        return protocolError(MqttMessages.unexpectedPacket(type(message)));
    }

    private static String type(MqttMessage message) {
        return message.fixedHeader().messageType().toString();
    }

    private static MqttFault protocolError(Bilingual detail) {
        return new MqttFault(
                RejectReason.MALFORMED,
                detail,
                MqttConnectReturnCode.CONNECTION_REFUSED_PROTOCOL_ERROR,
                Disconnect.PROTOCOL_ERROR);
    }

    /** The packet id of a publication that is too large but came whole; 0 if there is none. */
    int packetId(MqttMessage message) {
        return reason == RejectReason.TOO_LARGE && message.variableHeader() instanceof MqttPublishVariableHeader header
                ? header.packetId()
                : 0;
    }

    private static MqttFault malformed(Bilingual detail, MqttConnectReturnCode connectCode) {
        return new MqttFault(RejectReason.MALFORMED, detail, connectCode, Disconnect.MALFORMED_PACKET);
    }
}
