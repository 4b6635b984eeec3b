package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the log is slow, senders are slowed down by TCP; nothing piles up and nothing is lost. */
class MqttBackPressureTest {
    /** Messages one read of a socket may still bring after the bound is reached: at most 16 KB of them. */
    private static final int ONE_READ = 500;

    /** Connections that each bring a burst which their sockets' buffers hold. */
    private static final int CROWD = 60;

    private static final int BURST = 200;

    private static final int MESSAGES = 50_000;

    @TempDir
    Path dir;

    @Test
    void one_connection_is_paused_at_its_bound() throws Exception {
        try (RunningDoor door = new RunningDoor(dir, Map.of(), RunningDoor.bounds(1_000_000, 100));
                RawClient flood = new RawClient(door.port())) {
            floodWhileShut(door, flood, 100);
        }
    }

    @Test
    void all_connections_are_paused_at_the_bound_of_all() throws Exception {
        try (RunningDoor door = new RunningDoor(dir, Map.of(), RunningDoor.bounds(1_000, 1_000_000));
                RawClient flood = new RawClient(door.port())) {
            floodWhileShut(door, flood, 1_000);
        }
    }

    @Test
    void many_connections_stay_at_the_bound_of_all_while_new_ones_sign_in() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        try (RunningDoor door = new RunningDoor(dir, Map.of(), RunningDoor.bounds(1_000, 1_000_000))) {
            for (int i = 0; i < CROWD; i++) {
                RawClient client = new RawClient(door.port());
                clients.add(client);
                client.connect(4, "crowd-" + i, "m1", "secret-m1").read();
            }
            door.stores.log.shut();
            for (int i = 0; i < CROWD; i++) {
                clients.get(i).sendBytes(burst(i));
            }
            Await.until("the bound is reached", () -> door.intake.inFlight() >= 1_000);
            for (int i = 0; i < 8; i++) {
                try (RawClient late = new RawClient(door.port())) {
                    late.connect(4, "late-" + i, "m1", "secret-m1");
                    assertThat(late.read()).startsWith(0x20, 2, 0, 0);
                }
            }
            assertThat(door.intake.inFlight()).isLessThan(1_000 + 2 * ONE_READ);
            assertThat(door.stores.readings()).isEmpty();
            door.stores.log.open();
            for (RawClient client : clients) {
                for (int id = 1; id <= BURST; id++) {
                    assertThat(client.read()).containsExactly(0x40, 2, id >> 8, id & 0xFF);
                }
            }
            assertThat(door.stores.readings()).hasSize(CROWD * BURST);
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    private static byte[] burst(int client) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id = 1; id <= BURST; id++) {
            long time = 1714521600000L + client * 1_000L + id;
            bytes.writeBytes(
                    RawClient.publish(1, id, "greenpark/m1/telemetry", "{\"ts\":" + time + ",\"values\":{\"kwh\":1}}"));
        }
        return bytes.toByteArray();
    }

    private static void floodWhileShut(RunningDoor door, RawClient flood, int bound) throws Exception {
        flood.connect(4, "flood", "m1", "secret-m1").read();
        door.stores.log.shut();
        AtomicReference<Exception> fault = new AtomicReference<>();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < MESSAGES; i++) {
                    String payload = "{\"ts\":" + (1714521600000L + i) + ",\"values\":{\"kwh\":1}}";
                    flood.sendBytes(RawClient.publish(1, 1 + i, "greenpark/m1/telemetry", payload));
                }
            } catch (Exception e) {
                fault.set(e);
            }
        });
        writer.start();
        Await.until("the bound is reached", () -> door.intake.inFlight() >= bound);
        Await.until(
                "the writer is stuck",
                () -> writer.getState() != Thread.State.TERMINATED && door.intake.inFlight() >= bound);
        long most = door.intake.inFlight();
        door.stores.log.open();
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(flood.read()).containsExactly(0x40, 2, (1 + i) >> 8, (1 + i) & 0xFF);
            most = Math.max(most, door.intake.inFlight());
        }
        writer.join();
        assertThat(fault.get()).isNull();
        assertThat(most).isLessThan(bound + ONE_READ);
        assertThat(door.stores.readings()).hasSize(MESSAGES);
    }
}
