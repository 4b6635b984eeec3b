package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.mqtt.packet.MqttPacket.Disconnect;
import io.greenpark.ingest.mqtt.packet.MqttPacket.PubRel;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Subscribe;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Unsubscribe;
import io.greenpark.ingest.mqtt.packet.Property.Place;
import io.netty.buffer.ByteBuf;
import java.util.Set;

/** Reads what a client sends beside CONNECT and PUBLISH (MQTT 3.1.1 and 5.0, 3.6, 3.8, 3.10 and 3.14). */
final class ControlReader {
    private static final Set<Integer> PUBREL_CODES = Set.of(0x00, 0x92);
    /** Those that a client may give (MQTT 5.0, 3.14.2.1). */
    private static final Set<Integer> DISCONNECT_CODES =
            Set.of(0x00, 0x04, 0x80, 0x81, 0x82, 0x83, 0x90, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99);

    private ControlReader() {}

    static PubRel pubRel(ByteBuf body, ProtocolVersion version) throws BrokenPacketException {
        int packetId = Fields.packetId(body, PacketType.PUBREL);
        if (version.isFive()) {
            reason(body, PacketType.PUBREL, PUBREL_CODES, Place.PUBREL);
        }
        Fields.end(body, PacketType.PUBREL);
        return new PubRel(packetId);
    }

    /** @param sessionExpiryS what CONNECT asked for: where it was 0 it stays so (MQTT 5.0, 3.14.2.2.2) */
    static Disconnect disconnect(ByteBuf body, ProtocolVersion version, long sessionExpiryS)
            throws BrokenPacketException {
        if (version.isFive()) {
            PropertyList properties = reason(body, PacketType.DISCONNECT, DISCONNECT_CODES, Place.DISCONNECT);
            long expiryS = properties.number(Property.SESSION_EXPIRY, 0);
            if (sessionExpiryS == 0 && expiryS != 0) {
                throw BrokenPacketException.protocolError(
                        PacketMessages.propertyValue(Property.SESSION_EXPIRY.title(), expiryS, 0, 0));
            }
        }
        Fields.end(body, PacketType.DISCONNECT);
        return new Disconnect();
    }

    /** Reason code and properties, of which trailing ones may be left out. */
    private static PropertyList reason(ByteBuf body, PacketType type, Set<Integer> allowed, Place place)
            throws BrokenPacketException {
        if (body.isReadable()) {
            int code = Fields.one(body);
            if (!allowed.contains(code)) {
                throw BrokenPacketException.malformed(PacketMessages.reasonCode(type.name(), code));
            }
        }
        return body.isReadable() ? PropertyList.read(body, place) : PropertyList.NONE;
    }

    static Subscribe subscribe(ByteBuf body, ProtocolVersion version) throws BrokenPacketException {
        int packetId = Fields.packetId(body, PacketType.SUBSCRIBE);
        if (version.isFive()) {
            PropertyList properties = PropertyList.read(body, Place.SUBSCRIBE);
            if (properties.has(Property.SUBSCRIPTION_IDENTIFIER)) {
                throw BrokenPacketException.of(new PacketFault(
                        PacketFault.Code.SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED,
                        PacketMessages.subscriptionIdentifier()));
            }
        }
        int filters = 0;
        do {
            String filter = filter(body, PacketType.SUBSCRIBE, version);
            options(Fields.one(body), filter, version);
            filters++;
        } while (body.isReadable());
        return new Subscribe(packetId, filters);
    }

    /** MQTT 5.0, 3.8.3.1; before 5 all but the QoS is reserved. */
    private static void options(int options, String filter, ProtocolVersion version) throws BrokenPacketException {
        boolean five = version.isFive();
        if ((options & (five ? 0xC0 : 0xFC)) != 0) {
            throw BrokenPacketException.malformed(PacketMessages.subscriptionOptions(options));
        }
        boolean tooHigh = (options & 0x03) == 3 || (options & 0x30) == 0x30;
        boolean noLocalButShared = five && (options & 0x04) != 0 && TopicRules.isShared(filter);
        if (tooHigh || noLocalButShared) {
            throw BrokenPacketException.protocolError(PacketMessages.subscriptionOptions(options));
        }
    }

    static Unsubscribe unsubscribe(ByteBuf body, ProtocolVersion version) throws BrokenPacketException {
        int packetId = Fields.packetId(body, PacketType.UNSUBSCRIBE);
        if (version.isFive()) {
            PropertyList.read(body, Place.UNSUBSCRIBE);
        }
        int filters = 0;
        do {
            filter(body, PacketType.UNSUBSCRIBE, version);
            filters++;
        } while (body.isReadable());
        return new Unsubscribe(packetId, filters);
    }

    private static String filter(ByteBuf body, PacketType type, ProtocolVersion version) throws BrokenPacketException {
        if (!body.isReadable()) {
            throw BrokenPacketException.protocolError(PacketMessages.noFilter(type.name()));
        }
        String filter = Fields.text(body, "topic filter");
        if (!TopicRules.isFilter(filter, version)) {
            throw BrokenPacketException.malformed(PacketMessages.badFilter());
        }
        return filter;
    }
}
