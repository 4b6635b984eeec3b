package io.greenpark.influx;

import org.jspecify.annotations.Nullable;

/**
 * A line the server refused for what it is, not for the state the server is in: written again it would be refused again.
 *
 * @param words what the server said
 */
record RefusedLine(String line, RefusalReason reason, String words) {
    /** In place of the line of a reading whose point the registry no longer knows. */
    static RefusedLine ofUnknownPoint(String pointId, long timeMs) {
        StringBuilder line = new StringBuilder("unknown,point=");
        LineNaming.name(line, pointId);
        return new RefusedLine(
                line.append(' ').append(timeMs).toString(),
                RefusalReason.UNKNOWN_POINT,
                "the registry no longer knows point \"" + pointId + "\"; end points, do not remove them");
    }

    /** Measurement and tags, the first word of the line; spaces inside are escaped. */
    String series() {
        return series(line);
    }

    static String series(CharSequence line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ' ') {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return line.subSequence(0, Math.min(end, line.length())).toString();
    }

    String measurement() {
        return measurement(line);
    }

    static String measurement(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ',' && line.charAt(end) != ' ') {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return line.substring(0, Math.min(end, line.length()));
    }

    /** The time of the point, the last word of the line; null if there is none. */
    @Nullable
    Long timeMs() {
        String last = line.substring(line.lastIndexOf(' ') + 1);
        return last.matches("-?\\d{1,18}") ? Long.valueOf(last) : null;
    }
}
