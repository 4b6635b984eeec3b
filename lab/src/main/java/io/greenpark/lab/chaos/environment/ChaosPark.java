package io.greenpark.lab.chaos.environment;

import io.greenpark.lab.ledger.LedgerLoad;
import io.greenpark.lab.ledger.LedgerLoad.LedgerDevice;
import io.greenpark.lab.ledger.LedgerLoad.LedgerPoint;
import io.greenpark.lab.ledger.LedgerLoad.ValueKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The made-up park: each enterprise has two electricity meters that send minute amounts (one stamps their beginning, one
 * their end), a water meter that sends registers, and a stack analyser with two limits. Meters send the minutes of past
 * months, so that months can be added up; analysers those of the last day, so that notices are sent.
 */
public final class ChaosPark {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final long MINUTE_MS = 60_000;
    private static final int METER_KEYS = 6;
    private static final int WATER_KEYS = 2;
    private static final int READINGS_PER_ROUND = 2 * METER_KEYS + WATER_KEYS;
    private static final Duration ANALYSED = Duration.ofHours(20);
    private static final Duration BEHIND_NOW = Duration.ofHours(2);
    private static final int MONTHS_BACK = 11;
    private static final Duration BEFORE_MONTH = Duration.ofHours(6);

    private final int enterprises;
    private final String webhook;
    private final LedgerLoad load;

    /**
     * @param now to which the load runs up
     * @param readingsPerSecond of the meters together
     * @param analysersTake how long the analysers take to send their day
     */
    public ChaosPark(int enterprises, String webhook, Instant now, int readingsPerSecond, Duration analysersTake) {
        this.enterprises = enterprises;
        this.webhook = webhook;
        this.load = new LedgerLoad(devices(now, readingsPerSecond, analysersTake));
    }

    private List<LedgerDevice> devices(Instant now, int readingsPerSecond, Duration analysersTake) {
        Instant from = LocalDate.ofInstant(now, ZONE)
                .withDayOfMonth(1)
                .minusMonths(MONTHS_BACK)
                .atStartOfDay(ZONE)
                .toInstant()
                .minus(BEFORE_MONTH);
        long minutes = Duration.between(from, now.minus(BEHIND_NOW)).toMinutes();
        double rounds = (double) readingsPerSecond / enterprises / READINGS_PER_ROUND;
        Instant day = now.minus(BEHIND_NOW).minus(ANALYSED).truncatedTo(ChronoUnit.HOURS);
        double analyses = (double) ANALYSED.toMinutes() / Math.max(1, analysersTake.toSeconds());
        List<LedgerDevice> devices = new ArrayList<>();
        for (int e = 0; e < enterprises; e++) {
            String id = enterprise(e);
            devices.add(device(
                    id + "-begin", from, minutes, rounds, keys(id + "-begin", "a", METER_KEYS, ValueKind.INTERVAL)));
            devices.add(
                    device(id + "-end", from, minutes, rounds, keys(id + "-end", "a", METER_KEYS, ValueKind.INTERVAL)));
            devices.add(device(
                    id + "-water", from, minutes, rounds, keys(id + "-water", "r", WATER_KEYS, ValueKind.REGISTER)));
            devices.add(device(
                    id + "-stack", day, ANALYSED.toMinutes(), analyses, keys(id + "-stack", "g", 2, ValueKind.GAUGE)));
        }
        return devices;
    }

    private static LedgerDevice device(
            String id, Instant from, long messages, double perSecond, List<LedgerPoint> keys) {
        return new LedgerDevice(id, from.toEpochMilli(), MINUTE_MS, messages, perSecond, keys);
    }

    private static List<LedgerPoint> keys(String device, String letter, int count, ValueKind kind) {
        List<LedgerPoint> keys = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            keys.add(new LedgerPoint(letter + i, device + "-" + letter + i, kind));
        }
        return keys;
    }

    static String enterprise(int index) {
        return "works-" + (index + 1);
    }

    public LedgerLoad load() {
        return load;
    }

    /** The enterprise of a device or point of this park. */
    public static String enterpriseOf(String id) {
        return id.substring(0, id.indexOf('-', "works-".length()));
    }

    /** Whether the readings of a device stamp the end of their minute. */
    public static boolean stampsEnd(String device) {
        return device.endsWith("-end");
    }

    /** The measurement in which InfluxDB keeps the points of a device. */
    public static String quantity(String device) {
        return device.endsWith("-stack") ? "nox" : device.endsWith("-water") ? "water" : "electricity";
    }

    /** The registry as a section of the configuration. */
    public String registry() {
        StringBuilder yaml = new StringBuilder("registry:\n  district: chaos\n  parks:\n    - {id: chaos-park}\n");
        section(
                yaml,
                "enterprises",
                e -> String.format(
                        Locale.ROOT,
                        "    - {id: %s, park: chaos-park, industry: hardware-tools, polluting: true, contacts: [{name: %s, email:"
                                + " env@%s.example, webhook: \"%s/%s\", language: %s}]}%n",
                        e,
                        e,
                        e,
                        webhook,
                        e,
                        e.endsWith("2") ? "en" : "zh"));
        section(
                yaml,
                "outlets",
                e -> String.format(
                        Locale.ROOT,
                        "    - {id: %s-outlet, enterprise: %s, medium: stack, standing: evidence}%n",
                        e,
                        e));
        section(yaml, "devices", ChaosPark::devicesOf);
        section(yaml, "limits", e -> limit(e, 1) + limit(e, 2));
        return yaml.toString();
    }

    private void section(StringBuilder yaml, String name, java.util.function.UnaryOperator<String> entry) {
        yaml.append("  ").append(name).append(":\n");
        for (int e = 0; e < enterprises; e++) {
            yaml.append(entry.apply(enterprise(e)));
        }
    }

    private static String devicesOf(String e) {
        return device(
                        e,
                        "begin",
                        METER_KEYS,
                        "a",
                        "quantity: electricity, unit: kWh, kind: interval, period: 1m, stamp:"
                                + " start, carrier: electricity")
                + device(
                        e,
                        "end",
                        METER_KEYS,
                        "a",
                        "quantity: electricity, unit: kWh, kind: interval, period: 1m, stamp:"
                                + " end, carrier: electricity")
                + device(
                        e,
                        "water",
                        WATER_KEYS,
                        "r",
                        "quantity: water, unit: m3, kind: register, carrier: water," + " expectedInterval: 1m")
                + device(
                        e,
                        "stack",
                        2,
                        "g",
                        "quantity: nox, outlet: " + e + "-outlet, unit: mg/m3, kind: gauge," + " expectedInterval: 1m");
    }

    private static String device(String e, String suffix, int keys, String letter, String facts) {
        StringBuilder yaml = new StringBuilder(
                String.format(Locale.ROOT, "    - id: %s-%s%n      enterprise: %s%n      points:%n", e, suffix, e));
        for (int i = 1; i <= keys; i++) {
            yaml.append(String.format(Locale.ROOT, "        - {key: %s%d, %s}%n", letter, i, facts));
        }
        return yaml.toString();
    }

    private static String limit(String e, int gauge) {
        return String.format(
                Locale.ROOT,
                "    - {id: %s-limit-%d, point: %s-stack-g%d, averaging: hour, upper: 50, unit: mg/m3, source: chaos,"
                        + " confirmed: true, validFrom: 2020-01-01}%n",
                e,
                gauge,
                e,
                gauge);
    }
}
