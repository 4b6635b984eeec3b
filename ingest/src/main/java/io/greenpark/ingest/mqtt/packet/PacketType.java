package io.greenpark.ingest.mqtt.packet;

/** The packet types in the order of their numbers (MQTT 5.0, 2.1.2). */
enum PacketType {
    RESERVED,
    CONNECT,
    CONNACK,
    PUBLISH,
    PUBACK,
    PUBREC,
    PUBREL,
    PUBCOMP,
    SUBSCRIBE,
    SUBACK,
    UNSUBSCRIBE,
    UNSUBACK,
    PINGREQ,
    PINGRESP,
    DISCONNECT,
    AUTH;

    private static final PacketType[] BY_NUMBER = values();

    static PacketType of(int firstByte) {
        return BY_NUMBER[firstByte >> 4 & 0x0F];
    }

    /** The first byte of a packet of this type whose flags are all 0. */
    int firstByte() {
        return ordinal() << 4;
    }
}
