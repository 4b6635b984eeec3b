package io.greenpark.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.ProvedSender.Kind;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Devices under names that are not their ids: each sender reaches its own by them, and nothing of others. */
class SentNameTest {
    private static final long NOW = Instant.parse("2024-05-01T00:00:00Z").toEpochMilli();
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Registry REGISTRY = TestPark.of(List.of(
            TestPark.device("press", "gw").sentAs("Meter_1"),
            TestPark.device("kiln", "other").sentAs("Meter_1"),
            TestPark.device("mill", "other").sentAs("电表#3"),
            TestPark.device("well", null).sentAs("01.02.03"),
            TestPark.device("meter-7", "other"),
            TestPark.device("boiler", "gw").sentAs("meter-7")));

    private static MessageSender gateway(String name) {
        return new MessageSender.GatewaySender(name);
    }

    private static ValidatedMessage sent(Registry registry, MessageSender sender, String device, String key) {
        byte[] payload = ("{\"" + device + "\": [{\"ts\": " + NOW + ", \"values\": {\"" + key + "\": 1}}]}")
                .getBytes(StandardCharsets.UTF_8);
        return MessageValidators.keeping(RegistrySource.fixed(registry), TOLERANCE)
                .forSender(sender, Door.MQTT)
                .validate(
                        null,
                        new TelemetryJson().decode(payload, 0, payload.length, PayloadForm.GATEWAY),
                        NOW,
                        () -> "");
    }

    private static List<String> devices(MessageSender sender, String device) {
        return sent(REGISTRY, sender, device, "kwh").readings().stream()
                .map(Reading::deviceId)
                .toList();
    }

    @Test
    void what_a_gateway_sends_under_a_name_has_the_id_of_its_own_device_from_there_on() {
        Reading reading =
                sent(REGISTRY, gateway("gw"), "Meter_1", "kwh").readings().get(0);
        assertThat(reading.deviceId()).isEqualTo("press");
        assertThat(reading.pointId()).isEqualTo("press.kwh");
        assertThat(devices(gateway("other"), "Meter_1")).containsExactly("kiln");
        assertThat(devices(gateway("other"), "电表#3")).containsExactly("mill");
    }

    @Test
    void the_id_goes_on_to_mean_the_device() {
        assertThat(devices(gateway("gw"), "press")).containsExactly("press");
    }

    @Test
    void a_gateway_may_call_its_device_as_that_of_another_gateway_is_called() {
        assertThat(devices(gateway("gw"), "meter-7")).containsExactly("boiler");
        assertThat(devices(gateway("other"), "meter-7")).containsExactly("meter-7");
    }

    @Test
    void a_name_of_anothers_device_is_told_and_kept_as_a_name_that_nobody_has() {
        ValidatedMessage foreign = sent(REGISTRY, gateway("gw"), "电表#3", "kwh");
        ValidatedMessage none = sent(REGISTRY, gateway("gw"), "电表#4", "kwh");
        assertThat(foreign.readings()).isEmpty();
        assertThat(foreign.deadLetters().get(0).reason()).isEqualTo(RejectReason.UNKNOWN_DEVICE);
        assertThat(foreign.deadLetters().get(0).detail().en().replace("#3", "#4"))
                .isEqualTo(none.deadLetters().get(0).detail().en());
        assertThat(foreign.kept()).hasSameSizeAs(none.kept()).hasSize(1);
    }

    @Test
    void an_unknown_key_waits_under_the_name_as_sent_and_its_letter_names_the_device() {
        ValidatedMessage message = sent(REGISTRY, gateway("gw"), "Meter_1", "typo");
        DeadLetter letter = message.deadLetters().get(0);
        assertThat(letter.deviceId()).isEqualTo("press");
        assertThat(letter.detail().en()).startsWith("device \"press\" (sent as \"Meter_1\") has no point with key");
        assertThat(letter.detail().zh()).startsWith("设备 \"press\"（上报名称 \"Meter_1\"）没有键");
        assertThat(message.kept()).extracting(KeptMessage::deviceId).containsExactly("Meter_1");
    }

    @Test
    void a_letter_about_a_whole_message_names_the_device_too() {
        ValidatedMessage refused = MessageValidators.keeping(RegistrySource.fixed(REGISTRY), TOLERANCE)
                .forSender(gateway("gw"), Door.MQTT)
                .refuse("Meter_1", RejectReason.TOO_LARGE, AdmissionMessages.noDeviceNamed(), NOW, "");
        assertThat(refused.deadLetters()).extracting(DeadLetter::deviceId).containsExactly("press");
    }

