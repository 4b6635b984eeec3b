package io.greenpark.lab.bench.hours;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Confidence;
import io.greenpark.alerts.rule.LimitRule;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.lab.bench.hours.HoursBench.HoursOptions;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes what the rules say of the hours of outlet points in which nothing is found: every other point a stack with a value every ten
 * minutes, the others water with one a minute; one digit after the point. One hour of fifty lacks values.
 */
final class MadeVerdicts {
    private static final int OUTLET_OF_FIVE = 4;
    private static final int STACK_SAMPLES = 6;
    private static final int WATER_SAMPLES = 60;
    private static final int LACKING_OF = 50;
    private static final int SETTLE_MS = 300_000;

    private final HoursOptions options;
    private final Random random = new Random(12);

    MadeVerdicts(HoursOptions options) {
        this.options = options;
    }

    /** Writes the verdicts of the hours of one enterprise and some days. */
    void write(Books books, int enterprise, long fromMs, int days) {
        books.write(tx -> {
            for (long start = fromMs; start < fromMs + days * 24 * HOUR_MS; start += HOUR_MS) {
                Instant judged = Instant.ofEpochMilli(start + HOUR_MS + SETTLE_MS + random.nextInt(5_000));
                Map<CaseKey, List<Verdict>> verdicts = new LinkedHashMap<>();
                for (int p = OUTLET_OF_FIVE; p < options.points(); p += 5) {
                    hour(enterprise, p, Instant.ofEpochMilli(start), verdicts);
                }
                VerdictTable.put(tx.handle(), verdicts, judged);
            }
            return true;
        });
    }

    private void hour(int enterprise, int number, Instant from, Map<CaseKey, List<Verdict>> to) {
        boolean stack = number % 10 == OUTLET_OF_FIVE;
        int expected = stack ? STACK_SAMPLES : WATER_SAMPLES;
        int samples = random.nextInt(LACKING_OF) == 0 ? expected - 1 : expected;
        BigDecimal mean = mean(samples, stack ? 600 : 200);
        BigDecimal bound = BigDecimal.valueOf(stack ? 150 : 50);
        Comparison comparison =
                new Comparison(mean, bound, stack ? "mg/m³" : "mg/L", LimitRule.severity(mean, bound, 1));
        Confidence confidence = new Confidence(
                Coverage.measured((double) samples / expected),
                true,
                true,
                stack ? "GB 13271-2014 表3" : "GB 18918-2002 表1");
        Verdict verdict =
                new Verdict(from, from.plusMillis(HOUR_MS), Phase.CLOSED, Outcome.CLEARS, comparison, confidence, null);
        for (Case.Rule rule : List.of(Case.Rule.LIMIT_EXCEEDED, Case.Rule.LIMIT_WARNING)) {
            to.computeIfAbsent(key(rule, enterprise, number), k -> new ArrayList<>())
                    .add(verdict);
        }
    }

    private static CaseKey key(Case.Rule rule, int enterprise, int number) {
        String point = MadeHours.point(enterprise, number);
        Subject about = Subject.enterprise(MadeHours.enterprise(enterprise));
        return new CaseKey(rule, point + "/hour", about, point, null);
    }

    /** Of values around {@code tenths}, give or take a fifth. */
    private BigDecimal mean(int samples, int tenths) {
        long sum = 0;
        for (int i = 0; i < samples; i++) {
            sum += tenths - tenths / 5 + random.nextInt(2 * tenths / 5);
        }
        return BigDecimal.valueOf(sum, 1).divide(BigDecimal.valueOf(samples), MathContext.DECIMAL64);
    }
}
