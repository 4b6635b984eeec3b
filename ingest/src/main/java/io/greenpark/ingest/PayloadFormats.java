package io.greenpark.ingest;

import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.reading.Door;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The payload formats of this platform, and the one place where the format of a message is chosen: by its topic if an
 * installation has a mapping for that, else by its content type if a format has that, else by its door and topic if a format
 * claims those, else JSON. Immutable.
 */
public final class PayloadFormats {
    private final PayloadFormat fallback;
    private final PayloadFormat[] formats;
    private final PayloadFormat[] mappings;
    private final Map<String, PayloadFormat> byContentType = new HashMap<>();

    /**
     * @param formats in the order in which they are asked for a topic; the first one is the fallback
     */
    public PayloadFormats(List<PayloadFormat> formats) {
        this(formats, List.of());
    }

    private PayloadFormats(List<PayloadFormat> formats, List<? extends PayloadFormat> mappings) {
        this.mappings = mappings.toArray(new PayloadFormat[0]);
        this.fallback = formats.get(0);
        this.formats = formats.toArray(new PayloadFormat[0]);
        for (PayloadFormat format : formats) {
            for (String contentType : format.contentTypes()) {
                PayloadFormat other = byContentType.putIfAbsent(contentType, format);
                if (other != null) {
                    throw new IllegalArgumentException("two payload formats have content type " + contentType + ": "
                            + other.getClass().getSimpleName() + ", "
                            + format.getClass().getSimpleName());
                }
            }
        }
    }

    /** The formats that every door takes; a new format is one more line. */
    public static PayloadFormats standard() {
        return with(List.of());
    }

    /**
     * The same with what an installation maps to them.
     *
     * @param mappings of the topics that they claim, whatever content type their senders name; the first one counts
     */
    public static PayloadFormats with(List<? extends PayloadFormat> mappings) {
        return new PayloadFormats(
                List.of(
                        new TelemetryJson() //
                        ),
                mappings);
    }

    /**
     * The format of a message.
     *
     * @param topic the topic name, or the path of a request
     * @param contentType as sent; null if none was sent. One that no format has counts as none
     */
    public PayloadFormat choose(Door door, String topic, @Nullable String contentType) {
        for (PayloadFormat mapping : mappings) {
            if (mapping.claims(door, topic)) {
                return mapping.of(topic);
            }
        }
        PayloadFormat named = contentType == null ? null : byContentType.get(normalized(contentType));
        if (named != null) {
            return named;
        }
        for (PayloadFormat format : formats) {
            if (format.claims(door, topic)) {
                return format;
            }
        }
        return fallback;
    }

    /** Whether a format has this content type. */
    public boolean knows(String contentType) {
        return byContentType.containsKey(normalized(contentType));
    }

    /** Lower case, without parameters such as the character set (RFC 9110, 8.3.1). */
    private static String normalized(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
