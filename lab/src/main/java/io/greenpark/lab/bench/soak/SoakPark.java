package io.greenpark.lab.bench.soak;

import io.greenpark.lab.bench.ParkYaml;
import io.greenpark.park.time.ParkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up park, written as the configuration that {@code greenpark run} reads: data loggers that read their ten points
 * every {@link #STEP}, five loggers per enterprise. Each has two electricity registers and one of
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
    private final ParkYaml yaml;

    SoakPark(int devices, Instant now) {
        this.devices = devices;
        this.yaml = new ParkYaml(enterprises(devices), ParkTime.shanghai().dayOf(now));
    }

    static List<String> devices(int count) {
        return IntStream.range(0, count).mapToObj(i -> "live-" + i).toList();
    }

    static List<String> keys() {
        return IntStream.range(0, POINTS_PER_DEVICE).mapToObj(i -> "k" + i).toList();
    }

    /** The configuration. */
    String yaml() {
        yaml.registry();
        yaml.line("  devices:");
        yaml.each(devices, this::logger);
        yaml.accounts();
        yaml.line("  limits:");
        yaml.each(enterprises(devices), this::limits);
        return yaml.text();
    }

    private static int enterprises(int devices) {
        return (devices + DEVICES_PER_ENTERPRISE - 1) / DEVICES_PER_ENTERPRISE;
    }

    private void logger(int d) {
        int e = d / DEVICES_PER_ENTERPRISE;
        yaml.line("    - id: live-%d", d);
        yaml.line("      enterprise: works-%d", e);
        yaml.line("      silenceAfter: 1h");
        yaml.line("      points:");
        String every = ", expectedInterval: " + STEP.toSeconds() + "s";
        for (int k = 0; k < POINTS_PER_DEVICE; k++) {
            yaml.line("        - {key: k%d, %s%s}", k, facts(k, atOutlet(d) && k >= OUTLET_KEY, e), every);
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

    private void limits(int e) {
        int device = e * DEVICES_PER_ENTERPRISE;
        String hourly = "live-" + device + "-k8";
        String daily = "live-" + device + "-k9";
        yaml.limit(hourly, hourly, "hour", LIMIT);
        yaml.limit(daily, daily, "day", LIMIT);
    }
}
