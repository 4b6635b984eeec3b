package io.greenpark.ingest.broker;

import org.jspecify.annotations.Nullable;

/**
 * A configured topic: {@code plant/{device}/data} carries one device's telemetry, a topic without the placeholder names
 * devices in the payload. MQTT wildcards may be used beside the placeholder.
 */
record TopicTemplate(String[] levels) {
    static final String DEVICE = "{device}";

    static TopicTemplate of(String template) {
        return new TopicTemplate(template.split("/", -1));
    }

    /** The filter to subscribe with. */
    String filter() {
        return String.join("/", levels).replace(DEVICE, "+");
    }

    boolean namesDevice() {
        for (String level : levels) {
            if (level.equals(DEVICE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a topic name comes under this template (MQTT 5.0, 4.7). */
    boolean matches(String[] topic) {
        for (int i = 0; i < levels.length; i++) {
            if (levels[i].equals("#")) {
                return true;
            }
            boolean any = levels[i].equals("+") || levels[i].equals(DEVICE);
            if (i >= topic.length || !(any || levels[i].equals(topic[i]))) {
                return false;
            }
        }
        return topic.length == levels.length;
    }

    /** The device a matching topic name carries; null if the template has no placeholder. */
    @Nullable
    String device(String[] topic) {
        for (int i = 0; i < levels.length; i++) {
            if (levels[i].equals(DEVICE)) {
                return topic[i];
            }
        }
        return null;
    }
}
