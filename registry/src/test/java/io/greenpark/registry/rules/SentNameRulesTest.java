package io.greenpark.registry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SentNameRulesTest {
    private static Device device(String id, String enterprise, @Nullable String gateway, @Nullable String sentAs) {
        Device device = new Device(id, enterprise, Bilingual.same(id), gateway, Duration.ofHours(1));
        return sentAs == null ? device : device.sentAs(sentAs);
    }

    private static Registry registry(Device... devices) {
        Bilingual name = Bilingual.same("x");
        return new Registry(new Registry.Facts(
                District.of("district"),
                List.of(new Park("p", name, ParkTime.shanghai())),
                List.of(
                        new Enterprise("e", "p", name, "food", false, false, List.of()),
                        new Enterprise("f", "p", name, "food", false, false, List.of())),
                List.of(),
                List.of(new Gateway("g", name), new Gateway("h", name)),
                List.of(devices),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    private static List<String> told(List<DocumentFault> faults) {
        return faults.stream()
                .map(f -> f.key().id() + "." + f.field() + ": " + f.words().en())
                .toList();
    }

    @Test
    void any_name_that_a_gateway_may_send_is_accepted_once_per_gateway() {
        assertThat(RegistryRules.faults(registry(
                        device("a", "e", "g", "Meter_1"),
                        device("b", "e", "g", "电表#3"),
                        device("c", "e", "g", "01.02.03"),
                        device("d", "e", "h", "Meter_1"),
                        device("i", "e", null, "Meter_1"),
                        device("j", "e", "h", "a"))))
                .isEmpty();
    }

    @Test
    void a_name_is_as_it_is_sent() {
        for (String wrong : List.of("", " Meter_1", "Meter_1\n", "M\u0001", "m".repeat(SentNameRules.LONGEST + 1))) {
            assertThat(told(RegistryRules.faults(registry(device("a", "e", "g", wrong)))))
                    .singleElement()
                    .asString()
                    .contains("a.sentAs: ", "the name exactly as it is sent: 1 to 200 characters");
        }
    }

    @Test
    void the_own_id_is_no_other_name() {
        assertThat(told(RegistryRules.faults(registry(device("a", "e", "g", "a")))))
                .containsExactly(
                        "a.sentAs: \"a\" is the device's id; leave sentAs out where a device is sent under its id");
    }

    @Test
    void a_name_means_one_device_of_a_gateway() {
        assertThat(told(RegistryRules.faults(
                        registry(device("a", "e", "g", "Meter_1"), device("b", "e", "g", "Meter_1")))))
                .containsExactly(
                        "b.sentAs: \"Meter_1\" is already the sentAs of another device \"a\" of gateway \"g\"; a name"
                                + " means one device: give another one, or take it from that device first");
        assertThat(RegistryRules.faults(registry(device("a", "e", null, "M"), device("b", "e", null, "M"))).stream()
                        .map(f -> f.words().zh()))
                .containsExactly("“M”已是无网关的另一设备“a”的上报名称；一个名称只指一台设备，请改用其他名称，或先从该设备去掉");
    }

    @Test
    void a_name_is_no_id_of_a_device_of_the_same_gateway() {
        assertThat(told(RegistryRules.faults(registry(device("a", "e", "g", null), device("b", "e", "g", "a")))))
                .singleElement()
                .asString()
                .startsWith("b.sentAs: \"a\" is already the id of another device \"a\" of gateway \"g\"");
    }

    @Test
    void a_device_of_another_enterprise_is_not_named() {
        assertThat(told(RegistryRules.faults(
                        registry(device("a", "e", "g", "Meter_1"), device("b", "f", "g", "Meter_1")))))
                .singleElement()
                .asString()
                .startsWith("b.sentAs: \"Meter_1\" is already the sentAs of another device of gateway");
    }

    @Test
    void what_changed_is_at_fault() {
        Device later = device("b", "e", "g", "Meter_1");
        Registry before = registry(device("a", "e", "g", null), later);
        assertThat(told(RegistryRules.faults(registry(device("a", "e", "g", "Meter_1"), later), before)))
                .singleElement()
                .asString()
                .startsWith("a.sentAs: ");
        Device named = device("z", "e", "g", "new");
        assertThat(told(RegistryRules.faults(registry(device("new", "e", "g", null), named), registry(named))))
                .singleElement()
                .asString()
                .startsWith("new.id: \"new\" is already the sentAs of another device \"z\"");
    }
}
