package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever doors, gateways and devices do: no device is called silent over time in which its door was shut, at most one open
 * case covers its silence, and everything is closed once all send again.
 */
class SilencePropertyTest {
    private static final String NORTH = "broker north";
    private static final String SOUTH = "broker south";
    private static final int MINUTES = 400;

    @RegisterExtension
    final Timeline line = new Timeline();

    private final long seed = Long.getLong("greenpark.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Map<String, String> doorOf = new HashMap<>();
    /** The ends of the minutes in which each door was open since the platform began. */
    private final Map<String, List<Instant>> openMinutes = new HashMap<>();

    private final Map<String, Instant> heardAt = new HashMap<>();
    private final Set<String> down = new HashSet<>();
    private final Set<String> raisedBefore = new HashSet<>();
    private Instant now = time("2026-11-23T00:00");

    @RepeatedTest(8)
    void silence_means_silence() {
        open();
        for (int minute = 0; minute < MINUTES; minute++) {
            pass(true);
        }
        down.clear();
        List.of("mqtt", NORTH, SOUTH).forEach(line::back);
        for (int minute = 0; minute < 60; minute++) {
            pass(false);
        }
        assertThat(openCases()).describedAs("seed %s", seed).isEmpty();
    }

    private void open() {
        TestPark park = new TestPark().onlyDevices();
        add(park, "mqtt", "gw-1", 6);
        add(park, "mqtt", "gw-2", 3);
        add(park, "mqtt", null, 4);
        add(park, NORTH, "gw-3", 4);
        add(park, NORTH, null, 3);
        add(park, SOUTH, null, 2);
        line.clock.set(now);
        line.registry(park).restart().opened(Door.MQTT);
        line.brokerIsThere(NORTH, brought(NORTH)).brokerIsThere(SOUTH, brought(SOUTH));
        List.of("mqtt", NORTH, SOUTH).forEach(door -> openMinutes.put(door, new ArrayList<>()));
        line.current().facts().devices().forEach(this::send);
    }

    private void add(TestPark park, String door, String gateway, int count) {
        for (int i = 0; i < count; i++) {
            String id = "d" + doorOf.size();
            doorOf.put(id, door);
            park.device(TestPark.ENTERPRISE, id, gateway, Duration.ofMinutes(6 + random.nextInt(20)));
        }
    }

    private String[] brought(String door) {
        return doorOf.keySet().stream().filter(d -> doorOf.get(d).equals(door)).toArray(String[]::new);
    }

    /** A minute in which things may fail or come back, and what is well may send. */
    private void pass(boolean trouble) {
        now = now.plusSeconds(60);
        line.clock.set(now);
        openMinutes.forEach((door, minutes) -> {
            if (line.isOpen(door)) {
                minutes.add(now);
            }
        });
        if (trouble && random.nextInt(6) == 0) {
            upset();
        }
        for (Device d : line.current().facts().devices()) {
            boolean well = !down.contains(d.id()) && !down.contains(String.valueOf(d.gatewayId()));
            if (well && line.isOpen(doorOf.get(d.id())) && (!trouble || random.nextInt(3) > 0)) {
                send(d);
            }
        }
        if (trouble && random.nextInt(80) == 0) {
            // What was before the process began counts no more.
            line.restart().forgetBrought();
            openMinutes.values().forEach(List::clear);
        }
        line.evaluateSilence();
        check();
    }

    private void upset() {
        List<String> doors = List.of("mqtt", NORTH, SOUTH);
        List<String> others = new ArrayList<>(doorOf.keySet().stream().sorted().toList());
        others.addAll(List.of("gw-1", "gw-2", "gw-3", "gw-1", "gw-2", "gw-3"));
        if (random.nextInt(4) == 0) {
            String door = doors.get(random.nextInt(doors.size()));
            if (line.isOpen(door)) {
                line.shut(door);
            } else {
                line.back(door);
            }
        } else {
            String one = others.get(random.nextInt(others.size()));
            if (!down.add(one)) {
                down.remove(one);
            }
        }
    }

    private void send(Device d) {
        heardAt.put(d.id(), now);
        String door = doorOf.get(d.id());
        if (door.equals("mqtt")) {
            line.heard(d.id());
        } else {
            line.broughtBy(door, d.id());
        }
    }

    private List<Case> openCases() {
        return line.cases().list(CaseFilter.all().in(Case.State.OPEN), 1_000);
    }

    private void check() {
        Map<String, Integer> coveredBy = new HashMap<>();
        for (Case c : openCases()) {
            if (c.rule() == Case.Rule.DEVICE_SILENT) {
                coveredBy.merge(c.subject(), 1, Integer::sum);
            } else if (c.rule() == Case.Rule.GATEWAY_SILENT) {
                listed(c).forEach(device -> coveredBy.merge(device, 1, Integer::sum));
            }
            if (raisedBefore.add(c.id())) {
                checkRaised(c);
            }
        }
        assertThat(coveredBy.values())
                .describedAs("seed %s at %s: %s", seed, now, coveredBy)
                .allMatch(n -> n == 1);
    }

    private void checkRaised(Case c) {
        if (c.rule() == Case.Rule.DEVICE_SILENT) {
            assertThat(silentWhileOpen(c.subject()))
                    .describedAs("seed %s at %s: %s", seed, now, c.subject())
                    .isTrue();
        } else if (c.rule() == Case.Rule.GATEWAY_SILENT) {
            List<String> listed = listed(c);
            assertThat(listed.stream().filter(this::silentWhileOpen).count())
                    .describedAs("seed %s at %s: %s of %s", seed, now, c.subject(), listed)
                    .isGreaterThanOrEqualTo(2);
        }
    }

    /** Whether its door was open for as long as it may be silent since something came, and is. */
    private boolean silentWhileOpen(String device) {
        long allowed =
                line.current().device(device).orElseThrow().silenceAfter().toMinutes();
        List<Instant> open =
                Optional.ofNullable(openMinutes.get(doorOf.get(device))).orElseThrow();
        Instant heard = Optional.ofNullable(heardAt.get(device)).orElseThrow();
        return line.isOpen(doorOf.get(device))
                && open.stream().filter(heard::isBefore).count() >= allowed;
    }

    /** The devices that a gateway's case speaks for. */
    private List<String> listed(Case c) {
        String devices = c.text()
                .en()
                .lines()
                .filter(l -> l.startsWith("Devices: "))
                .findFirst()
                .orElse("");
        return Pattern.compile("\\bd\\d+\\b")
                .matcher(devices)
                .results()
                .map(r -> r.group())
                .toList();
    }
}
