package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.payload.PayloadForm;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a topic name says: {@code greenpark/{device}/telemetry}, or the convention of widespread gateways ({@code
 * v1/devices/me/telemetry}, {@code v1/gateway/telemetry}).
 *
 * @param device the device the topic names; null unless {@link TopicKind#DEVICE}
 */
record TelemetryTopic(TopicKind kind, @Nullable String device) {
    private static final String PREFIX = "greenpark/";
    private static final String SUFFIX = "/telemetry";

    /** A topic under which the payload names its devices. */
    static final TelemetryTopic GATEWAY = new TelemetryTopic(TopicKind.GATEWAY, null);

    /** What gateways of the convention publish besides telemetry. It is acknowledged, so that they need no change. */
    private static final Set<String> IGNORED =
            Set.of("v1/gateway/connect", "v1/gateway/disconnect", "v1/gateway/attributes", "v1/devices/me/attributes");

    /** What is published under a topic. */
    enum TopicKind {
        /** Telemetry of the named device. */
        DEVICE,
        /** Telemetry of the sender itself. */
        SELF,
        /** Telemetry of the devices that the payload names. */
        GATEWAY,
        /** Nothing that is stored. */
        IGNORED,
        /** Not a topic of this listener. */
        UNKNOWN
    }

    /** Reads a topic name; never fails. */
    static TelemetryTopic of(String topic) {
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
                    default -> IGNORED.contains(topic) ? TopicKind.IGNORED : TopicKind.UNKNOWN;
                },
                null);
    }

    PayloadForm form() {
        return kind == TopicKind.GATEWAY ? PayloadForm.GATEWAY : PayloadForm.DEVICE;
    }
}
