package io.greenpark.alerts.cases;

import static io.greenpark.park.time.ParkTime.HOUR_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.hour.HourDay;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableContract;
import io.greenpark.alerts.cases.Case.Rule;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Confidence;
import io.greenpark.alerts.rule.LimitRule;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class VerdictHoursTest extends HourTableContract<StoredVerdict> {
    private static final long DAY = 1_764_028_800_000L;
    private static final BigDecimal BOUND = new BigDecimal("50");
    private static final Confidence SURE = new Confidence(Coverage.measured(1), true, true, "GB 13271-2014 表3");

    private final VerdictCodec codec = new VerdictCodec("t", kind -> true);

    @Override
    protected HourTable<StoredVerdict> table() {
        return VerdictTable.hours();
    }

    @Override
    protected StoredVerdict hour(Random random, long startMs) {
        long endMs = startMs + (random.nextInt(8) == 0 ? 24 : 1) * HOUR_MS - (random.nextInt(9) == 0 ? 7 : 0);
        Coverage coverage = coverage(random, endMs - startMs);
        BigDecimal figure = figure(random, coverage.completeness(), endMs - startMs);
        BigDecimal bound = random.nextInt(20) == 0 ? null : BigDecimal.valueOf(random.nextInt(200), random.nextInt(3));
        String unit = random.nextInt(20) == 0 ? null : random.nextInt(9) == 0 ? "mg/L" : "mg/m³";
        Comparison comparison = new Comparison(figure, bound, unit, severity(random, figure, bound));
        boolean often = random.nextInt(5) > 0;
        String source = random.nextInt(20) == 0 ? null : often ? "GB 13271-2014 表3" : "许可证 " + random.nextInt();
        Verdict verdict = new Verdict(
                Instant.ofEpochMilli(startMs),
                Instant.ofEpochMilli(endMs),
                Phase.values()[random.nextInt(4) == 0 ? 0 : 1],
                Outcome.values()[random.nextInt(4)],
                comparison,
                new Confidence(coverage, random.nextBoolean(), often, source),
                reason(random));
        Rule rule = random.nextBoolean() ? Rule.LIMIT_EXCEEDED : Rule.LIMIT_WARNING;
        return new StoredVerdict(rule, verdict, endMs + random.nextInt(1_000_000));
    }

    private static Coverage coverage(Random random, long lengthMs) {
        double complete =
                switch (random.nextInt(6)) {
                    case 0 -> random.nextDouble();
                    case 1 -> random.nextInt(60) / 60.0;
                    case 2 -> random.nextInt((int) lengthMs) / (double) lengthMs;
                    default -> 1;
                };
        return switch (random.nextInt(8)) {
            case 0 -> new Coverage(complete, random.nextDouble());
            case 1 -> new Coverage(complete, random.nextInt(60) / 60.0);
            default -> Coverage.measured(complete);
        };
    }

    private static BigDecimal figure(Random random, double complete, long lengthMs) {
        BigDecimal sum = BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4));
        long covered = Math.max(1, Math.round(complete * lengthMs));
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> new BigDecimal("1" + "0".repeat(random.nextInt(30)) + ".50");
            case 2 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(40));
            case 3 ->
                plain(sum.multiply(BigDecimal.valueOf(1 + random.nextInt(60_000)))
                        .divide(BigDecimal.valueOf(covered), MathContext.DECIMAL64));
            case 4 -> plain(sum.divide(BigDecimal.valueOf(1 + random.nextInt(200)), MathContext.DECIMAL64));
            default -> plain(sum.divide(BigDecimal.valueOf(60), MathContext.DECIMAL64));
        };
    }

    /** As a row has it. */
    private static BigDecimal plain(BigDecimal figure) {
        return new BigDecimal(figure.toPlainString());
    }

    private static BigDecimal severity(Random random, BigDecimal figure, BigDecimal bound) {
        if (figure == null || random.nextInt(8) == 0) {
            return random.nextBoolean() ? null : new BigDecimal("-0.25000");
        }
        BigDecimal severity = LimitRule.severity(figure, bound, random.nextInt(4) == 0 ? -1 : 1);
        return severity == null ? null : plain(severity);
    }

    private static Reason reason(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Reason.of(Cause.NO_VALID_SAMPLES);
            case 1 -> Reason.incomplete(Cause.TOO_FEW_SAMPLES, random.nextDouble(), 75);
            case 2 -> Reason.unitsDiffer(Unit.MG_PER_L, Unit.MG_PER_M3);
            default -> null;
        };
    }

    @Override
    protected void book(Handle handle, String subject, StoredVerdict v) {
        CaseKey key = new CaseKey(v.rule(), subject, Subject.enterprise("steel"), null, null);
        VerdictTable.put(handle, key, List.of(v.verdict()), Instant.ofEpochMilli(v.judgedMs()));
    }

    @Override
    protected String recordedDay() {
        return "0104020020263c020080bab7030080ce9d41020202020604302e3130021f023530066d672f6dc2b31247422031333237"
                + "312d3230313420e8a1a833030136027048020000000202001b7b22636f6465223a224e4f5f56414c49445f53414d504c"
                + "4553227d020000000202000080b6fb4e02000080e8d63902000080b0bd1002040400000001a62d86020078039f38f160"
                + "ed9112";
    }

    private static StoredVerdict verdict(Rule rule, long startMs, BigDecimal mean, Outcome outcome, long judgedMs) {
        Comparison comparison = new Comparison(mean, BOUND, "mg/m³", LimitRule.severity(mean, BOUND, 1));
        Instant from = Instant.ofEpochMilli(startMs);
        Verdict verdict = new Verdict(from, from.plusMillis(HOUR_MS), Phase.CLOSED, outcome, comparison, SURE, null);
        return new StoredVerdict(rule, verdict, judgedMs);
    }

    private static BigDecimal mean(Random random, int samples) {
        BigDecimal sum = BigDecimal.valueOf(10L * 30 * samples + random.nextInt(10 * samples), 1);
        return sum.divide(BigDecimal.valueOf(samples), MathContext.DECIMAL64);
    }

    @Override
    protected List<StoredVerdict> hoursOfRecordedDay() {
        StoredVerdict good =
                verdict(Rule.LIMIT_EXCEEDED, DAY, new BigDecimal("48.31666666666667"), Outcome.CLEARS, DAY);
        StoredVerdict warns =
                verdict(Rule.LIMIT_WARNING, DAY, new BigDecimal("48.31666666666667"), Outcome.RAISES, DAY);
        StoredVerdict late =
                verdict(Rule.LIMIT_EXCEEDED, DAY + 2 * HOUR_MS, new BigDecimal("50.5"), Outcome.RAISES, DAY + 999_000);
        Instant from = Instant.ofEpochMilli(DAY + 20 * HOUR_MS);
        Verdict open = new Verdict(
                from,
                from.plusMillis(24 * HOUR_MS),
                Phase.RUNNING,
                Outcome.UNJUDGED,
                new Comparison(null, new BigDecimal("6"), "pH", new BigDecimal("0.10")),
                new Confidence(new Coverage(0.3, 0.1), false, false, null),
                Reason.of(Cause.NO_VALID_SAMPLES));
        return List.of(good, late, warns, new StoredVerdict(Rule.LIMIT_WARNING, open, DAY));
    }

    /** Of a judged hour: what both rules say of it, with what a limit is named and when it was judged. */
    @Test
    void a_day_of_good_hours_takes_few_bytes_an_hour() {
        assertThat(bytesOfDay(60)).isLessThan(24 * 8);
        assertThat(bytesOfDay(6)).isLessThan(24 * 7);
    }

    private int bytesOfDay(int samples) {
        Random random = new Random(samples);
        List<StoredVerdict> day = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            long start = DAY + i * HOUR_MS;
            long judged = start + HOUR_MS + 300_000 + random.nextInt(3_000);
            BigDecimal mean = mean(random, samples);
            day.add(verdict(Rule.LIMIT_EXCEEDED, start, mean, Outcome.CLEARS, judged));
            day.add(verdict(Rule.LIMIT_WARNING, start, mean, Outcome.CLEARS, judged));
        }
        byte[] bytes = codec.encode(HourDay.of(DAY), day);
        assertThat(codec.decode(HourDay.of(DAY), bytes)).containsExactlyInAnyOrderElementsOf(day);
        return bytes.length;
    }

    @Test
    void verdicts_of_other_rules_stay_rows() {
        StoredVerdict silent = verdict(Rule.DEVICE_SILENT, DAY, BigDecimal.ONE, Outcome.RAISES, DAY);
        fixture.books().write(tx -> {
            book(tx.handle(), "a", silent);
            return true;
        });
        List<String> limits = fixture.books().read(h -> table().subjects(h));
        assertThat(limits).isEmpty();
        List<Verdict> kept = fixture.books().read(h -> VerdictTable.between(h, Rule.DEVICE_SILENT, "a", 0, DAY + 1));
        assertThat(kept).containsExactly(silent.verdict());
    }

    @Test
    void whoever_looks_for_exceeded_limits_gets_just_those_of_a_folded_day() {
        Random random = new Random(7);
        List<StoredVerdict> day = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            day.add(hour(random, DAY + i * HOUR_MS));
        }
        byte[] data = codec.encode(HourDay.of(DAY), day);
        VerdictCodec exceeded =
                new VerdictCodec("t", kind -> kind.rule() == Rule.LIMIT_EXCEEDED && kind.outcome() == Outcome.RAISES);
        assertThat(exceeded.decode(HourDay.of(DAY), data))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(day.stream()
                        .filter(v ->
                                v.rule() == Rule.LIMIT_EXCEEDED && v.verdict().outcome() == Outcome.RAISES)
                        .toList());
    }
}
