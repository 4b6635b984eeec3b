package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listener as real clients of both protocol versions see it. */
class MqttDoorTest {
    private static final long TIMEOUT_MS = 20_000;
    private static final String OWN_TOPIC = "greenpark/m1/telemetry";

    @TempDir
    Path dir;

    private RunningDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new RunningDoor(dir);
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @Test
    void a_publication_is_stored_and_acknowledged() throws Exception {
        MqttAsyncClient client = connect3("m1", "secret-m1");
        client.publish(OWN_TOPIC, bytes("{\"ts\":1714521600000,\"values\":{\"kwh\":3.17}}"), 1, false)
                .waitForCompletion(TIMEOUT_MS);
        assertThat(door.stores.readings()).extracting(Reading::pointId).containsExactly("m1.kwh");
        client.disconnect().waitForCompletion(TIMEOUT_MS);
    }

    @Test
    void a_taken_port_is_named_with_the_option_to_change_it() {
        String taken = String.valueOf(door.port());
        assertThatThrownBy(() -> new RunningDoor(dir.resolve("second"), Map.of("port", taken), IntakeConfig.DEFAULT))
                .hasMessageContainingAll("TCP port " + taken, "--set mqtt.port=");
    }

    @Test
    void nothing_is_acknowledged_before_it_is_durable() throws Exception {
        MqttAsyncClient client = connect3("m1", "secret-m1");
        door.stores.log.shut();
        IMqttDeliveryToken token = client.publish(OWN_TOPIC, bytes("{\"kwh\":1}"), 1, false);
        Await.until("the append waits", () -> door.stores.log.waiting() == 1);
        assertThat(token.isComplete()).isFalse();
        door.stores.log.open();
        token.waitForCompletion(TIMEOUT_MS);
        assertThat(door.stores.readings()).hasSize(1);
    }

    @Test
    void a_client_is_disconnected_without_acknowledgement_when_the_log_fails() throws Exception {
        door.stores.log.broken(true);
        try (RawClient client = new RawClient(door.port())) {
            client.connect(4, "c", "m1", "secret-m1").read();
            client.sendBytes(RawClient.publish(1, 7, OWN_TOPIC, "{\"kwh\":1}"));
            assertThat(client.isHungUp()).isTrue();
        }
        assertThat(door.intake.trouble()).contains("the disk is full");
        door.stores.log.broken(false);
        MqttAsyncClient again = connect3("m1", "secret-m1");
        again.publish(OWN_TOPIC, bytes("{\"kwh\":1}"), 1, false).waitForCompletion(TIMEOUT_MS);
        assertThat(door.intake.trouble()).isNull();
    }

    @Test
    void an_access_token_alone_signs_in() throws Exception {
        MqttAsyncClient client = connect3("token-m2", null);
        client.publish("v1/devices/me/telemetry", bytes("{\"kw\":2}"), 1, false).waitForCompletion(TIMEOUT_MS);
        assertThat(door.stores.readings()).extracting(Reading::deviceId).containsExactly("m2");
    }

    @Test
    void a_gateway_publishes_for_its_devices_and_its_other_messages_are_ignored() throws Exception {
        MqttAsyncClient client = connect3("token-gw", null);
        client.publish("v1/gateway/connect", bytes("{\"device\":\"m1\"}"), 1, false)
                .waitForCompletion(TIMEOUT_MS);
        client.publish("v1/gateway/telemetry", bytes("{\"m1\":[{\"kw\":1}],\"m2\":[{\"kw\":2}]}"), 1, false)
                .waitForCompletion(TIMEOUT_MS);
        client.publish("greenpark/m2/telemetry", bytes("{\"kw\":3}"), 1, false).waitForCompletion(TIMEOUT_MS);
        assertThat(door.stores.readings()).extracting(Reading::deviceId).containsExactly("m1", "m2", "m2");
        assertThat(door.stores.listDeadLetters()).isEmpty();
    }

