package io.greenpark.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.PairsFormat;
import io.greenpark.ingest.PayloadFormats;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.TestStores;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The subscriber against a real Mosquitto with the shipped configuration. */
class BrokerDoorIT {
    @TempDir
    Path dir;

    private MosquittoServer mosquitto;
    private TestStores stores;
    private Intake intake;
    private BrokerDoor door;
    private MqttClient publisher;

    @BeforeEach
    void start() throws Exception {
        mosquitto = new MosquittoServer(dir.resolve("mosquitto"));
        stores = new TestStores(dir.resolve("data"));
        door = open(Map.of());
        Await.until("the door is connected", () -> door.status().open());
    }

    @AfterEach
    void stop() throws Exception {
        door.close();
        mosquitto.close();
        stores.close();
    }

    @Test
    void publications_through_the_broker_are_stored() throws Exception {
        publish("greenpark/m1/telemetry", "{\"ts\":1714521600000,\"values\":{\"kwh\":1.5}}");
        Await.until("it is stored", () -> stores.readings().size() == 1);
        Reading reading = stores.readings().get(0);
        assertThat(reading.pointId()).isEqualTo("m1.kwh");
        assertThat(reading.door()).isEqualTo(Door.BROKER);
        assertThat(door.status().open()).isTrue();
    }

    @Test
    void a_broker_names_devices_as_it_calls_them_in_topics() throws Exception {
        publish("greenpark/m.3/telemetry", "{\"ts\":1714521600000,\"values\":{\"kwh\":1.5}}");
        publish("greenpark/电表2/telemetry", "{\"kwh\":1}");
        Await.until(
                "both are taken",
                () -> stores.readings().size() + stores.listDeadLetters().size() == 2);
        assertThat(stores.readings()).extracting(Reading::deviceId).containsExactly("m3");
    }

    @Test
    void refused_messages_do_not_stop_the_stream() throws Exception {
        publish("greenpark/x9/telemetry", "{\"kwh\":1}");
        publish("greenpark/m9/telemetry", "{\"kwh\":1}");
        publish("greenpark/m1/telemetry", "{broken");
        publish("greenpark/m1/telemetry", "{\"kwh\":1}");
        Await.until("the good one is stored", () -> stores.readings().size() == 1);
        Await.until("the others are refused", () -> stores.listDeadLetters().size() == 3);
        assertThat(stores.listDeadLetters())
                .extracting(DeadLetter::reason)
                .containsExactlyInAnyOrder(
                        RejectReason.MALFORMED, RejectReason.UNKNOWN_DEVICE, RejectReason.FORBIDDEN_DEVICE);
        assertThat(stores.listDeadLetters()).extracting(DeadLetter::sender).containsOnly("plant");
        door.close();
        door = open(Map.of());
        publish("greenpark/m2/telemetry", "{\"kwh\":2}");
        Await.until("the next one is stored", () -> stores.readings().size() == 2);
        assertThat(stores.listDeadLetters())
                .as("refused messages were acknowledged and are not delivered again")
                .hasSize(3);
    }

    @Test
    void the_broker_keeps_messages_while_the_platform_is_away() throws Exception {
        door.close();
        for (int i = 0; i < 3_000; i++) {
            publish("greenpark/m1/telemetry", at(i));
        }
        door = open(Map.of());
        Await.until("all are stored", () -> distinct() == 3_000);
    }

    @Test
    void messages_that_were_not_durable_are_delivered_again() throws Exception {
        stores.log.broken(true);
        publish("greenpark/m1/telemetry", at(1));
        Await.until("it failed", () -> stores.log.appends() > 0);
        stores.log.broken(false);
        Await.until("it is stored", () -> distinct() == 1);
    }

    @Test
    void while_the_log_is_blocked_the_broker_keeps_what_exceeds_its_window() throws Exception {
        stores.log.shut();
        for (int i = 0; i < 2_500; i++) {
            publish("greenpark/m1/telemetry", at(i));
        }
        Await.until("the window is full", () -> intake.inFlight() == 1_000);
        assertThat(door.status().messages()).as("acknowledged").isZero();
        assertThat(stores.readings()).isEmpty();
        stores.log.open();
        Await.until("all are stored", () -> distinct() == 2_500);
        Await.until("all are acknowledged", () -> door.status().messages() == 2_500);
        assertThat(stores.readings()).as("each once").hasSize(2_500);
        assertThat(stores.readings()).extracting(Reading::timeMs).isSorted();
    }

    @Test
    void a_broker_that_was_away_is_reconnected() throws Exception {
        publish("greenpark/m1/telemetry", at(1));
        Await.until("the first is stored", () -> distinct() == 1);
        assertThat(door.listening().open()).isTrue();
        assertThat(door.listening().devices().mayCome("m1")).isTrue();
        assertThat(door.listening().devices().lastArrivalMs("m1"))
                .isEqualTo(stores.readings().get(0).arrivalMs());
        mosquitto.stop();
        Await.until("the door noticed", () -> !door.listening().open());
        assertThat(door.listening().standing().problem()).isNotBlank();
        assertThat(door.status().problem()).isNotBlank();
        mosquitto.start();
        publish("greenpark/m1/telemetry", at(2));
        Await.until("the second is stored", () -> distinct() == 2);
        // What waited at the broker may arrive before the door has noted that it is connected.
        Await.until("the problem is gone", () -> door.status().problem() == null);
    }

