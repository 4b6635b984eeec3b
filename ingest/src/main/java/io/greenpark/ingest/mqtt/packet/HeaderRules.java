package io.greenpark.ingest.mqtt.packet;

import org.jspecify.annotations.Nullable;

/** What a packet's fixed header alone says against it (MQTT 3.1.1 and 5.0, 2.1 and 2.2). */
final class HeaderRules {
    private static final int ACKNOWLEDGED = 0x02;
    private static final int DUPLICATE = 0x08;
    private static final int PUBREL_BYTES_3 = 2;

    private HeaderRules() {}

    /** @param version what the client speaks; null before CONNECT */
    static @Nullable PacketFault type(int firstByte, @Nullable ProtocolVersion version) {
        PacketType type = PacketType.of(firstByte);
        if (version == null && type != PacketType.CONNECT) {
            return PacketFault.protocolError(PacketMessages.firstPacket(type.name()));
        }
        if (version == null) {
            return flags(firstByte, 0);
        }
        return switch (type) {
            case PUBLISH -> PublishReader.judge(firstByte);
            case PUBREL, SUBSCRIBE, UNSUBSCRIBE ->
                // MQTT 3.1 marks these too where they are sent again.
                flags(version == ProtocolVersion.V3_1 ? firstByte & ~DUPLICATE : firstByte, ACKNOWLEDGED);
            case PINGREQ, DISCONNECT -> flags(firstByte, 0);
            case RESERVED -> PacketFault.malformed(PacketMessages.unexpectedPacket(type.name()));
            default -> PacketFault.protocolError(PacketMessages.unexpectedPacket(type.name()));
        };
    }

    private static @Nullable PacketFault flags(int firstByte, int expected) {
        return (firstByte & 0x0F) == expected
                ? null
                : PacketFault.malformed(
                        PacketMessages.reservedFlags(PacketType.of(firstByte).name()));
    }

    /** @param padded whether it took more bytes than it needs, which MQTT 5 forbids (MQTT-1.5.5-1) */
    static @Nullable PacketFault length(int firstByte, int length, boolean padded, @Nullable ProtocolVersion version) {
        if (version == null) {
            return null;
        }
        boolean wrong = padded && version.isFive()
                || switch (PacketType.of(firstByte)) {
                    case PINGREQ -> length != 0;
                    case PUBREL -> !version.isFive() && length != PUBREL_BYTES_3;
                    case DISCONNECT -> !version.isFive() && length != 0;
                    default -> false;
                };
        return wrong ? PacketFault.malformed(PacketMessages.badLength()) : null;
    }
}
