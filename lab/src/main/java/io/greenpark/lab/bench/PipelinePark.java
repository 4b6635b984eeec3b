package io.greenpark.lab.bench;

import io.greenpark.park.time.ParkTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up installation for the whole way, written as the configuration that {@code greenpark run} reads: data loggers
 * of ten points each, five loggers per enterprise. Six points are electricity registers, two are amounts of a quarter hour
 * (gas; a sub-meter outside the boundary), two are gauges at an outlet, each with a limit. Every enterprise has value
 * added for every month and a target, so that nothing of accounts and rules is idle.
 */
public final class PipelinePark {
    /** Quarter hours: what the meters of large users send. */
    static final long STEP_MS = 900_000;
    /** What data loggers send. */
    static final long MINUTE_MS = 60_000;

    private static final long SECOND_MS = 1_000;
    private static final long LEAST_MAX_PER_HOUR = 2_000;

    public static final int POINTS_PER_DEVICE = 10;
    /** Keys from the first on whose values are registers. */
    public static final int REGISTERS = 6;

    private static final int DEVICES_PER_ENTERPRISE = 5;
    /** Current and voltage transformers of a register. */
    private static final int RATIO = 80;
    /** What the generator's counters rise by, kWh before the ratio. */
    private static final BigDecimal RISE_PER_MESSAGE = new BigDecimal("0.37");

    /** The gauges rise from 10,000 to 20,000 and fall back, about every 31 hours; one outlet in five gets over this. */
    private static final int EXCEEDED_LIMIT = 19_700;
    /** Once a minute or more they rise and fall within two hours, so that the mean of an hour gets not as far. */
    private static final int EXCEEDED_LIMIT_OFTEN = 16_000;

    private static final int KEPT_LIMIT = 30_000;

    /** The key of a probe's one point. */
    static final String PROBE_KEY = "nox";
    /** Whose the probes are. */
    static final String PROBED = ParkYaml.enterprise(0);
    /** Less than a generator's value ever is. */
    private static final int PROBE_LIMIT = 5_000;

    private final int devices;
    private final int devicesPerEnterprise;
    private final int probes;
    private final LocalDate today;
    private final long stepMs;
    private final ParkYaml yaml;

    /** @param today statistics end with the month before; the history begins with the year before */
    PipelinePark(int devices, LocalDate today) {
        this(devices, 0, today);
    }

    /** @param probes gauges beside the loggers, read once an hour, each with a limit that every value is over */
    PipelinePark(int devices, int probes, LocalDate today) {
        this(devices, DEVICES_PER_ENTERPRISE, probes, today, STEP_MS);
    }

    private PipelinePark(int devices, int devicesPerEnterprise, int probes, LocalDate today, long stepMs) {
        this.devices = devices;
        this.devicesPerEnterprise = devicesPerEnterprise;
        this.probes = probes;
        this.today = today;
        this.stepMs = stepMs;
        this.yaml = new ParkYaml((devices + devicesPerEnterprise - 1) / devicesPerEnterprise, today);
    }

    /** Enterprises of one logger each that sends every so often. */
    public static PipelinePark ofOneLoggerEach(Duration step, int enterprises, LocalDate today) {
        return new PipelinePark(enterprises, 1, 0, today, step.toMillis());
    }

    /** Loggers that send every so often. */
    static PipelinePark every(Duration step, int devices, LocalDate today) {
        return new PipelinePark(devices, DEVICES_PER_ENTERPRISE, 0, today, step.toMillis());
    }

    public static String device(int index) {
        return "logger-" + index;
    }

    /** The enterprise of a logger, where each has one. */
    public static String enterprise(int index) {
        return ParkYaml.enterprise(index);
    }

    public static List<String> devices(int count) {
        return IntStream.range(0, count).mapToObj(PipelinePark::device).toList();
    }

    /** What its points measure. */
    static List<String> quantities() {
        return List.of("electricity", "natural-gas", "nox", "so2");
    }

    /** Enterprises all of whose loggers are among the first ones. */
    static List<String> enterprises(int ofDevices) {
        return IntStream.range(0, ofDevices / DEVICES_PER_ENTERPRISE)
                .mapToObj(ParkYaml::enterprise)
                .toList();
    }

