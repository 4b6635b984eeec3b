package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.admission.Excerpt;
import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.MessageValidator;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Publish;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes and validates the publications of one connection. On its event loop. */
final class MqttPublications {
    private static final byte[] NO_BYTES = {};
    private static final int SMALLEST_BUFFER = 256;

    private final IngestPipeline pipeline;
    private final MessageValidator validator;
    private byte[] buffer = NO_BYTES;
    // A device seldom changes its topic and content type, so what they say is remembered.
    private String lastTopicName = "";
    private @Nullable String lastContentType;
    private TelemetryTopic topic = TelemetryTopic.of("");
    private PayloadFormat format;

    MqttPublications(IngestPipeline pipeline, MessageSender sender) {
        this.pipeline = pipeline;
        this.validator = pipeline.validators().forSender(sender, Door.MQTT);
        this.format = pipeline.formats().choose(Door.MQTT, lastTopicName, null);
    }

    MessageSender sender() {
        return validator.sender();
    }

    ValidatedMessage validate(Publish message) {
        readHeader(message.topic(), message.contentType());
        return switch (topic.kind()) {
            case UNKNOWN ->
                refused(RejectReason.UNKNOWN_TOPIC, MqttMessages.unknownTopic(lastTopicName), message.payload());
            case IGNORED -> ValidatedMessage.empty(Door.MQTT);
            default -> telemetry(message.payload());
        };
    }

    private void readHeader(String name, @Nullable String contentType) {
        if (!name.equals(lastTopicName) || !Objects.equals(contentType, lastContentType)) {
            lastTopicName = name;
            lastContentType = contentType;
            topic = TelemetryTopic.of(name);
            format = pipeline.formats().choose(Door.MQTT, name, contentType);
            if (topic.kind() == TelemetryTopic.TopicKind.UNKNOWN && format.claims(Door.MQTT, name)) {
                topic = TelemetryTopic.GATEWAY;
            }
        }
    }

    private ValidatedMessage telemetry(ByteBuf content) {
        int length = content.readableBytes();
        byte[] bytes = content.hasArray() ? content.array() : copy(content, length);
        int from = content.hasArray() ? content.arrayOffset() + content.readerIndex() : 0;
        String device = topic.kind() == TelemetryTopic.TopicKind.SELF ? sender().name() : topic.device();
        Decoded decoded = format.decode(bytes, from, length, topic.form());
        return validator.validate(device, decoded, pipeline.clock().millis(), () -> Excerpt.of(bytes, from, length));
    }

    /** Copies a payload into the connection's buffer, which holds one message at a time. */
    private byte[] copy(ByteBuf content, int length) {
        if (buffer.length < length) {
            buffer = new byte[Math.max(length, SMALLEST_BUFFER)];
        }
        content.getBytes(content.readerIndex(), buffer, 0, length);
        return buffer;
    }

    private ValidatedMessage refused(RejectReason reason, Bilingual detail, ByteBuf content) {
        byte[] start = ByteBufUtil.getBytes(
                content, content.readerIndex(), Math.min(content.readableBytes(), Excerpt.MAX_BYTES));
        return validator.refuse(topic.device(), reason, detail, pipeline.clock().millis(), Excerpt.of(start));
    }
}
