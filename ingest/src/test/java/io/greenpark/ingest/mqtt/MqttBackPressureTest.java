package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the log is slow, senders are slowed down by TCP; nothing piles up and nothing is lost. */
class MqttBackPressureTest {
    /** Messages one read of a socket may still bring after the bound is reached: at most 64 KB of them. */
    private static final int ONE_READ = 2_000;

    private static final int MESSAGES = 50_000;

    @TempDir
    Path dir;

    @Test
    void one_connection_is_held_back_at_its_bound_while_others_go_on() throws Exception {
        try (RunningDoor door = new RunningDoor(dir, Map.of(), RunningDoor.bounds(1_000_000, 100));
                RawClient flood = new RawClient(door.port())) {
            floodWhileShut(door, flood, 100);
        }
    }

    @Test
    void all_together_are_held_back_at_the_bound_of_all() throws Exception {
        try (RunningDoor door = new RunningDoor(dir, Map.of(), RunningDoor.bounds(1_000, 1_000_000));
                RawClient flood = new RawClient(door.port())) {
            floodWhileShut(door, flood, 1_000);
        }
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
