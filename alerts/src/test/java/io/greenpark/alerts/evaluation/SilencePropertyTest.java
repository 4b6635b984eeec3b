package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.DeviceStanding;
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
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever doors, gateways and devices do, and whoever leaves and returns: no device is called silent over time in which its door
 * was shut or it was not expected, at most one open case covers its silence, people are shown what the cases say, and everything
 * is closed once all send again.
 */
class SilencePropertyTest {
    private static final String NORTH = "broker north";
    private static final String SOUTH = "broker south";
    /** As the door of devices that both bring. */
    private static final String EITHER = "either broker";

    private static final Map<String, List<String>> OPEN_BY = Map.of(
            "mqtt", List.of("mqtt"), NORTH, List.of(NORTH), SOUTH, List.of(SOUTH), EITHER, List.of(NORTH, SOUTH));
    private static final int MINUTES = 400;

    @RegisterExtension
    final Timeline line = new Timeline();

    private final long seed = Long.getLong("greenpark.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Map<String, String> doorOf = new HashMap<>();
    /** The ends of the minutes in which each door was open since the platform began. */
    private final Map<String, List<Instant>> openMinutes = new HashMap<>();

    /** When something of a device came last, or it returned to the registry since. */
    private final Map<String, Instant> heardAt = new HashMap<>();

    private final TestPark park = new TestPark().onlyDevices();
    private final Map<String, Device> away = new TreeMap<>();
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
        List.copyOf(away.keySet()).forEach(this::comeOrGo);
        List.of("mqtt", NORTH, SOUTH).forEach(line::back);
        for (int minute = 0; minute < 60; minute++) {
            pass(false);
        }
        assertThat(openCases()).describedAs("seed %s", seed).isEmpty();
    }

    private void open() {
        add("mqtt", "gw-1", 6);
        add("mqtt", "gw-2", 3);
        add("mqtt", null, 4);
        add(NORTH, "gw-3", 4);
        add(NORTH, null, 3);
        add(SOUTH, null, 2);
        add(EITHER, null, 4);
        line.clock.set(now);
        line.registry(park).restart().opened(Door.MQTT);
        line.brokerIsThere(NORTH, brought(NORTH)).brokerIsThere(SOUTH, brought(SOUTH));
        OPEN_BY.keySet().forEach(door -> openMinutes.put(door, new ArrayList<>()));
        line.current().facts().devices().forEach(this::send);
    }

    private void add(String door, String gateway, int count) {
        for (int i = 0; i < count; i++) {
            String id = "d" + doorOf.size();
            doorOf.put(id, door);
            park.device(TestPark.ENTERPRISE, id, gateway, Duration.ofMinutes(6 + random.nextInt(20)));
        }
    }

    private String[] brought(String door) {
        return doorOf.keySet().stream().filter(d -> doors(d).contains(door)).toArray(String[]::new);
    }

    private List<String> doors(String device) {
        return OPEN_BY.getOrDefault(doorOf.get(device), List.of());
    }

    private boolean canBeHeard(String device) {
        return doors(device).stream().anyMatch(line::isOpen);
    }

    /** A device leaves the registry, or returns to it. */
    private void comeOrGo(String id) {
        Device back = away.remove(id);
        if (back == null) {
            away.put(id, line.current().device(id).orElseThrow());
            park.withoutDevice(id);
        } else {
            park.device(TestPark.ENTERPRISE, id, back.gatewayId(), back.silenceAfter());
            heardAt.put(id, now);
        }
        line.registry(park);
    }

    /** A minute in which things may fail or come back, and what is well may send. */
    private void pass(boolean trouble) {
        now = now.plusSeconds(60);
        line.clock.set(now);
        openMinutes.forEach((door, minutes) -> {
            if (OPEN_BY.getOrDefault(door, List.of()).stream().anyMatch(line::isOpen)) {
                minutes.add(now);
            }
        });
        if (trouble && random.nextInt(6) == 0) {
            upset();
        }
        line.together(() -> sendWhatIsWell(trouble));
        if (trouble && random.nextInt(8) == 0) {
            comeOrGo("d" + random.nextInt(doorOf.size()));
        }
        if (trouble && random.nextInt(80) == 0) {
            // What was before the process began counts no more.
            line.restart().forgetBrought();
            openMinutes.values().forEach(List::clear);
        }
        line.evaluateSilence();
        check();
    }

    private void sendWhatIsWell(boolean trouble) {
        for (Device d : line.current().facts().devices()) {
            boolean well = !down.contains(d.id()) && !down.contains(String.valueOf(d.gatewayId()));
            if (well && canBeHeard(d.id()) && (!trouble || random.nextInt(3) > 0)) {
                send(d);
            }
        }
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
        for (String door : doors(d.id())) {
            if (door.equals("mqtt")) {
                line.heard(d.id());
            } else if (line.isOpen(door)) {
                line.broughtBy(door, d.id());
            }
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
        checkShown();
    }

    /** Who is shown as silent has an open case that speaks for it; who has a case of its own is shown so until it is heard. */
    private void checkShown() {
        Map<String, DeviceStanding> shown = line.cases().standings();
        Map<String, Case> open = new HashMap<>();
        openCases().forEach(c -> open.put(c.subject(), c));
        shown.forEach((id, standing) -> {
            Device device = line.current().device(id).orElseThrow();
            List<String> speak = new ArrayList<>(doors(id));
            speak.addAll(List.of(id, String.valueOf(device.gatewayId())));
            assertThat(speak)
                    .describedAs("seed %s at %s: %s is shown as %s", seed, now, id, standing)
                    .anyMatch(open::containsKey);
        });
        line.current().facts().devices().stream()
                .map(Device::id)
                .filter(id -> open.containsKey(id) && canBeHeard(id) && !now.equals(heardAt.get(id)))
                .filter(id -> Optional.ofNullable(heardAt.get(id))
                        .orElseThrow()
                        .isBefore(open.get(id).raisedAt()))
                .forEach(id -> assertThat(shown)
                        .describedAs("seed %s at %s: %s", seed, now, id)
                        .containsKey(id));
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
        return canBeHeard(device) && open.stream().filter(heard::isBefore).count() >= allowed;
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
