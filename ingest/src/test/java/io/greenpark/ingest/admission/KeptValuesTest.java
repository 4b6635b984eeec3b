package io.greenpark.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptTime;
import io.greenpark.park.quarantine.KeptTime.Form;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.ProvedSender.Kind;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.registry.RegistrySource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of what the registry does not know, and of whom. */
class KeptValuesTest {
    private static final long NOW = 1_714_521_600_000L;
    private static final RegistrySource REGISTRY = RegistrySource.fixed(TestPark.registry());
    private static final MessageSender GATEWAY = new MessageSender.GatewaySender("gw");

    private static ValidatedMessage of(MessageSender sender, String json) {
        return of(sender, null, json, PayloadForm.GATEWAY);
    }

    private static ValidatedMessage of(MessageSender sender, @Nullable String device, String json, PayloadForm form) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return MessageValidators.keeping(REGISTRY, Duration.ofMinutes(5))
                .forSender(sender, Door.MQTT)
                .validate(device, new TelemetryJson().decode(bytes, 0, bytes.length, form), NOW, () -> json);
    }

    private static KeptValue value(String key, Form form, long ms, double value) {
        return new KeptValue(key, new KeptTime(form, ms), value, Flag.NORMAL);
    }

    @Test
    void a_proved_sender_of_an_unknown_device_has_its_values_kept_as_sent_and_is_refused_as_ever() {
        ValidatedMessage message = of(
                GATEWAY,
                "{\"m9\":[{\"ts\":7,\"values\":{\"kwh\":1,\"bad\":\"n/a\"}},{\"kw\":2},"
                        + "{\"ts\":\"2024-05-01 08:00:00\",\"values\":{\"kw\":3}},{\"ts\":\"never\",\"values\":{\"kw\":4}}]}");
        long local = LocalDateTime.parse("2024-05-01T08:00:00")
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
        assertThat(message.kept())
                .containsExactly(new KeptMessage(
                        Door.MQTT,
                        new ProvedSender(Kind.GATEWAY, "gw"),
                        "m9",
                        NOW,
                        List.of(
                                value("kwh", Form.INSTANT, 7, 1),
                                value("kw", Form.ARRIVAL, NOW, 2),
                                value("kw", Form.LOCAL, local, 3))));
        assertThat(message.readings()).isEmpty();
        assertThat(message.deadLetters())
                .hasSize(4)
                .extracting(DeadLetter::reason)
                .containsOnly(RejectReason.UNKNOWN_DEVICE);
        assertThat(message.deadLetters().get(0).detail().en()).contains("wait to be claimed");
    }

    @Test
    void a_device_named_by_the_topic_is_kept_too() {
        ValidatedMessage message = of(GATEWAY, "m9", "{\"kwh\":1,\"kw\":2}", PayloadForm.DEVICE);
        assertThat(message.deadLetters()).hasSize(1);
        assertThat(message.kept()).hasSize(1);
        assertThat(message.kept().get(0).values()).hasSize(2);
    }

    @Test
    void an_unknown_key_of_a_known_device_is_kept_beside_what_has_points() {
        ValidatedMessage message = of(GATEWAY, "{\"m1\":[{\"ts\":" + NOW + ",\"values\":{\"kwh\":1,\"typo\":2}}]}");
        assertThat(message.readings()).hasSize(1);
        assertThat(message.kept().get(0).values()).containsExactly(value("typo", Form.INSTANT, NOW, 2));
        assertThat(message.deadLetters().get(0).detail().en()).contains("its values wait");
    }

    @Test
    void a_stranger_keeps_nothing_and_learns_nothing() {
        ValidatedMessage message = of(MessageSender.local("127.0.0.1"), "{\"m9\":[{\"kwh\":1}],\"m1\":[{\"typo\":1}]}");
        assertThat(message.kept()).isEmpty();
        assertThat(message.deadLetters()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.detail().en()).doesNotContain("wait");
            assertThat(letter.detail().zh()).doesNotContain("暂存");
        });
    }

    @Test
    void nothing_is_kept_of_devices_of_others_of_a_gateways_own_name_and_of_broken_payloads() {
        assertThat(of(GATEWAY, "{\"m3\":[{\"kwh\":1}]}").kept())
                .as("not behind the gateway")
                .isEmpty();
        assertThat(of(GATEWAY, "{\"gw\":[{\"kwh\":1}]}").kept()).isEmpty();
        assertThat(of(GATEWAY, "{\"m9\":[{\"kwh\"").kept()).isEmpty();
        assertThat(of(MessageSender.broker("b", d -> d.equals("m1")), "{\"m9\":[{\"kwh\":1}]}")
                        .kept())
                .isEmpty();
    }

    @Test
    void a_broker_entry_keeps_what_it_may_name() {
        assertThat(of(MessageSender.broker("b", d -> true), "{\"m9\":[{\"kwh\":1}]}")
                        .kept())
                .extracting(KeptMessage::sender)
                .containsExactly(new ProvedSender(Kind.BROKER, "b"));
    }

    @Test
    void validators_without_a_quarantine_keep_nothing_and_promise_nothing() {
        byte[] bytes = "{\"m9\":[{\"kwh\":1}]}".getBytes(StandardCharsets.UTF_8);
        ValidatedMessage message = new MessageValidators(REGISTRY, Duration.ofMinutes(5))
                .forSender(GATEWAY, Door.MQTT)
                .validate(null, new TelemetryJson().decode(bytes, 0, bytes.length, PayloadForm.GATEWAY), NOW, () -> "");
        assertThat(message.kept()).isEmpty();
        assertThat(message.deadLetters().get(0).detail().en()).doesNotContain("wait");
    }
}
