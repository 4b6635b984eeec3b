package io.greenpark.ingest.mqtt.packet;

import io.greenpark.park.text.Bilingual;

/** What is wrong with a packet. */
public record PacketFault(Code code, Bilingual detail) {
    /** The reason codes of MQTT 5, the same in CONNACK and DISCONNECT (MQTT 5.0, 2.4). */
    public enum Code {
        MALFORMED(0x81),
        PROTOCOL_ERROR(0x82),
        UNSUPPORTED_VERSION(0x84),
        TOPIC_NAME_INVALID(0x90),
        TOPIC_ALIAS_INVALID(0x94),
        TOO_LARGE(0x95),
        SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED(0xA1);

        private final int number;

        Code(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    static PacketFault malformed(Bilingual detail) {
        return new PacketFault(Code.MALFORMED, detail);
    }

    static PacketFault protocolError(Bilingual detail) {
        return new PacketFault(Code.PROTOCOL_ERROR, detail);
    }
}
