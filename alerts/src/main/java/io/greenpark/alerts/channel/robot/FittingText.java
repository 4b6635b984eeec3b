package io.greenpark.alerts.channel.robot;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text of so many bytes at most: lines that do not fit are left out from the end, the foot with its link never is. */
public final class FittingText {
    private static final String MORE = "……";

    private FittingText() {}

    public static String of(String title, List<String> lines, String foot, int mostBytes) {
        StringBuilder text = new StringBuilder(title);
        String end = "\n" + foot;
        int room = mostBytes - bytes(end) - bytes("\n" + MORE);
        if (bytes(title) > room) {
            return cut(title, room) + MORE + end;
        }
        int used = bytes(title);
        for (int i = 0; i < lines.size(); i++) {
            String line = "\n" + lines.get(i);
            used += bytes(line);
            if (used > room) {
                return text.append('\n').append(MORE).append(end).toString();
            }
            text.append(line);
        }
        return text.append(end).toString();
    }

    /** Never within a character. */
    private static String cut(String text, int mostBytes) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += bytes(text.substring(end, next));
            if (used > mostBytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
