package io.greenpark.lab.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The configuration of a made-up park as {@code greenpark run} reads it: enterprises with a stack each, value added for
 * every month since the beginning of last year, coefficients and a target, so that nothing of accounts and rules is idle. The
 * caller adds devices, points and limits in between.
 */
public final class ParkYaml {
    private final int enterprises;
    private final LocalDate today;
    private final StringBuilder yaml = new StringBuilder();

    /** Writes something with a number. */
    @FunctionalInterface
    public interface Part {
        void write(int number);
    }

    /** @param today statistics end with the month before; the target is this year's */
    public ParkYaml(int enterprises, LocalDate today) {
        this.enterprises = enterprises;
        this.today = today;
    }

    /** Enterprises, called {@link #enterprise}, and their outlets {@link #outlet}. */
    public void registry() {
        line("registry:");
        line("  district: bench");
        line("  parks: [{id: bench-park}]");
        line("  enterprises:");
        each(
                enterprises,
                e -> line(
                        "    - {id: %s, park: bench-park, industry: hardware-tools, aboveScale: true, polluting: true}",
                        enterprise(e)));
        line("  outlets:");
        each(
                enterprises,
                e -> line(
                        "    - {id: %s, enterprise: %s, medium: stack, standing: evidence}", outlet(e), enterprise(e)));
    }

    public static String enterprise(int number) {
        return "works-" + number;
    }

    public static String outlet(int enterprise) {
        return "stack-" + enterprise;
    }

    /** What enterprises make and should save, and what energy counts. */
    public void accounts() {
        line("  statistics:");
        each(enterprises, this::statistics);
        coefficients();
        line("  targets:");
        each(
                enterprises,
                e -> line(
                        "    - {id: target-%d, scope: enterprise, subject: %s, yearlyChangePercent: -5, fromYear: %d,"
                                + " toYear: %d, source: \"made up\"}",
                        e, enterprise(e), today.getYear(), today.getYear()));
    }

    private void statistics(int e) {
        for (YearMonth m = YearMonth.of(today.getYear() - 1, 1);
                m.isBefore(YearMonth.from(today));
                m = m.plusMonths(1)) {
            line(
                    "    - {enterprise: %s, month: %s, ivaCny: 2000000, status: estimated, source: \"made up\","
                            + " allowedUse: judge}",
                    enterprise(e), m);
        }
    }

    private void coefficients() {
        line("  coefficientSets:");
        line("    - id: bench");
        line("      validFrom: %d-01-01", today.getYear() - 1);
        line("      basis: equivalent");
        line("      coefficients:");
        line("        electricity: {kgcePerUnit: 0.1229, source: \"GB/T 2589-2020, Table A.1\", confirmed: true}");
        line("        natural-gas: {kgcePerUnit: 1.2143, source: \"made up\"}");
    }

    /** A limit of a gauge; belongs below a line {@code limits:}. */
    public void limit(String id, String point, String averaging, int upper) {
        line(
                "    - {id: limit-%s, point: %s, averaging: %s, upper: %d, unit: mg/m3, warnFraction: 0.9, source:"
                        + " \"made up\", validFrom: 2021-01-01}",
                id, point, averaging, upper);
    }

    /** Writes something so many times. */
    public void each(int count, Part part) {
        IntStream.range(0, count).forEach(part::write);
    }

    public void line(String format, Object... arguments) {
        yaml.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    /** What was written. */
    public String text() {
        return yaml.toString();
    }
}
