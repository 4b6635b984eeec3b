package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.Decoded;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a topic name says: {@code greenpark/{device}/telemetry}, or the convention of widespread gateways ({@code
 * v1/devices/me/telemetry}, {@code v1/gateway/telemetry}).
 *
 * @param device the device the topic names; null unless {@link TopicKind#DEVICE}
 */
public record TelemetryTopic(TopicKind kind, @Nullable String device) {
    private static final String PREFIX = "greenpark/";
    private static final String SUFFIX = "/telemetry";

    /** What gateways of the convention tell besides telemetry. It is acknowledged, so that they need no change. */
    private static final Set<String> BESIDES =
            Set.of("v1/gateway/connect", "v1/gateway/disconnect", "v1/gateway/attributes", "v1/devices/me/attributes");

    /** What is published under a topic. */
    public enum TopicKind {
        /** Telemetry of the named device. */
        DEVICE,
        /** Telemetry of the sender itself. */
        SELF,
        /** Telemetry of the devices the payload names. */
        GATEWAY,
        /** Nothing that is kept. */
        BESIDES,
        /** Not a topic of this listener. */
        UNKNOWN
    }

    /** Reads a topic name; never fails. */
    public static TelemetryTopic of(String topic) {
        if (topic.startsWith(PREFIX) && topic.endsWith(SUFFIX) && topic.length() > PREFIX.length() + SUFFIX.length()) {
            String device = topic.substring(PREFIX.length(), topic.length() - SUFFIX.length());
            return device.indexOf('/') < 0
                    ? new TelemetryTopic(TopicKind.DEVICE, device)
                    : new TelemetryTopic(TopicKind.UNKNOWN, null);
        }
        return new TelemetryTopic(
                switch (topic) {
                    case "v1/devices/me/telemetry" -> TopicKind.SELF;
                    case "v1/gateway/telemetry" -> TopicKind.GATEWAY;
                    default -> BESIDES.contains(topic) ? TopicKind.BESIDES : TopicKind.UNKNOWN;
                },
                null);
    }

    /** Decodes a payload in the form that belongs to the topic. */
    public Decoded decode(byte[] payload, int offset, int length) {
        return kind == TopicKind.GATEWAY
                ? TelemetryJson.gateway(payload, offset, length)
                : TelemetryJson.device(payload, offset, length);
    }
}
