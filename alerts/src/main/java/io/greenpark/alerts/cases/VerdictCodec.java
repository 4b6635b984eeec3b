package io.greenpark.alerts.cases;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.hour.HourCodec;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.reason.Reason;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of a subject and day as bytes: those of one rule after those of the other. Columns: {@link VerdictKind}s; starts;
 * how the severity follows from figure and bound, or its text; the {@link VerdictTerms} and the reason, each a place in the texts
 * of the day. A verdict whose period, figure, coverage and time are those of the other rule's verdict of the period takes them from
 * it; the others have them in columns of their own ({@link JudgedMean}).
 */
final class VerdictCodec extends HourCodec<StoredVerdict> {
    private static final int FORMAT = 1;
    private static final Comparator<StoredVerdict> BY_RULE = Comparator.comparing(StoredVerdict::rule)
            .thenComparing(StoredVerdict::startMs)
            .thenComparing(v -> v.verdict().phase());

    private final Predicate<VerdictKind> read;

    /** @param read which verdicts are read; others in the bytes are passed over */
    VerdictCodec(String table, Predicate<VerdictKind> read) {
        super(table, FORMAT);
        this.read = read;
    }

    /** The period of a verdict, which one of the other rule may have too. */
    private record Period(long startMs, Verdict.Phase phase) {
        static Period of(StoredVerdict v) {
            return new Period(v.startMs(), v.verdict().phase());
        }
    }

    @Override
    protected void put(ByteWriter out, long dayMs, List<StoredVerdict> hours) {
        List<StoredVerdict> verdicts = hours.stream().sorted(BY_RULE).toList();
        Map<Period, JudgedMean> exceeded = new HashMap<>();
        List<JudgedMean> own = new ArrayList<>();
        List<VerdictKind> kinds = new ArrayList<>(verdicts.size());
        for (StoredVerdict v : verdicts) {
            JudgedMean mean = JudgedMean.of(v);
            boolean same = v.rule() == Case.Rule.LIMIT_WARNING && mean.equals(exceeded.get(Period.of(v)));
            kinds.add(VerdictKind.of(v, same));
            if (v.rule() == Case.Rule.LIMIT_EXCEEDED) {
                exceeded.put(Period.of(v), mean);
            }
            if (!same) {
                own.add(mean);
            }
        }
        out.putVarint(verdicts.size());
        putColumn(out, kinds, VerdictKind::code);
        putStarts(out, dayMs, verdicts, kinds);
        List<Verdict> said = verdicts.stream().map(StoredVerdict::verdict).toList();
        VerdictSeverity.putAll(out, said);
        VerdictTerms.putAll(out, said);
        VerdictReasons.putAll(out, said);
        JudgedMean.putAll(out, own);
    }

    /** The hours of each rule begin with the day. */
    private static void putStarts(ByteWriter out, long dayMs, List<StoredVerdict> verdicts, List<VerdictKind> kinds) {
        long[] usual = usualStarts(dayMs, kinds);
        long[] off = new long[usual.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = verdicts.get(i).startMs() - usual[i];
        }
        NumberColumn.put(out, off);
    }

    private static long[] usualStarts(long dayMs, List<VerdictKind> kinds) {
        long[] starts = new long[kinds.size()];
        for (int i = 0; i < starts.length; i++) {
            boolean goesOn = i > 0 && kinds.get(i).rule() == kinds.get(i - 1).rule();
            starts[i] = goesOn ? starts[i - 1] + HOUR_MS : dayMs;
        }
        return starts;
    }

    @Override
    protected List<StoredVerdict> get(ByteReader in, int format, long dayMs) throws DamagedBytesException {
        int count = getCount(in);
        List<VerdictKind> kinds = new ArrayList<>(count);
        int own = 0;
        for (long code : NumberColumn.get(in, count)) {
            VerdictKind kind = VerdictKind.of(code);
            kinds.add(kind);
            own += kind.same() ? 0 : 1;
        }
        if (kinds.stream().noneMatch(read)) {
            // A walk back over years of a rule that says nothing of this subject is to be short.
            return List.of();
        }
        long[] starts = NumberColumn.get(in, count);
        long[] usual = usualStarts(dayMs, kinds);
        long[] startsOfOwn = new long[own];
        int next = 0;
        for (int i = 0; i < count; i++) {
            starts[i] += usual[i];
            if (!kinds.get(i).same()) {
                startsOfOwn[next++] = starts[i];
            }
        }
        VerdictSeverity.Column severities = VerdictSeverity.getAll(in, count);
        List<VerdictTerms> terms = VerdictTerms.getAll(in, count);
        List<@Nullable Reason> reasons = VerdictReasons.getAll(in, count);
        List<JudgedMean> means = means(kinds, starts, JudgedMean.getAll(in, startsOfOwn));
        List<StoredVerdict> verdicts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (!read.test(kinds.get(i))) {
                continue;
            }
            JudgedMean mean = means.get(i);
            Verdict verdict = new Verdict(
                    mean.from(),
                    mean.to(),
                    kinds.get(i).phase(),
                    kinds.get(i).outcome(),
                    severities.comparison(i, mean.figure(), terms.get(i)),
                    terms.get(i).confidence(mean.coverage()),
                    reasons.get(i));
            verdicts.add(new StoredVerdict(kinds.get(i).rule(), verdict, mean.judgedMs()));
        }
        return verdicts;
    }

    /** The means of all verdicts, from those that have their own. */
    private static List<JudgedMean> means(List<VerdictKind> kinds, long[] starts, List<JudgedMean> own)
            throws DamagedBytesException {
        Map<Period, JudgedMean> exceeded = new HashMap<>();
        List<JudgedMean> means = new ArrayList<>(kinds.size());
        int next = 0;
        for (int i = 0; i < starts.length; i++) {
            VerdictKind kind = kinds.get(i);
            Period period = new Period(starts[i], kind.phase());
            @Nullable JudgedMean mean = kind.same() ? exceeded.get(period) : own.get(next++);
            if (mean == null) {
                throw new DamagedBytesException("a verdict refers to one that is not there");
            }
            if (kind.rule() == Case.Rule.LIMIT_EXCEEDED) {
                exceeded.put(period, mean);
            }
            means.add(mean);
        }
        return means;
    }
}
