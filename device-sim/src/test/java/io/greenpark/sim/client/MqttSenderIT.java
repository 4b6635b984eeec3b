package io.greenpark.sim.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.machine.FreePort;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MqttSenderIT {
    private static MqttSender sender(String url, RetryTimeout retryTimeout) {
        return new MqttSender(new MqttSender.Account(url, "meter-1", null, null), 20, retryTimeout);
    }

    @Test
    void what_is_acknowledged_was_received_in_the_order_sent(@TempDir Path dir) throws Exception {
        try (Mosquitto broker = new Mosquitto(dir);
                MqttClient listener = new MqttClient(broker.url(), "listener", new MemoryPersistence());
                MqttSender sender = sender(broker.url(), RetryTimeout.DEFAULT)) {
            Queue<String> received = new ConcurrentLinkedQueue<>();
            CompletableFuture<Void> last = new CompletableFuture<>();
            listener.connect();
            listener.subscribe("greenpark/+/telemetry", 1, (topic, message) -> {
                received.add(new String(message.getPayload(), StandardCharsets.UTF_8));
                if (received.size() == 500) {
                    last.complete(null);
                }
            });
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                sent.add("{\"n\":" + i + "}");
            }
            all(sent.stream()
                            .map(json -> sender.send("greenpark/meter-1/telemetry", json)
                                    .toCompletableFuture())
                            .toList())
                    .get(20, TimeUnit.SECONDS);
            last.get(20, TimeUnit.SECONDS);
            assertThat(received).containsExactlyElementsOf(sent);
            listener.disconnect();
        }
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }

    @Test
    void a_killed_server_costs_time_but_no_message(@TempDir Path dir) throws Exception {
        try (Mosquitto broker = new Mosquitto(dir);
                MqttSender sender = sender(broker.url(), RetryTimeout.DEFAULT)) {
            sender.send("greenpark/meter-1/telemetry", "{}")
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            broker.kill();
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                waiting.add(sender.send("greenpark/meter-1/telemetry", "{\"n\":" + i + "}")
                        .toCompletableFuture());
            }
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            broker.startAgain();
            all(waiting).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_server_that_is_not_there_is_named() throws Exception {
        String url = "tcp://127.0.0.1:" + FreePort.take();
        try (MqttSender sender = sender(url, new RetryTimeout(Duration.ofMillis(50), Duration.ofMillis(50)))) {
            assertThatThrownBy(() -> sender.send("greenpark/meter-1/telemetry", "{}")
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("no MQTT server answers at " + url)
                    .hasMessageContaining("is it running?");
        }
    }

    @Test
    void a_closed_sender_refuses_at_once(@TempDir Path dir) throws Exception {
        try (Mosquitto broker = new Mosquitto(dir)) {
            MqttSender sender = sender(broker.url(), RetryTimeout.DEFAULT);
            sender.close();
            assertThat(sender.send("greenpark/meter-1/telemetry", "{}").toCompletableFuture())
                    .isCompletedExceptionally();
        }
    }
}
