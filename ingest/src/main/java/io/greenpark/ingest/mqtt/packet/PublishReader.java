package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.mqtt.packet.MqttPacket.Publish;
import io.greenpark.ingest.mqtt.packet.Property.Place;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Reads the PUBLISH packets of one connection (MQTT 3.1.1 and 5.0, 3.3), and remembers its topic aliases. */
final class PublishReader {
    /** No topic that takes telemetry is longer; of longer ones so much is kept as shows what they were. */
    private static final int LONGEST_ALIASED = 1_024;

    private static final PacketType TYPE = PacketType.PUBLISH;

    private final ProtocolVersion version;
    // A device seldom changes its topic.
    private ByteBuf lastBytes = Unpooled.EMPTY_BUFFER;
    private String lastTopic = "";
    private @Nullable String @Nullable [] aliases;

    PublishReader(ProtocolVersion version) {
        this.version = version;
    }

    /** What the first byte alone says against a message. That it is to be retained does not: nobody can subscribe here. */
    static @Nullable PacketFault judge(int firstByte) {
        int qos = qos(firstByte);
        if (qos == 3) {
            return PacketFault.malformed(PacketMessages.qosThree());
        }
        if (qos == 0 && (firstByte & 0x08) != 0) {
            return PacketFault.malformed(PacketMessages.duplicateWithoutQos());
        }
        return null;
    }

    static int qos(int firstByte) {
        return firstByte >> 1 & 3;
    }

    Publish read(int firstByte, ByteBuf body) throws BrokenPacketException {
        int qos = qos(firstByte);
        String topic = topic(body);
        int packetId = qos == 0 ? 0 : Fields.packetId(body, TYPE);
        String contentType = null;
        if (version.isFive()) {
            PropertyList properties = PropertyList.read(body, Place.PUBLISH);
            contentType = properties.text(Property.CONTENT_TYPE);
            if (properties.has(Property.TOPIC_ALIAS)) {
                topic = aliased(topic, (int) properties.number(Property.TOPIC_ALIAS, 0));
            }
        }
        if (topic.isEmpty()) {
            // MQTT-4.7.3-1 where there are no aliases; 3.3.2.1 where there are.
            throw version.isFive()
                    ? BrokenPacketException.protocolError(PacketMessages.emptyTopic())
                    : BrokenPacketException.malformed(PacketMessages.emptyTopic());
        }
        return new Publish(qos, topic, packetId, contentType, body.readRetainedSlice(body.readableBytes()));
    }

    private String topic(ByteBuf body) throws BrokenPacketException {
        int length = Fields.two(body);
        Fields.need(body, length);
        int from = body.readerIndex();
        if (length == lastBytes.readableBytes() && ByteBufUtil.equals(lastBytes, 0, body, from, length)) {
            body.skipBytes(length);
            return lastTopic;
        }
        body.readerIndex(from - 2);
        String topic = Fields.text(body, "topic");
        if (TopicRules.hasWildcard(topic)) {
            throw BrokenPacketException.of(
                    new PacketFault(PacketFault.Code.TOPIC_NAME_INVALID, PacketMessages.wildcards("topic")));
        }
        lastBytes = Unpooled.wrappedBuffer(ByteBufUtil.getBytes(body, from, length));
        lastTopic = topic;
        return topic;
    }

    /** Remembers the topic under its alias, or looks it up. */
    private String aliased(String sent, int alias) throws BrokenPacketException {
        if (alias < 1 || alias > PacketLimits.TOPIC_ALIAS_MAXIMUM) {
            throw BrokenPacketException.of(new PacketFault(
                    PacketFault.Code.TOPIC_ALIAS_INVALID,
                    PacketMessages.topicAlias(alias, PacketLimits.TOPIC_ALIAS_MAXIMUM)));
        }
        @Nullable String[] known = aliases;
        if (known == null) {
            known = new String[PacketLimits.TOPIC_ALIAS_MAXIMUM];
            aliases = known;
        }
        if (!sent.isEmpty()) {
            known[alias - 1] = sent.length() > LONGEST_ALIASED ? sent.substring(0, LONGEST_ALIASED) : sent;
            return sent;
        }
        String topic = known[alias - 1];
        if (topic == null) {
            throw BrokenPacketException.protocolError(PacketMessages.unknownAlias(alias));
        }
        return topic;
    }
}
