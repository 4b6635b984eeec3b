package io.greenpark.accounting.finding;

import io.greenpark.park.finding.FindingKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last finding of a page; the next page begins after it. */
public record FindingCursor(long toMs, FindingKind kind, long beginMs, String pointId) {
    private static final Pattern TEXT =
            Pattern.compile("(-?\\d{1,18})\\.([A-Z_]+)\\.(-?\\d{1,18})\\.(.+)", Pattern.DOTALL);

    public static FindingCursor of(KeptFinding f) {
        return new FindingCursor(f.toMs(), f.kind(), f.beginMs(), f.pointId());
    }

    /** Reads {@link #text()}; nothing where it is not one. */
    public static Optional<FindingCursor> parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        for (FindingKind kind : FindingKind.values()) {
            if (kind.name().equals(m.group(2))) {
                return Optional.of(
                        new FindingCursor(Long.parseLong(m.group(1)), kind, Long.parseLong(m.group(3)), m.group(4)));
            }
        }
        return Optional.empty();
    }

    public String text() {
        return toMs + "." + kind.name() + "." + beginMs + "." + pointId;
    }
}
