package io.greenpark.lab.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Many devices of one point each, so that connections are measured and not accounts: a value per minute each, ten per enterprise. */
final class ConnectionsPark {
    static final String KEY = "kw";

    private static final int DEVICES_PER_ENTERPRISE = 10;

    private ConnectionsPark() {}

    static List<String> devices(int count) {
        return IntStream.range(0, count).mapToObj(ConnectionsPark::device).toList();
    }

    private static String device(int index) {
        return "meter-" + index;
    }

    /** The configuration. */
    static String yaml(int devices) {
        StringBuilder yaml = new StringBuilder("registry:\n  district: bench\n  parks: [{id: bench-park}]\n");
        yaml.append("  enterprises:\n");
        for (int e = 0; e * DEVICES_PER_ENTERPRISE < devices; e++) {
            yaml.append(String.format(
                    Locale.ROOT, "    - {id: works-%d, park: bench-park, industry: hardware-tools}%n", e));
        }
        yaml.append("  devices:\n");
        for (int d = 0; d < devices; d++) {
            yaml.append(String.format(
                    Locale.ROOT,
                    "    - {id: %s, enterprise: works-%d, silenceAfter: 1h, points: [{key: %s, quantity: power, unit: kW,"
                            + " kind: gauge, expectedInterval: 1m}]}%n",
                    device(d),
                    d / DEVICES_PER_ENTERPRISE,
                    KEY));
        }
        return yaml.toString();
    }
}
