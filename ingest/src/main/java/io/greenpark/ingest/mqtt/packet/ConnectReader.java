package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.mqtt.packet.MqttPacket.Connect;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Login;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Wishes;
import io.greenpark.ingest.mqtt.packet.Property.Place;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads CONNECT (MQTT 3.1.1 and 5.0, 3.1). */
final class ConnectReader {
    /** Protocol name and level: what must have come before a client's version is known. */
    static final int BYTES_OF_VERSION = 7;

    private static final PacketType TYPE = PacketType.CONNECT;
    private static final int BRIDGE = 0x80;
    private static final int RESERVED = 0x01;
    private static final int CLEAN_START = 0x02;
    private static final int WILL = 0x04;
    private static final int WILL_RETAIN = 0x20;
    private static final int PASSWORD = 0x40;
    private static final int USER_NAME = 0x80;

    private ConnectReader() {}

    static Connect read(ByteBuf body) throws BrokenPacketException {
        ProtocolVersion version = version(body);
        Wishes wishes = version.isFive() ? Wishes.UNKNOWN : Wishes.NONE;
        try {
            int flags = Fields.one(body);
            int keepAliveS = Fields.two(body);
            if (version.isFive()) {
                wishes = wishes(PropertyList.read(body, Place.CONNECT));
            }
            check(flags, version);
            return rest(body, version, flags, keepAliveS, wishes);
        } catch (BrokenPacketException e) {
            throw e.in(version, wishes);
        }
    }

    /** What a client speaks, of a CONNECT that is not read; null if it is none of the versions offered. */
    static @Nullable ProtocolVersion peek(ByteBuf bytes) {
        try {
            return version(bytes.duplicate());
        } catch (BrokenPacketException e) {
            return null;
        }
    }

    private static ProtocolVersion version(ByteBuf body) throws BrokenPacketException {
        String name = Fields.text(body, "protocol name");
        int level = Fields.one(body);
        if (name.equals("MQIsdp")) {
            if (level != 3) {
                throw unsupported(level, ProtocolVersion.V3_1);
            }
            return ProtocolVersion.V3_1;
        }
        if (!name.equals("MQTT")) {
            throw BrokenPacketException.malformed(PacketMessages.protocolName());
        }
        return switch (level) {
            case 4 -> ProtocolVersion.V3_1_1;
            case 5 -> ProtocolVersion.V5;
            default ->
                throw unsupported(level, level < 5 || level >= BRIDGE ? ProtocolVersion.V3_1_1 : ProtocolVersion.V5);
        };
    }

    /** A bridge that says so by the highest bit understands the refusal of MQTT 3.1.1 only, and then leaves the bit out. */
    private static BrokenPacketException unsupported(int level, ProtocolVersion understood) {
        return BrokenPacketException.of(
                        new PacketFault(PacketFault.Code.UNSUPPORTED_VERSION, PacketMessages.wrongVersion(level)))
                .in(understood, Wishes.UNKNOWN);
    }

    private static Connect rest(ByteBuf body, ProtocolVersion version, int flags, int keepAliveS, Wishes wishes)
            throws BrokenPacketException {
        String clientId = Fields.text(body, "client id");
        if ((flags & WILL) != 0) {
            skipWill(body, version);
        }
        String userName = (flags & USER_NAME) != 0 ? Fields.text(body, "user name") : null;
        String password = (flags & PASSWORD) != 0 ? Fields.binary(body).toString(StandardCharsets.UTF_8) : null;
        Fields.end(body, TYPE);
        return new Connect(
                version, (flags & CLEAN_START) != 0, keepAliveS, clientId, new Login(userName, password), wishes);
    }

    private static void check(int flags, ProtocolVersion version) throws BrokenPacketException {
        int willQos = flags >> 3 & 3;
        if ((flags & RESERVED) != 0) {
            throw BrokenPacketException.malformed(PacketMessages.reservedConnectFlag());
        }
        if ((flags & WILL) == 0 && (willQos != 0 || (flags & WILL_RETAIN) != 0) || willQos == 3) {
            throw BrokenPacketException.malformed(PacketMessages.willFlags());
        }
        if (!version.isFive() && (flags & PASSWORD) != 0 && (flags & USER_NAME) == 0) {
            throw BrokenPacketException.malformed(PacketMessages.passwordAlone());
        }
    }

    private static Wishes wishes(PropertyList sent) throws BrokenPacketException {
        boolean method = sent.has(Property.AUTHENTICATION_METHOD);
        if (sent.has(Property.AUTHENTICATION_DATA) && !method) {
            throw BrokenPacketException.protocolError(PacketMessages.authenticationDataAlone());
        }
        return new Wishes(
                sent.number(Property.REQUEST_PROBLEM_INFORMATION, 1) != 0,
                sent.number(Property.MAXIMUM_PACKET_SIZE, Long.MAX_VALUE),
                sent.number(Property.SESSION_EXPIRY, 0),
                method);
    }

    private static void skipWill(ByteBuf body, ProtocolVersion version) throws BrokenPacketException {
        if (version.isFive()) {
            PropertyList.read(body, Place.WILL);
        }
        String topic = Fields.text(body, "will topic");
        if (topic.isEmpty()) {
            throw BrokenPacketException.malformed(PacketMessages.emptyTopic());
        }
        if (TopicRules.hasWildcard(topic)) {
            throw BrokenPacketException.of(
                    new PacketFault(PacketFault.Code.TOPIC_NAME_INVALID, PacketMessages.wildcards("will topic")));
        }
        Fields.binary(body);
    }
}
