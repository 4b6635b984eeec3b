package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.reason.Reason;
import io.greenpark.store.books.ReasonColumn;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why verdicts are not judged, as {@link ReasonColumn} has it; no text where they are. */
final class VerdictReasons {
    private static final String JUDGED = "";

    private VerdictReasons() {}

    static void putAll(ByteWriter out, List<Verdict> verdicts) {
        DayDictionary.put(
                out,
                verdicts.stream()
                        .map(v -> v.reason() == null ? JUDGED : String.valueOf(ReasonColumn.write(v.reason())))
                        .toList(),
                (text, to) -> to.putText(text));
    }

    static List<@Nullable Reason> getAll(ByteReader in, int count) throws DamagedBytesException {
        List<@Nullable Reason> reasons = new ArrayList<>(count);
        for (String text : DayDictionary.get(in, count, ByteReader::getText)) {
            reasons.add(reason(text));
        }
        return reasons;
    }

    private static @Nullable Reason reason(String text) throws DamagedBytesException {
        try {
            return text.equals(JUDGED) ? null : ReasonColumn.read(text);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new DamagedBytesException("\"" + text + "\" is no reason");
        }
    }
}