    @Test
    void a_gateway_names_its_devices_as_it_calls_them_in_topics_and_payloads() throws Exception {
        MqttAsyncClient client = connect3("token-gw", null);
        client.publish("greenpark/电表2/telemetry", bytes("{\"kw\":3}"), 1, false).waitForCompletion(TIMEOUT_MS);
        client.publish("v1/gateway/telemetry", bytes("{\"电表2\":[{\"kwh\":2}]}"), 1, false)
                .waitForCompletion(TIMEOUT_MS);
        client.publish("v1/gateway/telemetry", bytes("{\"m.3\":[{\"kwh\":2}]}"), 1, false)
                .waitForCompletion(TIMEOUT_MS);
        assertThat(door.stores.readings()).extracting(Reading::pointId).containsExactly("m2.kw", "m2.kwh");
        assertThat(door.stores.listDeadLetters())
                .as("a name of a device of others is one that nobody has")
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.UNKNOWN_DEVICE);
    }

    @Test
    void qos_0_is_stored_too() throws Exception {
        connect3("m1", "secret-m1").publish(OWN_TOPIC, bytes("{\"kw\":1}"), 0, false);
        Await.until("the reading is there", () -> door.stores.readings().size() == 1);
    }

    @Test
    void qos_2_of_an_mqtt_3_client_is_completed() throws Exception {
        connect3("m1", "secret-m1")
                .publish(OWN_TOPIC, bytes("{\"kw\":1}"), 2, false)
                .waitForCompletion(TIMEOUT_MS);
        assertThat(door.stores.readings()).hasSize(1);
    }

    @Test
    void an_unreadable_message_of_an_mqtt_3_client_is_acknowledged() throws Exception {
        connect3("m1", "secret-m1")
                .publish(OWN_TOPIC, bytes("{broken"), 1, false)
                .waitForCompletion(TIMEOUT_MS);
        assertThat(onlyDeadLetter().reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(onlyDeadLetter().excerpt()).isEqualTo("{broken");
        assertThat(onlyDeadLetter().deviceId()).isEqualTo("m1");
    }

    @Test
    void a_wrong_password_is_refused_and_counted_but_not_written_down() {
        assertThatThrownBy(() -> connect3("m1", "wrong-secret"))
                .isInstanceOfSatisfying(MqttException.class, e -> assertThat(e.getReasonCode())
                        .isEqualTo(MqttException.REASON_CODE_FAILED_AUTHENTICATION));
        assertThatThrownBy(() -> connect5("m1", "wrong-secret"))
                .isInstanceOfSatisfying(
                        org.eclipse.paho.mqttv5.common.MqttException.class, e -> assertThat(e.getReasonCode())
                                .isEqualTo(MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD));
        assertThat(door.stores.listDeadLetters()).hasSize(2).allSatisfy(deadLetter -> {
            assertThat(deadLetter.reason()).isEqualTo(RejectReason.BAD_CREDENTIALS);
            assertThat(deadLetter.sender()).as("nobody knows who it was").isEqualTo("127.0.0.1");
            assertThat(deadLetter.deviceId()).isEqualTo("m1");
            assertThat(deadLetter.detail().en()).startsWith("wrong password for user name \"m1\"");
            assertThat(deadLetter.toString()).doesNotContain("wrong-secret");
        });
        assertThat(door.intake.counters().refusals(Door.MQTT)).containsEntry(RejectReason.BAD_CREDENTIALS, 2L);
        assertThat(door.door.status().refusals()).isEqualTo(2);
    }

    @Test
    void anonymous_clients_are_refused() {
        assertThatThrownBy(() -> connect3(null, null))
                .isInstanceOfSatisfying(MqttException.class, e -> assertThat(e.getReasonCode())
                        .isEqualTo(MqttException.REASON_CODE_NOT_AUTHORIZED));
        assertThatThrownBy(() -> connect5(null, null))
                .isInstanceOfSatisfying(
                        org.eclipse.paho.mqttv5.common.MqttException.class,
                        e -> assertThat(e.getReasonCode()).isEqualTo(MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED));
        assertThat(door.stores.listDeadLetters())
                .extracting(DeadLetter::sender)
                .containsExactly("127.0.0.1", "127.0.0.1");
    }

    @Test
    void an_unknown_token_is_not_written_down() {
        assertThatThrownBy(() -> connect3("mistyped-token-m1", null)).isInstanceOf(MqttException.class);
        assertThat(onlyDeadLetter().toString()).doesNotContain("mistyped");
    }

    @Test
    void an_mqtt_5_client_is_told_why_another_devices_topic_is_refused() throws Exception {
        IMqttToken answer = publish5("greenpark/m2/telemetry", "{\"kwh\":1}");
        assertThat(answer.getReasonCodes()).containsExactly(MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED);
        assertThat(answer.getResponseProperties().getReasonString())
                .contains("\"m1\" may not publish for device \"m2\"");
        assertThat(onlyDeadLetter().reason()).isEqualTo(RejectReason.FORBIDDEN_DEVICE);
    }

    @Test
    void an_mqtt_5_client_is_told_that_a_topic_is_unknown() throws Exception {
        IMqttToken answer = publish5("some/where", "{\"kwh\":1}");
        assertThat(answer.getReasonCodes()).containsExactly(MqttReturnCode.RETURN_CODE_TOPIC_NAME_INVALID);
        assertThat(answer.getResponseProperties().getReasonString())
                .contains("some/where", "greenpark/{device}/telemetry");
    }

    @Test
    void an_mqtt_5_client_is_told_what_is_wrong_with_its_payload() throws Exception {
        IMqttToken answer = publish5(OWN_TOPIC, "{\"kwh\":");
        assertThat(answer.getReasonCodes()).containsExactly(MqttReturnCode.RETURN_CODE_PAYLOAD_FORMAT_INVALID);
        assertThat(answer.getResponseProperties().getReasonString()).startsWith("the payload is not JSON at byte");
    }

    @Test
    void an_mqtt_5_gateway_is_told_that_an_unknown_device_waits_to_be_claimed() throws Exception {
        IMqttToken answer =
                connect5("gw", "secret-gw").publish("v1/gateway/telemetry", bytes("{\"m9\":[{\"kwh\":7}]}"), 1, false);
        Await.until("the message is answered", answer::isComplete);
        assertThat(answer.getReasonCodes()).containsExactly(MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED);
        assertThat(answer.getResponseProperties().getReasonString()).contains("\"m9\"", "wait to be claimed");
        assertThat(onlyDeadLetter().reason()).isEqualTo(RejectReason.UNKNOWN_DEVICE);
        WaitingDevice waiting = door.stores.deadLetters.quarantine().devices().get(0);
        assertThat(waiting.sender().name()).isEqualTo("gw");
        assertThat(waiting.keys().get(0).value()).isEqualTo(7);
    }

    @Test
    void a_partly_stored_message_is_a_success() throws Exception {
        IMqttToken answer = publish5(OWN_TOPIC, "{\"kwh\":1,\"kw\":\"text\"}");
        assertThat(answer.getReasonCodes()).containsExactly(MqttReturnCode.RETURN_CODE_SUCCESS);
        assertThat(answer.getResponseProperties().getReasonString()).startsWith("kept 1, refused 1: key \"kw\": ");
        assertThat(door.stores.readings()).hasSize(1);
        assertThat(onlyDeadLetter().reason()).isEqualTo(RejectReason.NOT_A_NUMBER);
    }

    @Test
    void an_mqtt_5_client_learns_the_limits_when_it_connects() throws Exception {
        var client = new org.eclipse.paho.mqttv5.client.MqttAsyncClient(
                door.url(), "", new org.eclipse.paho.mqttv5.client.persist.MemoryPersistence());
        IMqttToken token = client.connect(options5("m1", "secret-m1"));
        token.waitForCompletion(TIMEOUT_MS);
        var says = token.getResponseProperties();
        assertThat(says.getMaximumQoS()).as("not named, so 2").isNull();
        assertThat(says.isRetainAvailable()).as("not named, so yes").isTrue();
        assertThat(says.getReceiveMaximum()).isEqualTo(1_000);
        assertThat(says.getMaximumPacketSize()).isEqualTo(256 << 10);
        assertThat(says.getAssignedClientIdentifier()).isNotBlank();
        client.disconnect().waitForCompletion(TIMEOUT_MS);
    }

    @Test
    void subscriptions_are_refused_and_the_connection_stays_open() throws Exception {
        MqttAsyncClient older = connect3("m1", "secret-m1");
        var refused = older.subscribe("v1/devices/me/attributes", 1);
        refused.waitForCompletion(TIMEOUT_MS);
        assertThat(refused.getGrantedQos()).containsExactly(0x80);
        assertThat(older.isConnected()).isTrue();

        var newer = connect5("m2", "secret-m2");
        IMqttToken answer = newer.subscribe("v1/devices/me/attributes", 1);
        answer.waitForCompletion(TIMEOUT_MS);
        assertThat(answer.getReasonCodes()).containsExactly(MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED);
        assertThat(newer.isConnected()).isTrue();
        newer.unsubscribe("v1/devices/me/attributes").waitForCompletion(TIMEOUT_MS);
    }

    @Test
    void many_messages_are_acknowledged_in_the_order_sent() throws Exception {
        try (RawClient client = new RawClient(door.port())) {
            client.connect(4, "c", "m1", "secret-m1").read();
            for (int id = 1; id <= 5_000; id++) {
                String payload =
                        id % 10 == 0 ? "{\"typo\":1}" : "{\"ts\":" + (1714521600000L + id) + ",\"values\":{\"kwh\":1}}";
                client.sendBytes(RawClient.publish(1, id, OWN_TOPIC, payload));
            }
            for (int id = 1; id <= 5_000; id++) {
                assertThat(client.read()).containsExactly(0x40, 2, id >> 8, id & 0xFF);
            }
        }
        assertThat(door.stores.readings()).hasSize(4_500);
        assertThat(door.stores.log.appends()).as("messages share appends").isLessThan(4_500);
        assertThat(door.intake.inFlight()).isZero();
    }

    @Test
    void the_status_counts_what_passed() throws Exception {
        connect3("m1", "secret-m1")
                .publish(OWN_TOPIC, bytes("{\"kw\":1}"), 1, false)
                .waitForCompletion(TIMEOUT_MS);
        var status = door.door.status();
        assertThat(status.open()).isTrue();
        assertThat(status.address()).isEqualTo("127.0.0.1:" + door.port());
        assertThat(status.connections()).isEqualTo(1);
        assertThat(status.messages()).isEqualTo(1);
        assertThat(status.readings()).isEqualTo(1);
    }

    private DeadLetter onlyDeadLetter() {
        assertThat(door.stores.listDeadLetters()).hasSize(1);
        return door.stores.listDeadLetters().get(0);
    }

    private IMqttToken publish5(String topic, String payload) throws Exception {
        var client = connect5("m1", "secret-m1");
        IMqttToken token = client.publish(topic, bytes(payload), 1, false);
        Await.until("the message is answered", token::isComplete);
        return token;
    }

    private MqttAsyncClient connect3(String user, String password) throws MqttException {
        MqttAsyncClient client =
                new MqttAsyncClient(door.url(), MqttAsyncClient.generateClientId(), new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(user);
        if (password != null) {
            options.setPassword(password.toCharArray());
        }
        // Else Paho tries MQTT 3.1 after every refusal.
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        client.connect(options).waitForCompletion(TIMEOUT_MS);
        return client;
    }

    private org.eclipse.paho.mqttv5.client.MqttAsyncClient connect5(String user, String password)
            throws org.eclipse.paho.mqttv5.common.MqttException {
        var client = new org.eclipse.paho.mqttv5.client.MqttAsyncClient(
                door.url(),
                MqttAsyncClient.generateClientId(),
                new org.eclipse.paho.mqttv5.client.persist.MemoryPersistence());
        client.connect(options5(user, password)).waitForCompletion(TIMEOUT_MS);
        return client;
    }

    private static MqttConnectionOptions options5(String user, String password) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(user);
        if (password != null) {
            options.setPassword(bytes(password));
        }
        return options;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