    @Test
    void a_retained_message_is_a_reading_when_its_device_sends_it_and_never_again() throws Exception {
        publish("greenpark/m1/telemetry", "{\"kw\":500}", true);
        Await.until("it is stored as it is sent", () -> stores.readings().size() == 1);
        door.close();
        door = open(Map.of("brokers.0.clientId", "without-a-session"));
        Await.until("the door is connected", () -> door.status().open());
        publish("greenpark/m2/telemetry", "{\"kw\":1}");
        Await.until("what is sent afterwards is stored", () -> stores.readings().size() > 1);
        assertThat(stores.readings()).extracting(Reading::deviceId).containsExactly("m1", "m2");
        assertThat(stores.listDeadLetters()).isEmpty();
    }

    @Test
    void a_topic_without_a_device_names_devices_in_its_payload() throws Exception {
        door.close();
        door = open(Map.of("brokers.0.topics", "plant/data, floor/{device}/up", "brokers.0.clientId", "other"));
        Await.until("the door is connected", () -> door.status().open());
        publish("plant/data", "{\"m1\":[{\"kw\":1}],\"m2\":[{\"kw\":2}]}");
        publish("floor/m3/up", "{\"kw\":3}");
        Await.until("all are stored", () -> stores.readings().size() == 3);
        assertThat(stores.readings()).extracting(Reading::deviceId).containsExactly("m1", "m2", "m3");
    }

    @Test
    void a_payload_format_decodes_the_topics_it_claims() throws Exception {
        door.close();
        door = open(
                Map.of("brokers.0.topics", PairsFormat.TOPIC, "brokers.0.clientId", "other"), PairsFormat.besideJson());
        Await.until("the door is connected", () -> door.status().open());
        publish(PairsFormat.TOPIC, "m1/kwh=1.5;m2/kw=2");
        Await.until("both are stored", () -> stores.readings().size() == 2);
        assertThat(stores.readings()).extracting(Reading::pointId).containsExactly("m1.kwh", "m2.kw");
    }

    @Test
    void platforms_share_the_stream_by_a_shared_subscription() throws Exception {
        door.close();
        door = open(Map.of("brokers.0.share", "all", "brokers.0.clientId", "one"));
        BrokerDoor second = open(Map.of("brokers.0.share", "all", "brokers.0.clientId", "two"));
        try {
            Await.until(
                    "both are connected",
                    () -> door.status().open() && second.status().open());
            for (int i = 0; i < 100; i++) {
                publish("greenpark/m1/telemetry", at(i));
            }
            Await.until("all are stored", () -> distinct() == 100);
            assertThat(stores.readings()).as("each once").hasSize(100);
            Await.until(
                    "all are answered",
                    () -> door.status().messages() + second.status().messages() == 100);
            assertThat(door.status().messages()).isBetween(1L, 99L);
        } finally {
            second.close();
        }
    }

    @Test
    void a_wrong_password_is_reported_in_the_status() throws Exception {
        door.close();
        door = open(Map.of("brokers.0.passwordFile", secret("wrong")));
        Await.until(
                "it was refused", () -> String.valueOf(door.status().problem()).contains("code 135"));
        assertThat(door.status().open()).isFalse();
    }

    private BrokerDoor open(Map<String, String> changes) throws Exception {
        return open(changes, PayloadFormats.standard());
    }

    private BrokerDoor open(Map<String, String> changes, PayloadFormats formats) throws Exception {
        OpenedBrokerDoor opened = OpenedBrokerDoor.open(mosquitto, stores, dir, changes, formats);
        intake = opened.intake();
        return opened.door();
    }

    private String secret(String text) throws Exception {
        return OpenedBrokerDoor.secret(dir, text);
    }

    private long distinct() {
        return new HashSet<>(stores.readings().stream().map(Reading::timeMs).toList()).size();
    }

    private static String at(int second) {
        return "{\"ts\":" + (1714521600000L + 1_000L * second) + ",\"values\":{\"kwh\":1}}";
    }

    private void publish(String topic, String payload) throws MqttException {
        publish(topic, payload, false);
    }

    private void publish(String topic, String payload, boolean retained) throws MqttException {
        if (publisher == null || !publisher.isConnected()) {
            publisher = new MqttClient(mosquitto.url(), MqttClient.generateClientId(), new MemoryPersistence());
            MqttConnectOptions options = new MqttConnectOptions();
            options.setUserName(MosquittoServer.USER);
            options.setPassword(MosquittoServer.PASSWORD.toCharArray());
            options.setMaxInflight(10_000);
            publisher.connect(options);
        }
        publisher.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, retained);
    }
}
