package io.greenpark.deploy.bench.soak;

import io.greenpark.park.time.ParkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A made-up park, written as the configuration that {@code greenpark run} reads: data loggers that read their ten points
 * every {@link #STEP}, five loggers an enterprise. Each has two electricity registers and one of
 * gas, and gauges; the first of an enterprise stands at its stack, and two of its gauges have limits. Statistics and
 * targets keep the comparison of months and the rules at work.
 */
final class SoakPark {
    static final int POINTS_PER_DEVICE = 10;
    /** From one reading of a point to the next, by the devices' time. */
    static final Duration STEP = Duration.ofMinutes(1);

    /** Keys from the first on whose values are registers, in every device. */
    static final int REGISTERS = 3;
    /** The registers among them that count electricity. */
    static final int ELECTRICITY = 2;

    /** What InfluxDB calls the measurements of these points. */
    static final List<String> QUANTITIES = List.of("electricity", "natural-gas", "power", "nox", "so2");

    private static final int OUTLET_KEY = 8;
    private static final int DEVICES_PER_ENTERPRISE = 5;
    /** Values lie between 10,000 and 20,000 with a mean of half: kept, with a reserve. */
    private static final int LIMIT = 30_000;

    private final int devices;
    private final LocalDate today;
    private final StringBuilder yaml = new StringBuilder();

    SoakPark(int devices, Instant now) {
        this.devices = devices;
        this.today = ParkTime.shanghai().dayOf(now);
    }

    static List<String> devices(int count) {
        return IntStream.range(0, count).mapToObj(i -> "live-" + i).toList();
    }

    static List<String> keys() {
        return IntStream.range(0, POINTS_PER_DEVICE).mapToObj(i -> "k" + i).toList();
    }

    /** The configuration. */
    String yaml() {
        int enterprises = (devices + DEVICES_PER_ENTERPRISE - 1) / DEVICES_PER_ENTERPRISE;
        line("registry:");
        line("  district: soak");
        line("  parks: [{id: soak-park}]");
        line("  enterprises:");
        each(
                enterprises,
                e -> line(
                        "    - {id: works-%d, park: soak-park, industry: hardware-tools, aboveScale: true,"
                                + " polluting: true}",
                        e));
        line("  outlets:");
        each(
                enterprises,
                e -> line("    - {id: stack-%d, enterprise: works-%d, medium: stack, standing: evidence}", e, e));
        line("  devices:");
        each(devices, this::logger);
        line("  statistics:");
        each(enterprises, this::statistics);
        coefficients();
        line("  targets:");
        each(
                enterprises,
                e -> line(
                        "    - {id: target-%d, scope: enterprise, subject: works-%d, yearlyChangePercent: -5,"
                                + " fromYear: %d, toYear: %d, source: \"made up\"}",
                        e, e, today.getYear(), today.getYear()));
        line("  limits:");
        each(enterprises, this::limits);
        return yaml.toString();
    }

    /** Writes something with a number. */
    @FunctionalInterface
    private interface Part {
        void write(int number);
    }

    private static void each(int count, Part part) {
        IntStream.range(0, count).forEach(part::write);
    }

    private void logger(int d) {
        int e = d / DEVICES_PER_ENTERPRISE;
        line("    - id: live-%d", d);
        line("      enterprise: works-%d", e);
        line("      silenceAfter: 1h");
        line("      points:");
        String every = ", expectedInterval: " + STEP.toSeconds() + "s";
        for (int k = 0; k < POINTS_PER_DEVICE; k++) {
            line("        - {key: k%d, %s%s}", k, facts(k, atOutlet(d) && k >= OUTLET_KEY, e), every);
        }
    }

    private static boolean atOutlet(int device) {
        return device % DEVICES_PER_ENTERPRISE == 0;
    }

    private static String facts(int key, boolean atOutlet, int enterprise) {
        if (key < REGISTERS) {
            String carrier = key < ELECTRICITY ? "electricity" : "natural-gas";
            return "quantity: " + carrier + ", unit: " + (key < ELECTRICITY ? "kWh" : "m3")
                    + ", kind: register, carrier: " + carrier + ", maxPerHour: 100000, registerRange: 1000000";
        }
        return atOutlet
                ? "quantity: " + (key == OUTLET_KEY ? "nox" : "so2") + ", unit: mg/m3, kind: gauge, outlet: stack-"
                        + enterprise
                : "quantity: power, unit: kW, kind: gauge";
    }

    private void statistics(int e) {
        for (YearMonth m = YearMonth.of(today.getYear() - 1, 1);
                m.isBefore(YearMonth.from(today));
                m = m.plusMonths(1)) {
            line(
                    "    - {enterprise: works-%d, month: %s, ivaCny: 2000000, status: estimated, source: \"made up\"}",
                    e, m);
        }
    }

    private void coefficients() {
        line("  coefficientSets:");
        line("    - id: soak");
        line("      validFrom: %d-01-01", today.getYear() - 1);
        line("      basis: equivalent");
        line("      coefficients:");
        line("        electricity: {kgcePerUnit: 0.1229, source: \"GB/T 2589-2020, Table A.1\", confirmed: true}");
        line("        natural-gas: {kgcePerUnit: 1.2143, source: \"made up\"}");
    }

    private void limits(int e) {
        int device = e * DEVICES_PER_ENTERPRISE;
        limit("live-" + device + "-k8", "hour");
        limit("live-" + device + "-k9", "day");
    }

    private void limit(String point, String averaging) {
        line(
                "    - {id: limit-%s, point: %s, averaging: %s, upper: %d, unit: mg/m3, warnFraction: 0.9, source:"
                        + " \"made up\", validFrom: 2021-01-01}",
                point, point, averaging, LIMIT);
    }

    private void line(String format, Object... arguments) {
        yaml.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
