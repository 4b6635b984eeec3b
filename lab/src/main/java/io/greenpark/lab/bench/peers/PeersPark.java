package io.greenpark.lab.bench.peers;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The devices of the load: one electricity meter each, all of one enterprise, and a probe that asks whether a chain works.
 * The peers' files write the same measurement and tags, so that InfluxDB's answers mean the same for every row.
 */
final class PeersPark {
    static final String DATABASE = "greenpark";
    static final String MEASUREMENT = "electricity";
    static final String KEY = "k0";
    static final String PROBE = "probe";

    /** A meter that reports every second. */
    static final long STEP_MS = 1_000;

    private static final Duration BEFORE = Duration.ofHours(2);

    private final int devices;
    private final Instant start;

    /** @param perDevice readings of a device at most; the last of them is a while before {@code now} */
    PeersPark(int devices, long perDevice, Instant now) {
        this.devices = devices;
        this.start = now.truncatedTo(ChronoUnit.SECONDS).minus(BEFORE).minusMillis(perDevice * STEP_MS);
    }

    /** Device time of the first reading, epoch milliseconds. */
    long startMs() {
        return start.toEpochMilli();
    }

    /** Device time of a probe's reading. */
    long probeMs(int number) {
        return startMs() + number * STEP_MS;
    }

    static String device(int index) {
        return "meter-" + index;
    }

    List<String> devices() {
        return IntStream.range(0, devices).mapToObj(PeersPark::device).toList();
    }

    /** The point of a device, as InfluxDB's tag names it. */
    static String point(String device) {
        return device + "-" + KEY;
    }

    static String topic(String device) {
        return "greenpark/" + device + "/telemetry";
    }

    /** The configuration of {@code greenpark run}. */
    String yaml() {
        StringBuilder yaml = new StringBuilder("""
                registry:
                  district: bench
                  parks: [{id: bench-park}]
                  enterprises:
                    - {id: works-0, park: bench-park, industry: hardware-tools, aboveScale: true}
                  devices:
                """);
        devices().forEach(device -> device(yaml, device));
        device(yaml, PROBE);
        return yaml.toString();
    }

    private static void device(StringBuilder yaml, String device) {
        yaml.append("    - {id: ")
                .append(device)
                .append(", enterprise: works-0, silenceAfter: 1d, points: [{key: ")
                .append(KEY)
                .append(
                        ", quantity: electricity, unit: kWh, kind: register, carrier: electricity, expectedInterval: 1m,"
                                + " maxPerHour: 2000, registerRange: 1000000}]}\n");
    }
}