    @Test
    void a_device_may_name_itself_so_and_no_other() {
        assertThat(devices(new MessageSender.DeviceSender("well"), "01.02.03")).containsExactly("well");
        assertThat(devices(new MessageSender.DeviceSender("press"), "01.02.03")).isEmpty();
        assertThat(devices(new MessageSender.DeviceSender("mill"), "Meter_1")).isEmpty();
    }

    @Test
    void a_broker_reaches_what_is_behind_no_gateway_by_the_names_that_it_may_send() {
        assertThat(devices(new MessageSender.BrokerSender("plant", name -> name.startsWith("01.")), "01.02.03"))
                .containsExactly("well");
        assertThat(devices(new MessageSender.BrokerSender("plant", name -> true), "Meter_1"))
                .isEmpty();
        assertThat(devices(new MessageSender.BrokerSender("plant", name -> name.equals("well")), "01.02.03"))
                .isEmpty();
    }

    @Test
    void a_device_comes_by_a_door_that_may_send_its_name() {
        MessageValidators validators = new MessageValidators(RegistrySource.fixed(REGISTRY), TOLERANCE);
        MessageSender broker = new MessageSender.BrokerSender("plant", name -> name.startsWith("01."));
        assertThat(validators.mayCome(broker, "well")).isTrue();
        assertThat(validators.mayCome(broker, "press")).isFalse();
        assertThat(validators.mayCome(broker, "nothing")).isFalse();
    }

    /** Over random districts: whatever a sender calls a device, nothing comes in of one that is not its own. */
    @Test
    void no_name_ever_reaches_a_device_of_another_sender() {
        Set<String> reached = new HashSet<>();
        for (long seed = 0; seed < 400; seed++) {
            reached.addAll(reachedIn(seed));
        }
        assertThat(reached).contains("by id", "by name", "nothing");
    }

    private static Set<String> reachedIn(long seed) {
        Random random = new Random(seed);
        List<String> ids = List.of("a", "b", "c", "d", "e", "f");
        List<String> names = List.of("a", "c", "e", "Meter_1", "Meter_2", "电表#3", "g1");
        List<Device> devices = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String id : ids) {
            Device device = TestPark.device(id, pick(random, "g1", "g2", null));
            String name = names.get(random.nextInt(names.size()));
            boolean free = !name.equals(id) && taken.add(device.gatewayId() + " " + name);
            devices.add(free && random.nextInt(4) > 0 ? device.sentAs(name) : device);
        }
        Registry registry = TestPark.of(devices);
        List<String> tried = new ArrayList<>(ids);
        tried.addAll(names);
        Set<String> reached = new HashSet<>();
        for (ProvedSender sender : List.of(
                new ProvedSender(Kind.GATEWAY, "g1"),
                new ProvedSender(Kind.GATEWAY, "g2"),
                new ProvedSender(Kind.DEVICE, "a"),
                new ProvedSender(Kind.BROKER, "plant"))) {
            tried.forEach(name -> reached.add(checked(registry, sender, name, seed)));
        }
        return reached;
    }

    private static @Nullable String pick(Random random, @Nullable String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String checked(Registry registry, ProvedSender sender, String name, long seed) {
        MessageSender rights = MessageSender.of(sender, Map.of("plant", device -> !device.equals("b")));
        ValidatedMessage message = sent(registry, rights, name, "kwh");
        String what = "seed " + seed + ": " + sender + " sends " + name;
        if (message.readings().isEmpty()) {
            assertThat(message.deadLetters()).as(what).hasSize(1);
            // A name that a device of its own has is never refused.
            assertThat(registry.facts().devices()).as(what).noneMatch(d -> isOwn(sender, d, name));
            return "nothing";
        }
        String id = message.readings().get(0).deviceId();
        Device device = registry.device(id).orElseThrow();
        assertThat(isOwn(sender, device, name)).as(what + " and reaches " + id).isTrue();
        // Those who look at what waits mean the same device.
        assertThat(sender.deviceNamed(registry, name)).as(what).isEqualTo(device);
        return id.equals(name) ? "by id" : "by name";
    }

    /** Said once more, and otherwise, than the product says it. */
    private static boolean isOwn(ProvedSender sender, Device device, String name) {
        boolean called = name.equals(device.id()) || name.equals(device.sentAs());
        return called
                && switch (sender.kind()) {
                    case GATEWAY -> Objects.equals(device.gatewayId(), sender.name());
                    case DEVICE -> device.id().equals(sender.name());
                    case BROKER -> !name.equals("b") && (name.equals(device.id()) || device.gatewayId() == null);
                };
    }
}
