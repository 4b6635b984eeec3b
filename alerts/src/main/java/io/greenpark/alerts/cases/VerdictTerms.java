package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Confidence;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.energy.Coverage;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mean is held against and what that is worth: the same for most verdicts of a day. */
record VerdictTerms(
        @Nullable BigDecimal bound,
        @Nullable String unit,
        boolean evidence,
        boolean confirmed,
        @Nullable String source) {
    private static final int BOUND = 1;
    private static final int UNIT = 2;
    private static final int EVIDENCE = 4;
    private static final int CONFIRMED = 8;
    private static final int SOURCE = 16;

    private static VerdictTerms of(Verdict v) {
        return new VerdictTerms(v.limit(), v.unit(), v.evidence(), v.confirmed(), v.source());
    }

    Confidence confidence(Coverage coverage) {
        return new Confidence(coverage, evidence, confirmed, source);
    }

    static void putAll(ByteWriter out, List<Verdict> verdicts) {
        DayDictionary.put(out, verdicts.stream().map(VerdictTerms::of).toList(), VerdictTerms::put);
    }

    static List<VerdictTerms> getAll(ByteReader in, int count) throws DamagedBytesException {
        return DayDictionary.get(in, count, VerdictTerms::get);
    }

    private void put(ByteWriter out) {
        out.putByte((bound == null ? 0 : BOUND)
                | (unit == null ? 0 : UNIT)
                | (evidence ? EVIDENCE : 0)
                | (confirmed ? CONFIRMED : 0)
                | (source == null ? 0 : SOURCE));
        putText(out, bound);
        putText(out, unit);
        putText(out, source);
    }

    private static void putText(ByteWriter out, @Nullable Object text) {
        if (text != null) {
            out.putText(text.toString());
        }
    }

    private static VerdictTerms get(ByteReader in) throws DamagedBytesException {
        int has = in.getByte();
        return new VerdictTerms(
                (has & BOUND) == 0 ? null : new BigDecimal(in.getText()),
                (has & UNIT) == 0 ? null : in.getText(),
                (has & EVIDENCE) != 0,
                (has & CONFIRMED) != 0,
                (has & SOURCE) == 0 ? null : in.getText());
    }
}