    /** What an enterprise uses by its registers over so many messages of each logger, kWh. */
    static BigDecimal kwh(long messages) {
        return RISE_PER_MESSAGE.multiply(
                BigDecimal.valueOf((messages - 1) * RATIO * REGISTERS * DEVICES_PER_ENTERPRISE));
    }

    public static List<String> keys() {
        return IntStream.range(0, POINTS_PER_DEVICE).mapToObj(i -> "k" + i).toList();
    }

    /** The year of its history. */
    public int year() {
        return today.getYear() - 1;
    }

    /** Where the history begins: 1 January of last year in the park, so that its months are compared and judged. */
    public Instant start() {
        return ParkTime.shanghai().startOf(YearMonth.of(year(), 1));
    }

    /** The configuration. */
    public String yaml() {
        yaml.registry();
        yaml.line("  devices:");
        yaml.each(devices, this::logger);
        yaml.each(probes, this::probe);
        yaml.accounts();
        yaml.line("  limits:");
        yaml.each(devices, this::limits);
        yaml.each(probes, p -> yaml.limit("probe-" + p, probePoint(p), "hour", PROBE_LIMIT));
        return yaml.text();
    }

    private void logger(int d) {
        int e = d / devicesPerEnterprise;
        yaml.line("    - id: %s", device(d));
        yaml.line("      enterprise: works-%d", e);
        yaml.line("      silenceAfter: 1h");
        yaml.line("      points:");
        for (int k = 0; k < REGISTERS; k++) {
            yaml.line(
                    "        - {key: k%d, quantity: electricity, unit: kWh, kind: register, carrier: electricity, ratio: %d,"
                            + " expectedInterval: %s, maxPerHour: %d, registerRange: 1000000}",
                    k, RATIO, interval(), maxPerHour());
        }
        yaml.line(
                "        - {key: k6, quantity: natural-gas, unit: %s, carrier: natural-gas, %s}",
                flow("m3", "L/s"), amount());
        yaml.line(
                "        - {key: k7, quantity: electricity, unit: %s, carrier: electricity, boundary: false, %s}",
                flow("kWh", "kW"), amount());
        for (String key : List.of("k8", "k9")) {
            yaml.line(
                    "        - {key: %s, quantity: %s, outlet: stack-%d, unit: mg/m3, kind: gauge, expectedInterval: %s}",
                    key, quantity(key), e, interval());
        }
    }

    /** Amounts of a period, which is whole minutes; more often it is what flows at the moment. */
    private String flow(String amountUnit, String flowUnit) {
        return stepMs < MINUTE_MS ? flowUnit : amountUnit;
    }

    private String amount() {
        return stepMs < MINUTE_MS
                ? "kind: gauge, expectedInterval: " + interval()
                : "kind: interval, period: " + interval() + ", stamp: end";
    }

    private String interval() {
        return stepMs / SECOND_MS + "s";
    }

    /** What can flow in an hour: more than the generator's counters ever rise by. */
    private long maxPerHour() {
        return Math.max(LEAST_MAX_PER_HOUR, 2 * RATIO * ParkTime.HOUR_MS / stepMs);
    }

    private static String quantity(String key) {
        return key.equals("k8") ? "nox" : "so2";
    }

    /** Devices with one point each. */
    List<String> probes() {
        return IntStream.range(0, probes).mapToObj(p -> "probe-" + p).toList();
    }

    static String probePoint(int probe) {
        return "probe-" + probe + "-" + PROBE_KEY;
    }

    private void probe(int p) {
        yaml.line(
                "    - {id: probe-%d, enterprise: %s, silenceAfter: 2h, points: [{key: %s, quantity: nox, outlet: stack-0,"
                        + " unit: mg/m3, kind: gauge, expectedInterval: 1h}]}",
                p, PROBED, PROBE_KEY);
    }

    private void limits(int d) {
        int exceeded = stepMs > MINUTE_MS ? EXCEEDED_LIMIT : EXCEEDED_LIMIT_OFTEN;
        int upper = d % DEVICES_PER_ENTERPRISE == 0 ? exceeded : KEPT_LIMIT;
        yaml.limit(d + "-k8", device(d) + "-k8", "hour", upper);
        yaml.limit(d + "-k9", device(d) + "-k9", "day", upper);
    }
}
