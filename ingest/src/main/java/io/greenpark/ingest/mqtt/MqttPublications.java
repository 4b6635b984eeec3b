package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.admission.MessageValidator;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Clock;
import java.util.List;

/** What a connection's publications hold: readings for the log, or what is refused of them. On its event loop. */
final class MqttPublications {
    private static final byte[] NOTHING = {};
    private static final int SMALLEST_BUFFER = 256;

    private final MessageValidator validator;
    private final boolean qosTwo;
    private final Clock clock;
    private byte[] payload = NOTHING;
    // A device keeps to its topic, so the last one is mostly the next one, too.
    private String lastTopicName = "";
    private TelemetryTopic lastTopic = TelemetryTopic.of("");

    /**
     * @param validator judges what the connection's sender may say
     * @param qosTwo whether QoS 2 is taken; MQTT 5 lets a server say no, 3.1.1 does not
     */
    MqttPublications(MessageValidator validator, boolean qosTwo, Clock clock) {
        this.validator = validator;
        this.qosTwo = qosTwo;
        this.clock = clock;
    }

    ValidatedMessage judge(MqttPublishMessage message) {
        String name = message.variableHeader().topicName();
        if (!name.equals(lastTopicName)) {
            lastTopicName = name;
            lastTopic = TelemetryTopic.of(name);
        }
        TelemetryTopic topic = lastTopic;
        if (isTooMuch(message.fixedHeader().qosLevel())) {
            return refused(RejectReason.UNSUPPORTED_QOS, MqttMessages.qosTwo(), message);
        }
        return switch (topic.kind()) {
            case UNKNOWN -> refused(RejectReason.UNKNOWN_TOPIC, MqttMessages.unknownTopic(name), message);
            case BESIDES -> new ValidatedMessage(Door.MQTT, List.of(), List.of());
            default -> admit(topic, message.payload());
        };
    }

    /** Whether a publication asks for more than the connection was promised. */
    boolean isTooMuch(MqttQoS qos) {
        return qos == MqttQoS.EXACTLY_ONCE && !qosTwo;
    }

    private ValidatedMessage admit(TelemetryTopic topic, ByteBuf content) {
        int length = content.readableBytes();
        byte[] bytes = content.hasArray() ? content.array() : copy(content, length);
        int from = content.hasArray() ? content.arrayOffset() + content.readerIndex() : 0;
        String device = topic.kind() == TelemetryTopic.TopicKind.SELF
                ? validator.sender().name()
                : topic.device();
        return validator.admit(
                device,
                topic.decode(bytes, from, length),
                clock.millis(),
                () -> MessageValidators.excerpt(bytes, from, length));
    }

    /** Copies a payload into the connection's buffer, which holds one message at a time. */
    private byte[] copy(ByteBuf content, int length) {
        if (payload.length < length) {
            payload = new byte[Math.max(length, SMALLEST_BUFFER)];
        }
        content.getBytes(content.readerIndex(), payload, 0, length);
        return payload;
    }

    private ValidatedMessage refused(RejectReason reason, Bilingual detail, MqttPublishMessage message) {
        ByteBuf content = message.payload();
        byte[] start = ByteBufUtil.getBytes(
                content, content.readerIndex(), Math.min(content.readableBytes(), MessageValidators.EXCERPT_BYTES));
        return ValidatedMessage.refused(MessageValidators.refusal(
                Door.MQTT,
                validator.sender().name(),
                lastTopic.device(),
                reason,
                detail,
                MessageValidators.excerpt(start, 0, start.length),
                clock.millis()));
    }
}
