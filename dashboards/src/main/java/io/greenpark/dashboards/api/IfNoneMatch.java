package io.greenpark.dashboards.api;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code If-None-Match} (RFC 9110, section 13.1.2): tags in a list, compared weakly, or {@code *} for any. */
public final class IfNoneMatch {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private IfNoneMatch() {}

    /** Whether what a client has is the present one. */
    public static boolean holds(List<String> lines, String tag) {
        String opaque = tag.replaceFirst("^W/", "");
        for (String line : lines) {
            if (line.strip().equals("*")) {
                return true;
            }
            Matcher tags = TAG.matcher(line);
            while (tags.find()) {
                if (tags.group(1).equals(opaque)) {
                    return true;
                }
            }
        }
        return false;
    }
}
