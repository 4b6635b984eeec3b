package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.mqtt.packet.MqttPacket.Connect;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Wishes;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads the whole packets of one connection, and remembers of CONNECT what the later ones depend on. */
final class PacketReader {
    private static final MqttPacket PING = new MqttPacket.PingReq();

    private @Nullable Connect connect;
    private @Nullable PublishReader messages;

    /** What the client speaks; null until it said so. */
    @Nullable
    ProtocolVersion version() {
        return connect == null ? null : connect.version();
    }

    /** What the client takes; unknown until it said so. */
    Wishes wishes() {
        return connect == null ? Wishes.UNKNOWN : connect.wishes();
    }

    /**
     * @param firstByte that of the fixed header, which {@link HeaderRules} let pass
     * @param padded whether the packet's length took more bytes than it needs
     */
    MqttPacket read(int firstByte, ByteBuf body, boolean padded) throws BrokenPacketException {
        Connect known = connect;
        PublishReader publications = messages;
        if (known == null || publications == null) {
            return connect(body, padded);
        }
        ProtocolVersion version = known.version();
        return switch (PacketType.of(firstByte)) {
            case PUBLISH -> publications.read(firstByte, body);
            case PUBREL -> ControlReader.pubRel(body, version);
            case SUBSCRIBE -> ControlReader.subscribe(body, version);
            case UNSUBSCRIBE -> ControlReader.unsubscribe(body, version);
            case PINGREQ -> PING;
            case DISCONNECT ->
                ControlReader.disconnect(body, version, known.wishes().sessionExpiryS());
            default -> throw new IllegalStateException("the fixed header was let pass: " + firstByte);
        };
    }

    private Connect connect(ByteBuf body, boolean padded) throws BrokenPacketException {
        Connect read = ConnectReader.read(body);
        if (padded && read.version().isFive()) {
            throw BrokenPacketException.malformed(PacketMessages.badLength()).in(read.version(), read.wishes());
        }
        connect = read;
        messages = new PublishReader(read.version());
        return read;
    }
}
