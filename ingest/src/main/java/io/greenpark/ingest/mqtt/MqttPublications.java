package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.admission.Excerpt;
import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.MessageValidator;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes and validates the publications of one connection. On its event loop. */
final class MqttPublications {
    private static final byte[] NO_BYTES = {};
    private static final int SMALLEST_BUFFER = 256;

    private final IngestPipeline pipeline;
    private final MessageValidator validator;
    private final boolean qosTwo;
    private byte[] buffer = NO_BYTES;
    // A device seldom changes its topic and content type, so what they say is remembered.
    private String lastTopicName = "";
    private @Nullable String lastContentType;
    private TelemetryTopic topic = TelemetryTopic.of("");
    private PayloadFormat format;

    /**
     * @param qosTwo whether QoS 2 is taken; MQTT 5 lets a server say no, 3.1.1 does not
     */
    MqttPublications(IngestPipeline pipeline, MessageSender sender, boolean qosTwo) {
        this.pipeline = pipeline;
        this.validator = pipeline.validators().forSender(sender, Door.MQTT);
        this.qosTwo = qosTwo;
        this.format = pipeline.formats().choose(Door.MQTT, lastTopicName, null);
    }

    MessageSender sender() {
        return validator.sender();
    }

    ValidatedMessage validate(MqttPublishMessage message) {
        readHeader(message.variableHeader());
        if (exceedsQos(message.fixedHeader().qosLevel())) {
            return refused(RejectReason.UNSUPPORTED_QOS, MqttMessages.qosTwo(), message.payload());
        }
        return switch (topic.kind()) {
            case UNKNOWN ->
                refused(RejectReason.UNKNOWN_TOPIC, MqttMessages.unknownTopic(lastTopicName), message.payload());
            case IGNORED -> ValidatedMessage.empty(Door.MQTT);
            default -> telemetry(message.payload());
        };
    }

    /** Whether a publication asks for more than the connection was promised. */
    boolean exceedsQos(MqttQoS qos) {
        return qos == MqttQoS.EXACTLY_ONCE && !qosTwo;
    }

    private void readHeader(MqttPublishVariableHeader header) {
        String name = header.topicName();
        String contentType = header.properties().getProperty(MqttProperties.CONTENT_TYPE)
                        instanceof MqttProperties.StringProperty sent
                ? sent.value()
                : null;
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
