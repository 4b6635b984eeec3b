package io.greenpark.influx;

/**
 * Names and texts as the line protocol wants them (InfluxDB 1.8 documentation, "InfluxDB line protocol reference",
 * "Special characters": in measurements commas and spaces are escaped, in tag keys, tag values and field keys also equals
 * signs, in string values double quotes and backslashes). A backslash in a name cannot be written unambiguously and a
 * line break ends the line, so both are replaced: by a slash and by a space.
 */
final class LineNaming {
    private static final double MILLION = 1e6;
    private static final double LARGEST_SHORT = 1e9;

    private LineNaming() {}

    static void measurement(StringBuilder out, String name) {
        escape(out, name, ", ");
    }

    /** A tag key, tag value or field key. An empty tag value is not allowed; it is written as a minus sign. */
    static void name(StringBuilder out, String name) {
        escape(out, name.isEmpty() ? "-" : name, ",= ");
    }

    private static void escape(StringBuilder out, String name, String special) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            char written = c == '\\' ? '/' : c < ' ' ? ' ' : c;
            if (special.indexOf(written) >= 0) {
                out.append('\\');
            }
            out.append(written);
        }
    }

    /** A string value with its quotes. */
    static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        out.append('"');
    }

    /**
     * A float, so that it reads back as the same double. Measured values have few decimals; those are written digit by
     * digit, which takes a fraction of the time of the general way.
     */
    static void number(StringBuilder out, double value) {
        long millionths = (long) (value * MILLION + (value < 0 ? -0.5 : 0.5));
        if (Math.abs(value) >= LARGEST_SHORT || millionths / MILLION != value || millionths == 0) {
            out.append(value);
            return;
        }
        if (millionths < 0) {
            out.append('-');
        }
        long rest = Math.abs(millionths);
        out.append(rest / 1_000_000).append('.');
        int fraction = (int) (rest % 1_000_000);
        int digit = 100_000;
        do {
            out.append((char) ('0' + fraction / digit));
            fraction %= digit;
            digit /= 10;
        } while (fraction > 0);
    }
}
