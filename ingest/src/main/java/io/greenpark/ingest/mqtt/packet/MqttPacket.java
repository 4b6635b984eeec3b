package io.greenpark.ingest.mqtt.packet;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** What a client sent: a packet that keeps the standard, or the first that does not. */
public sealed interface MqttPacket {
    /** Fixed header, flags, reason code, length of no properties. */
    int SHORTEST_CONNACK_5 = 5;

    /**
     * A client introduces itself. Its will is read and forgotten: nobody can subscribe to it here.
     *
     * @param clientId empty if the listener is to choose one
     */
    record Connect(
            ProtocolVersion version, boolean cleanStart, int keepAliveS, String clientId, Login login, Wishes wishes)
            implements MqttPacket {}

    /** User name and password; null what was not sent. */
    record Login(@Nullable String userName, @Nullable String password) {
        /** Names no secret: a user name may be a token. */
        @Override
        public String toString() {
            return "login";
        }
    }

    /**
     * What an MQTT 5 client asks for; an older one asks for nothing.
     *
     * @param problemInformation whether it takes reason strings (MQTT 5.0, 3.1.2.11.7)
     * @param maxPacketBytes the largest packet it takes (MQTT 5.0, 3.1.2.11.4)
     * @param sessionExpiryS how long it wants its session to be kept, in seconds
     * @param enhancedAuthentication whether it wants to sign in otherwise than by user name and password
     */
    record Wishes(
            boolean problemInformation, long maxPacketBytes, long sessionExpiryS, boolean enhancedAuthentication) {
        public static final Wishes NONE = new Wishes(true, Long.MAX_VALUE, 0, false);

        /** Of a client whose CONNECT could not be read so far: it is answered as shortly as can be. */
        public static final Wishes UNKNOWN = new Wishes(false, SHORTEST_CONNACK_5, 0, false);
    }

    /**
     * A message.
     *
     * @param topic never empty: an alias has been looked up
     * @param packetId 0 at QoS 0
     * @param contentType null if it names none
     * @param payload belongs to who takes the packet, and must be released
     */
    record Publish(
            int qos, String topic, int packetId, @Nullable String contentType, ByteBuf payload) implements MqttPacket {}

    /** The sender of a QoS 2 message will not send it again. */
    record PubRel(int packetId) implements MqttPacket {}

    /** @param filters how many there are; none is granted here */
    record Subscribe(int packetId, int filters) implements MqttPacket {}

    /** @param filters how many there are */
    record Unsubscribe(int packetId, int filters) implements MqttPacket {}

    record PingReq() implements MqttPacket {}

    record Disconnect() implements MqttPacket {}

    /**
     * A packet that breaks the standard or is too large.
     *
     * @param version what the client speaks, for the answer; null if it did not say, and then gets none
     * @param wishes what it takes, as far as it was read
     * @param tooLarge the message before MQTT 5 that is too large; null for any other packet
     */
    record Broken(
            @Nullable ProtocolVersion version,
            Wishes wishes,
            PacketFault fault,
            @Nullable Acknowledgeable tooLarge) implements MqttPacket {}

    /** What of a message is needed to acknowledge it; of QoS 1 or 2. */
    record Acknowledgeable(int packetId, int qos) {}
}
