package io.greenpark.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MessageValidatorTest {
    private static final PayloadFormat JSON = new TelemetryJson();
    private static final long NOW = Instant.parse("2024-05-01T00:00:00Z").toEpochMilli();

    private final AtomicReference<Registry> registry = new AtomicReference<>(TestPark.registry());
    private final MessageValidators validators = new MessageValidators(
            new RegistrySource() {
                @Override
                public Registry current() {
                    return registry.get();
                }

                @Override
                public void onChange(Consumer<RegistryChange> listener) {
                    // A validator asks for the current registry by itself.
                }
            },
            IntakeConfig.DEFAULT.clockTolerance());
    private final MessageValidator device = validators.forSender(new MessageSender.DeviceSender("m1"), Door.MQTT);
    private final MessageValidator gateway = validators.forSender(new MessageSender.GatewaySender("gw"), Door.MQTT);

    @Test
    void a_good_value_becomes_a_reading() {
        ValidatedMessage message =
                validate(device, "m1", "{\"ts\":1714521600000,\"values\":{\"kwh\":{\"v\":3.17,\"flag\":\"S\"}}}");
        assertThat(message.deadLetters()).isEmpty();
        Reading reading = message.readings().get(0);
        assertThat(reading.enterpriseId()).isEqualTo("ent");
        assertThat(reading.deviceId()).isEqualTo("m1");
        assertThat(reading.key()).isEqualTo("kwh");
        assertThat(reading.pointId()).isEqualTo("m1.kwh");
        assertThat(reading.value()).isEqualTo(3.17);
        assertThat(reading.flag()).isEqualTo(Flag.MANUAL);
        assertThat(reading.timeMs()).isEqualTo(1714521600000L);
        assertThat(reading.arrivalMs()).isEqualTo(NOW);
        assertThat(reading.door()).isEqualTo(Door.MQTT);
    }

    @Test
    void good_values_are_accepted_beside_bad_ones() {
        ValidatedMessage message =
                validate(device, "m1", "{\"ts\":1714521600000,\"values\":{\"kwh\":1,\"typo\":2,\"kw\":\"3\"}}");
        assertThat(message.readings()).extracting(Reading::key).containsExactly("kwh");
        assertThat(message.deadLetters())
                .extracting(DeadLetter::key, DeadLetter::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("typo", RejectReason.UNKNOWN_KEY),
                        org.assertj.core.groups.Tuple.tuple("kw", RejectReason.NOT_A_NUMBER));
        assertThat(message.deadLetters().get(0).detail().en()).contains("\"typo\"", "interval, kw, kwh, old");
        assertThat(message.deadLetters().get(0).sender()).isEqualTo("m1");
        assertThat(message.deadLetters().get(0).excerpt()).startsWith("{\"ts\"");
    }

    @Test
    void without_a_time_registers_and_gauges_count_at_arrival_and_intervals_are_refused() {
        ValidatedMessage message = validate(device, "m1", "{\"kwh\":1,\"kw\":2,\"interval\":3}");
        assertThat(message.readings()).extracting(Reading::timeMs).containsExactly(NOW, NOW);
        assertThat(only(message.deadLetters()).reason()).isEqualTo(RejectReason.TIME_MISSING);
    }

    @Test
    void a_time_without_a_zone_is_in_the_zone_of_the_point() {
        ValidatedMessage message = validate(device, "m1", "{\"ts\":\"2019-01-01 08:00:00\",\"values\":{\"kwh\":1}}");
        assertThat(message.readings().get(0).timeMs())
                .isEqualTo(Instant.parse("2019-01-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void a_clock_may_run_ahead_by_the_tolerance() {
        assertThat(validate(device, "m1", at(NOW + 300_000)).readings()).hasSize(1);
        DeadLetter deadLetter = only(validate(device, "m1", at(NOW + 300_001)).deadLetters());
        assertThat(deadLetter.reason()).isEqualTo(RejectReason.TIME_IN_FUTURE);
        assertThat(deadLetter.excerpt())
                .isEqualTo("{\"ts\":" + (NOW + 300_001) + ",\"values\":{\"kwh\":{\"v\":1.0,\"flag\":\"N\"}}}");
    }

    @Test
    void a_year_2099_time_is_refused_with_what_is_allowed() {
        DeadLetter deadLetter = only(validate(device, "m1", "{\"ts\":\"2099-01-01T00:00:00Z\",\"values\":{\"kwh\":1}}")
                .deadLetters());
        assertThat(deadLetter.reason()).isEqualTo(RejectReason.TIME_IN_FUTURE);
        assertThat(deadLetter.detail().en()).contains("2099-01-01T00:00:00Z", "2024-05-01T00:00:00Z", "300 s");
    }

    @Test
    void a_time_before_the_first_facts_is_refused() {
        DeadLetter deadLetter = only(validate(device, "m1", at(1714521600)).deadLetters());
        assertThat(deadLetter.reason()).isEqualTo(RejectReason.TIME_TOO_OLD);
        assertThat(deadLetter.detail().en()).contains("it looks like seconds");
        assertThat(only(validate(device, "m1", at(TestPark.SINCE.toEpochMilli() - 1))
                                .deadLetters())
                        .reason())
                .isEqualTo(RejectReason.TIME_TOO_OLD);
        assertThat(validate(device, "m1", at(TestPark.SINCE.toEpochMilli())).readings())
                .hasSize(1);
        assertThat(only(validate(device, "m1", at(Long.MIN_VALUE)).deadLetters())
                        .reason())
                .isEqualTo(RejectReason.TIME_TOO_OLD);
        assertThat(only(validate(device, "m1", at(Long.MAX_VALUE)).deadLetters())
                        .reason())
                .isEqualTo(RejectReason.TIME_IN_FUTURE);
    }

    @Test
    void a_time_in_another_unit_is_refused_with_the_unit_it_looks_like() {
        assertThat(refusal(at(NOW / 1_000))).contains("it looks like seconds, send milliseconds");
        assertThat(refusal(at(NOW * 1_000))).contains("it looks like microseconds, send milliseconds");
        assertThat(refusal(at(NOW * 1_000_000))).contains("it looks like nanoseconds, send milliseconds");
        assertThat(refusal(at(NOW + 86_400_000))).contains("set the clock of device \"m1\"");
        assertThat(refusal(at(638_000_000_000_000_000L))).doesNotContain("looks like");
    }

    private String refusal(String json) {
        return only(validate(device, "m1", json).deadLetters()).detail().en();
    }

    @Test
    void a_local_program_publishes_for_every_device_as_a_stranger() {
        MessageValidator local = validators.forSender(MessageSender.local("127.0.0.1"), Door.COAP);
        assertThat(validate(local, "m3", "{\"kwh\":1}").readings()).hasSize(1);
        DeadLetter deadLetter = only(validate(local, "nobody", "{\"kwh\":1}").deadLetters());
        assertThat(deadLetter.reason()).isEqualTo(RejectReason.UNKNOWN_DEVICE);
        assertThat(deadLetter.sender()).isEqualTo("127.0.0.1");
        assertThat(deadLetter.stranger()).isTrue();
        assertThat(only(validate(device, "m2", "{\"kwh\":1}").deadLetters()).stranger())
                .isFalse();
    }

    @Test
    void an_unreadable_time_refuses_the_values_it_belongs_to() {
        DeadLetter deadLetter = only(validate(device, "m1", "{\"ts\":\"soon\",\"values\":{\"kwh\":1}}")
                .deadLetters());
        assertThat(deadLetter.reason()).isEqualTo(RejectReason.BAD_TIME);
        assertThat(deadLetter.key()).isEqualTo("kwh");
    }

    @Test
    void an_ended_point_takes_late_readings_but_none_after_its_end() {
        long end = TestPark.ENDED.toEpochMilli();
        assertThat(validate(device, "m1", "{\"ts\":" + (end - 1) + ",\"values\":{\"old\":1}}")
                        .readings())
                .hasSize(1);
        assertThat(only(validate(device, "m1", "{\"ts\":" + end + ",\"values\":{\"old\":1}}")
                                .deadLetters())
                        .reason())
                .isEqualTo(RejectReason.POINT_ENDED);
    }

    @Test
    void a_device_may_not_publish_for_another_or_learn_whether_it_exists() {
        DeadLetter real = only(validate(device, "m2", "{\"kwh\":1}").deadLetters());
        DeadLetter invented = only(validate(device, "nobody", "{\"kwh\":1}").deadLetters());
        assertThat(real.reason()).isEqualTo(RejectReason.FORBIDDEN_DEVICE);
        assertThat(invented.reason()).isEqualTo(RejectReason.FORBIDDEN_DEVICE);
        assertThat(without("m2", real.detail())).isEqualTo(without("nobody", invented.detail()));
    }

    private static Bilingual without(String device, Bilingual sentence) {
        return new Bilingual(sentence.zh().replace(device, "X"), sentence.en().replace(device, "X"));
    }

    @Test
    void a_gateway_publishes_only_for_devices_assigned_to_it() {
        ValidatedMessage message =
                gateway("{\"m1\":[{\"kwh\":1}],\"m2\":[{\"kwh\":2}],\"m3\":[{\"kwh\":3}],\"ghost\":[{\"kwh\":4}]}");
        assertThat(message.readings()).extracting(Reading::deviceId).containsExactly("m1", "m2");
        assertThat(message.deadLetters())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.FORBIDDEN_DEVICE, RejectReason.UNKNOWN_DEVICE);
    }

    @Test
    void a_gateway_has_no_points_of_its_own() {
        DeadLetter deadLetter = only(validate(gateway, "gw", "{\"kwh\":1}").deadLetters());
        assertThat(deadLetter.reason()).isEqualTo(RejectReason.UNKNOWN_DEVICE);
        assertThat(deadLetter.detail().en()).contains("v1/gateway/telemetry");
    }

    @Test
    void a_broker_entry_publishes_for_the_devices_it_lists() {
        MessageValidator broker =
                validators.forSender(MessageSender.broker("plant", id -> id.startsWith("m")), Door.BROKER);
        assertThat(validate(broker, "m3", "{\"kwh\":1}").readings()).hasSize(1);
        assertThat(only(validate(broker, "x", "{\"kwh\":1}").deadLetters()).reason())
                .isEqualTo(RejectReason.FORBIDDEN_DEVICE);
        assertThat(only(validate(broker, "m9", "{\"kwh\":1}").deadLetters()).reason())
                .isEqualTo(RejectReason.UNKNOWN_DEVICE);
    }

    @Test
    void another_senders_device_is_refused_before_its_payload() {
        assertThat(only(validate(device, "m2", "garbage").deadLetters()).reason())
                .isEqualTo(RejectReason.FORBIDDEN_DEVICE);
        assertThat(only(validate(device, "m1", "garbage").deadLetters()).reason())
                .isEqualTo(RejectReason.MALFORMED);
    }

    @Test
    void a_reloaded_registry_applies_from_the_next_message() {
        assertThat(validate(gateway, "m9", "{\"kwh\":1}").readings()).isEmpty();
        registry.set(TestPark.registry(List.of("m9"), List.of("m1")));
        assertThat(validate(gateway, "m9", "{\"kwh\":1}").readings()).hasSize(1);
        assertThat(only(validate(gateway, "m1", "{\"kwh\":1}").deadLetters()).reason())
                .isEqualTo(RejectReason.FORBIDDEN_DEVICE);
    }

    private static String at(long ms) {
        return "{\"ts\":" + ms + ",\"values\":{\"kwh\":1}}";
    }

    private static DeadLetter only(List<DeadLetter> deadLetters) {
        assertThat(deadLetters).hasSize(1);
        return deadLetters.get(0);
    }

    private static ValidatedMessage validate(MessageValidator validator, String deviceId, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return validator.validate(
                deviceId, JSON.decode(bytes, 0, bytes.length, PayloadForm.DEVICE), NOW, () -> Excerpt.of(bytes));
    }

    private ValidatedMessage gateway(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return gateway.validate(
                null, JSON.decode(bytes, 0, bytes.length, PayloadForm.GATEWAY), NOW, () -> Excerpt.of(bytes));
    }
}
