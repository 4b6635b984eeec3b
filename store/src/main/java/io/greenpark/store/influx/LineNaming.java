package io.greenpark.store.influx;

/**
 * Names and texts as the line protocol wants them (InfluxDB 1.8 documentation, "InfluxDB line protocol reference",
 * "Special characters": in measurements commas and spaces are escaped, in tag keys, tag values and field keys also equals
 * signs, in string values double quotes and backslashes). A backslash in a name cannot be written without doubt and a
 * line break ends the line, so both are replaced: by a slash and by a space.
 */
final class LineNaming {
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
}
