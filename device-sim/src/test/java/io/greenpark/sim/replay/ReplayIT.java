package io.greenpark.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.sim.client.Mosquitto;
import io.greenpark.sim.client.RetryTimeout;
import io.greenpark.sim.client.SenderException;
import io.greenpark.sim.data.DataSet;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayIT {
    @TempDir
    Path dir;

    private ReplayOptions.ReplayServer broker(Mosquitto broker) {
        return new ReplayOptions.ReplayServer(ReplayOptions.Via.BROKER, URI.create(broker.url()), dir, null, null);
    }

    @Test
    void every_quarter_hour_of_the_steel_plant_arrives_and_the_totals_are_exact() throws Exception {
        try (Mosquitto mosquitto = new Mosquitto(dir);
                MqttClient listener = new MqttClient(mosquitto.url(), "listener", new MemoryPersistence())) {
            Queue<String> received = new ConcurrentLinkedQueue<>();
            CountDownLatch missing = new CountDownLatch(35_040);
            listener.connect();
            listener.subscribe("greenpark/steel-meter/telemetry", 1, (topic, message) -> {
                received.add(new String(message.getPayload(), StandardCharsets.UTF_8));
                missing.countDown();
            });

            Totals totals = Replay.run(ReplayOptions.of(DataSet.STEEL_PLANT, broker(mosquitto)));

            assertThat(totals.messages()).isEqualTo(35_040);
            assertThat(totals.readings()).isEqualTo(35_040);
            assertThat(totals.sums().get("kwh")).isEqualByComparingTo("959636.71");
            assertThat(totals.months()).hasSize(12);
            assertThat(totals.toString()).contains("sum of kwh: 959636.71", "2018-01: 126238.29 kWh");
            assertThat(missing.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(received).hasSize(35_040).doesNotHaveDuplicates();
            listener.disconnect();
        }
    }

    @Test
    void a_file_of_ones_own_shuffled_and_twice_is_counted_once() throws Exception {
        Path file = Files.writeString(
                dir.resolve("two.csv"), "date,Usage_kWh\n01/01/2018 00:15,1.25\n01/01/2018 00:30,2.50\n");
        try (Mosquitto mosquitto = new Mosquitto(dir)) {
            Totals totals = Replay.run(new ReplayOptions(
                    DataSet.STEEL_PLANT,
                    List.of(file),
                    false,
                    true,
                    7,
                    true,
                    broker(mosquitto),
                    RetryTimeout.DEFAULT,
                    null));
            assertThat(totals.messages()).isEqualTo(4);
            assertThat(totals.readings()).isEqualTo(2);
            assertThat(totals.sums()).containsEntry("kwh", new BigDecimal("3.75"));
        }
    }

    @Test
    void only_the_steel_plant_can_be_sent_as_registers() {
        ReplayOptions options = new ReplayOptions(
                DataSet.GAS_TURBINE,
                List.of(),
                true,
                false,
                1,
                false,
                new ReplayOptions.ReplayServer(
                        ReplayOptions.Via.MQTT, URI.create("tcp://127.0.0.1:1"), dir, null, null),
                RetryTimeout.DEFAULT,
                null);
        assertThatThrownBy(() -> Replay.run(options))
                .isInstanceOf(SenderException.class)
                .hasMessageContaining("registers are for steel-plant");
    }

    @Test
    void a_data_directory_without_credentials_is_named() {
        ReplayOptions options = ReplayOptions.of(
                DataSet.WASTE_WATER,
                new ReplayOptions.ReplayServer(
                        ReplayOptions.Via.MQTT, URI.create("tcp://127.0.0.1:1"), dir, null, null));
        assertThatThrownBy(() -> Replay.run(options))
                .isInstanceOf(SenderException.class)
                .hasMessageContaining("devices.csv")
                .hasMessageContaining("start it with the same --data");
    }
}
