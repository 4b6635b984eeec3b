package io.greenpark.ingest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.ingest.admission.KeptAdmission;
import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.MessageValidator;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.TestPark;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.TestStores;
import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.ParkTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineReleaseTest {
    private static final Registry BEFORE = TestPark.registry(List.of("m1"), List.of());
    private static final Registry AFTER = TestPark.registry(List.of("m1", "m2", "m3"), List.of());
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** The stores let go what is old by the clock of the machine. */
    private static final long NOW =
            System.currentTimeMillis() - Duration.ofDays(1).toMillis();

    @TempDir
    private Path dir;

    private final AtomicReference<Registry> registry = new AtomicReference<>(BEFORE);
    private final RegistrySource source = new RegistrySource() {
        @Override
        public Registry current() {
            return registry.get();
        }

        @Override
        public void onChange(Consumer<RegistryChange> listener) {
            // The release asks for the current registry by itself.
        }
    };
    private final AtomicLong portions = new AtomicLong();
    private TestStores stores;
    private QuarantineRelease release;

    @BeforeEach
    void open() {
        stores = new TestStores(dir);
        release = new QuarantineRelease(
                counting(quarantine()),
                stores.log,
                source,
                new KeptAdmission(Map.of("plant", device -> device.startsWith("m")), TOLERANCE));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /** Counts how often something of it is read. */
    private Quarantine counting(Quarantine of) {
        return (Quarantine) Proxy.newProxyInstance(
                Quarantine.class.getClassLoader(), new Class<?>[] {Quarantine.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("portion")) {
                        portions.incrementAndGet();
                    }
                    try {
                        return method.invoke(of, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Quarantine quarantine() {
        return stores.deadLetters.quarantine();
    }

    private MessageValidator gateway() {
        return MessageValidators.keeping(source, TOLERANCE).forSender(new MessageSender.GatewaySender("gw"), Door.MQTT);
    }

    /** As a door does. */
    private ValidatedMessage take(MessageValidator validator, String json, long arrivalMs) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        ValidatedMessage message = validator.validate(
                null, new TelemetryJson().decode(bytes, 0, bytes.length, PayloadForm.GATEWAY), arrivalMs, () -> json);
        if (!message.readings().isEmpty()) {
            stores.log.append(message.readings()).toCompletableFuture().join();
        }
        stores.deadLetters.append(message.deadLetters()).toCompletableFuture().join();
        quarantine().append(message.kept()).toCompletableFuture().join();
        return message;
    }

    private void releaseAll() {
        while (release.step()) {
            assertThat(release.lag()).isNotNegative();
        }
    }

    @Test
    void readings_of_an_unknown_device_come_into_the_log_once_it_is_registered() {
        take(gateway(), "{\"m2\":[{\"ts\":" + (NOW - 900_000) + ",\"values\":{\"kwh\":7,\"typo\":1}}]}", NOW);
        releaseAll();
        assertThat(stores.readings()).isEmpty();
        registry.set(AFTER);
        releaseAll();
        Reading reading = stores.readings().get(0);
        assertThat(stores.readings()).hasSize(1);
        assertThat(reading.pointId()).isEqualTo("m2.kwh");
        assertThat(reading.timeMs()).isEqualTo(NOW - 900_000);
        assertThat(reading.arrivalMs()).isEqualTo(NOW);
        assertThat(reading.door()).isEqualTo(Door.MQTT);
        assertThat(quarantine().devices().get(0).keys())
                .as("a key without a point waits on")
                .extracting(key -> key.key())
                .containsExactly("typo");
    }

    @Test
    void what_the_door_would_have_refused_becomes_a_dead_letter() {
        take(gateway(), "{\"m2\":[{\"ts\":7,\"values\":{\"kwh\":7}}]}", NOW);
        take(gateway(), "{\"m2\":[{\"ts\":" + (NOW + 900_000) + ",\"values\":{\"kw\":7}}]}", NOW);
        take(gateway(), "{\"m2\":[{\"interval\":3}]}", NOW);
        registry.set(AFTER);
        releaseAll();
        assertThat(stores.readings()).isEmpty();
        assertThat(quarantine().devices()).isEmpty();
        assertThat(stores.listDeadLetters())
                .extracting(DeadLetter::reason)
                .contains(RejectReason.TIME_TOO_OLD, RejectReason.TIME_IN_FUTURE, RejectReason.TIME_MISSING);
    }

    private static String at(long ms, String key, int value) {
        return "{\"m2\":[{\"ts\":" + ms + ",\"values\":{\"" + key + "\":" + value + "}}]}";
    }

    /** As registered with other days from which on, and up to which, the points of m2 are true. */
    private static Registry with(Instant from, @Nullable Instant ended) {
        Registry.Facts f = AFTER.facts();
        List<Point> points = f.points().stream()
                .map(p -> p.deviceId().equals("m2") ? dated(p, from, ended) : p)
                .toList();
        return new Registry(new Registry.Facts(
                f.district(),
                f.parks(),
                f.enterprises(),
                f.outlets(),
                f.gateways(),
                f.devices(),
                points,
                f.statistics(),
                f.coefficientSets(),
                f.targets(),
                f.limits()));
    }

    private static Point dated(Point p, Instant from, @Nullable Instant ended) {
        PointFacts facts = p.currentFacts();
        PointFacts dated = new PointFacts(
                from,
                facts.unit(),
                facts.kind(),
                facts.period(),
                facts.stamp(),
                facts.expectedInterval(),
                null,
                BigDecimal.ONE,
                true,
                null,
                null,
                true,
                ParkTime.SHANGHAI);
        return new Point(
                p.id(),
                p.deviceId(),
                p.key(),
                p.enterpriseId(),
                null,
                p.quantity(),
                p.name(),
                List.of(dated),
                List.of(),
                ended);
    }

    /** What was kept and is out of the time of its point: nothing of it is lost by a day that somebody mistook. */
    @Test
    void what_lies_before_its_point_waits_until_the_point_begins_earlier() {
        for (int i = 0; i < 3; i++) {
            take(gateway(), at(NOW - (3 - i) * 900_000L, "kwh", i), NOW);
        }
        long refused = stores.listDeadLetters().size();
        registry.set(with(Instant.ofEpochMilli(NOW - 1_000_000), null));
        releaseAll();
        assertThat(stores.readings()).extracting(Reading::value).containsExactly(2.0);
        assertThat(quarantine().devices().get(0).readings()).isEqualTo(2);
        assertThat(stores.listDeadLetters()).hasSize((int) refused);
        registry.set(with(Instant.ofEpochMilli(NOW - 2_000_000), null));
        releaseAll();
        registry.set(with(Instant.ofEpochMilli(NOW - 9_000_000), null));
        releaseAll();
        assertThat(stores.readings()).extracting(Reading::value).containsExactlyInAnyOrder(0.0, 1.0, 2.0);
        assertThat(quarantine().devices()).isEmpty();
    }

    @Test
    void what_lies_behind_an_ended_point_waits_until_the_point_goes_on() {
        take(gateway(), at(NOW - 900_000, "kwh", 1), NOW);
        take(gateway(), at(NOW, "kwh", 2), NOW);
        registry.set(with(TestPark.SINCE, Instant.ofEpochMilli(NOW - 1)));
        releaseAll();
        assertThat(stores.readings()).extracting(Reading::value).containsExactly(1.0);
        assertThat(quarantine().devices().get(0).readings()).isOne();
        registry.set(with(TestPark.SINCE, null));
        releaseAll();
        assertThat(stores.readings()).extracting(Reading::value).containsExactly(1.0, 2.0);
        assertThat(quarantine().devices()).isEmpty();
    }

    @Test
    void what_waits_on_may_be_discarded_and_stands_in_the_way_of_nothing() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"ts\":" + (NOW - 900_000L * (i + 2)) + ",\"values\":{\"kwh\":" + i + "}}");
        }
        take(gateway(), "{\"m2\":[" + many + "]}", NOW);
        take(gateway(), at(NOW, "kwh", 7), NOW);
        registry.set(with(Instant.ofEpochMilli(NOW - 1), null));
        releaseAll();
        assertThat(stores.readings()).extracting(Reading::value).containsExactly(7.0);
        assertThat(quarantine().devices().get(0).readings()).isEqualTo(2_500);
        quarantine().discard(quarantine().devices().get(0).id(), new Discard(NOW, "officer", "a test"));
        releaseAll();
        assertThat(stores.readings()).hasSize(1);
    }

    /** Else whoever sends of unknown devices would have all that waits on read again and again. */
    @Test
    void what_waits_on_is_looked_at_again_only_where_its_points_or_it_changed() {
        take(gateway(), at(NOW - 900_000, "kwh", 1), NOW);
        registry.set(with(Instant.ofEpochMilli(NOW), null));
        releaseAll();
        long lookedBefore = portions.get();
        take(gateway(), "{\"m9\":[{\"ts\":" + NOW + ",\"values\":{\"kwh\":7}}]}", NOW);
        releaseAll();
        registry.set(with(Instant.ofEpochMilli(NOW), null));
        releaseAll();
        assertThat(portions).hasValue(lookedBefore);
        registry.set(with(TestPark.SINCE, null));
        releaseAll();
        assertThat(portions.get()).isGreaterThan(lookedBefore);
        assertThat(stores.readings()).hasSize(1);
    }

    @Test
    void nothing_is_released_to_a_device_that_another_gateway_serves_or_that_is_not_ours() {
        MessageValidator other = MessageValidators.keeping(source, TOLERANCE)
                .forSender(new MessageSender.GatewaySender("gw-2"), Door.MQTT);
        take(other, "{\"m2\":[{\"ts\":" + NOW + ",\"values\":{\"kwh\":7}}]}", NOW);
        take(gateway(), "{\"m3\":[{\"ts\":" + NOW + ",\"values\":{\"kwh\":7}}]}", NOW);
        long notOurs = quarantine().devices().get(1).id();
        quarantine().discard(notOurs, new Discard(NOW, "officer", "not ours"));
        registry.set(AFTER);
        releaseAll();
        assertThat(stores.readings()).isEmpty();
        assertThat(quarantine().devices()).hasSize(2);
    }

    @Test
    void what_came_under_a_name_that_is_no_id_counts_once_a_device_of_its_gateway_has_it() {
        String payload = "{\"Meter_2\":[{\"ts\":" + NOW + ",\"values\":{\"kwh\":7}}]}";
        take(gateway(), payload, NOW);
        registry.set(TestPark.of(List.of(TestPark.device("foreign", "other").sentAs("Meter_2"))));
        releaseAll();
        assertThat(stores.readings()).isEmpty();
        registry.set(TestPark.of(List.of(
                TestPark.device("foreign", "other").sentAs("Meter_2"),
                TestPark.device("m2", "gw").sentAs("Meter_2"))));
        releaseAll();
        assertThat(stores.readings()).extracting(Reading::deviceId).containsExactly("m2");
        assertThat(quarantine().devices()).isEmpty();
        // What comes from then on is the same device's.
        take(gateway(), payload.replace("kwh\":7", "kwh\":8"), NOW + 1);
        assertThat(stores.readings()).extracting(Reading::pointId).containsExactly("m2.kwh", "m2.kwh");
    }

    @Test
    void a_broker_entry_that_is_no_longer_configured_releases_nothing() {
        for (String name : List.of("plant", "gone")) {
            MessageValidator broker = MessageValidators.keeping(source, TOLERANCE)
                    .forSender(MessageSender.broker(name, device -> true), Door.BROKER);
            take(broker, "{\"m2\":[{\"ts\":" + NOW + ",\"values\":{\"kwh\":7}}]}", NOW);
        }
        registry.set(AFTER);
        releaseAll();
        assertThat(stores.readings()).hasSize(1);
        assertThat(quarantine().devices()).extracting(d -> d.sender().name()).containsExactly("gone");
    }

    @Test
    void what_the_log_does_not_take_waits_on_and_comes_later() {
        take(gateway(), "{\"m2\":[{\"ts\":" + NOW + ",\"values\":{\"kwh\":7}}]}", NOW);
        registry.set(AFTER);
        TestStores first = stores;
        first.log.close();
        assertThatThrownBy(this::releaseAll).isInstanceOf(RuntimeException.class);
        assertThat(quarantine().devices()).hasSize(1);
        first.close();
        open();
        releaseAll();
        assertThat(stores.readings()).hasSize(1);
        assertThat(quarantine().devices()).isEmpty();
    }

    @Test
    void appended_and_not_settled_is_appended_again_as_the_same_readings() {
        take(gateway(), "{\"m2\":[{\"ts\":" + NOW + ",\"values\":{\"kwh\":7}}]}", NOW);
        registry.set(AFTER);
        // As a process that died between the log's commit and that of the quarantine left it.
        KeptAdmission admission = new KeptAdmission(Map.of(), TOLERANCE);
        quarantine()
                .portion(quarantine().devices().get(0).id(), Set.of("kwh"), 10)
                .messages()
                .forEach(m -> stores.log
                        .append(admission.validate(m, AFTER).readings())
                        .toCompletableFuture()
                        .join());
        releaseAll();
        assertThat(stores.readings()).hasSize(2);
        assertThat(new HashSet<>(stores.readings())).hasSize(1);
    }

    @Test
    void claimed_late_is_the_same_as_registered_early() {
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            List<String> payloads = new ArrayList<>();
            List<Long> arrivals = new ArrayList<>();
            long arrival = NOW;
            for (int i = 0; i < 40; i++) {
                payloads.add(payload(random, arrival));
                arrivals.add(arrival);
                arrival += 1 + random.nextInt(900_000);
            }
            registry.set(BEFORE);
            for (int i = 0; i < payloads.size(); i++) {
                take(gateway(), payloads.get(i), arrivals.get(i));
            }
            List<Reading> before = stores.readings();
            registry.set(AFTER);
            releaseAll();
            List<Reading> late = new ArrayList<>(stores.readings());
            before.forEach(late::remove);
            List<Reading> early = new ArrayList<>();
            for (int i = 0; i < payloads.size(); i++) {
                early.addAll(take(gateway(), payloads.get(i), arrivals.get(i)).readings());
            }
            early.removeIf(reading -> reading.deviceId().equals("m1"));
            assertThat(counted(late)).as("seed %d", seed).isEqualTo(counted(early));
            assertThat(release.step())
                    .as("what waits on is not looked at again")
                    .isFalse();
            stores.close();
            dir = dir.resolve("next");
            open();
        }
    }

    /** What of readings counts, as in the books: of one point and time the last value that differs from the one before. */
    private static Map<String, Reading> counted(List<Reading> readings) {
        Map<String, Reading> counted = new HashMap<>();
        for (Reading reading : readings) {
            String key = reading.pointId() + "@" + reading.timeMs();
            Reading before = counted.get(key);
            if (before == null || before.value() != reading.value() || before.flag() != reading.flag()) {
                counted.put(key, reading);
            }
        }
        return counted;
    }

    /** Of devices known and not, with times of all kinds, some of which no door takes. */
    private static String payload(Random random, long arrivalMs) {
        List<String> devices = new ArrayList<>();
        for (String device : List.of("m1", "m2", "m3")) {
            if (random.nextInt(3) > 0) {
                List<String> items = new ArrayList<>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    items.add(item(random, arrivalMs));
                }
                devices.add("\"" + device + "\":[" + String.join(",", items) + "]");
            }
        }
        return devices.isEmpty() ? "{\"m2\":[" + item(random, arrivalMs) + "]}" : "{" + String.join(",", devices) + "}";
    }

    private static String item(Random random, long arrivalMs) {
        String values = "{\"kwh\":" + random.nextInt(5) + ",\"kw\":" + random.nextInt(5) + ",\"interval\":"
                + random.nextInt(5) + ",\"old\":1}";
        return switch (random.nextInt(5)) {
            case 0 -> values;
            case 1 -> "{\"ts\":" + (arrivalMs + random.nextInt(900_000)) + ",\"values\":" + values + "}";
            case 2 ->
                "{\"ts\":\"2018-01-0" + (1 + random.nextInt(2)) + " 0" + random.nextInt(9) + ":00:00\",\"values\":"
                        + values + "}";
            default -> "{\"ts\":" + (arrivalMs - 900_000L * random.nextInt(4)) + ",\"values\":" + values + "}";
        };
    }
}
