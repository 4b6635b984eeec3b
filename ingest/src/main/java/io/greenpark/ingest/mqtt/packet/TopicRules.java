package io.greenpark.ingest.mqtt.packet;

/** What topic names and filters look like (MQTT 5.0, 4.7). */
final class TopicRules {
    private static final String SHARED = "$share/";

    private TopicRules() {}

    static boolean hasWildcard(String name) {
        return name.indexOf('#') >= 0 || name.indexOf('+') >= 0;
    }

    static boolean isShared(String filter) {
        return filter.startsWith(SHARED);
    }

    /** Whether wildcards fill their levels and {@code #} ends the filter; a shared one of MQTT 5 names its group (4.8.2). */
    static boolean isFilter(String filter, ProtocolVersion version) {
        if (version.isFive() && isShared(filter)) {
            int end = filter.indexOf('/', SHARED.length());
            return end > SHARED.length()
                    && !hasWildcard(filter.substring(SHARED.length(), end))
                    && isPlainFilter(filter.substring(end + 1));
        }
        return isPlainFilter(filter);
    }

    private static boolean isPlainFilter(String filter) {
        if (filter.isEmpty()) {
            return false;
        }
        for (int i = 0; i < filter.length(); i++) {
            char c = filter.charAt(i);
            boolean wildcard = c == '#' || c == '+';
            boolean alone = (i == 0 || filter.charAt(i - 1) == '/')
                    && (i + 1 == filter.length() || (c == '+' && filter.charAt(i + 1) == '/'));
            if (wildcard && !alone) {
                return false;
            }
        }
        return true;
    }
}
