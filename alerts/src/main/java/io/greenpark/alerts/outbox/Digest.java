package io.greenpark.alerts.outbox;

import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several notifications to one recipient in one message: of each case what it said last, in a line.
 *
 * @param messageId stable, the same in every attempt
 * @param lines one a case, in the recipient's language
 * @param link where the console shows them
 */
public record Digest(String messageId, List<String> lines, String link) {
    public Digest {
        lines = List.copyOf(lines);
    }

    /**
     * A line of a case.
     *
     * @param about the case
     */
    record Line(String about, String text) {}

    /** The last line of each case; lines that say the same of several are one with a number. */
    static List<String> lines(List<Line> inOrder) {
        Map<String, String> last = new LinkedHashMap<>();
        for (Line line : inOrder) {
            last.remove(line.about());
            last.put(line.about(), line.text());
        }
        Map<String, Integer> times = new LinkedHashMap<>();
        last.values().forEach(text -> times.merge(text, 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        times.forEach((text, n) -> lines.add(n == 1 ? text : text + " × " + n));
        return lines;
    }

    /** What it is called. */
    public Bilingual title() {
        return lines.size() == 1
                ? new Bilingual("预警动态", "News of alerts")
                : new Bilingual("预警汇总（" + lines.size() + " 条）", "Summary of " + lines.size() + " alerts");
    }
}
