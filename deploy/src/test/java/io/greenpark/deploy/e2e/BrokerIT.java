package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.ingest.broker.MosquittoServer;
import io.greenpark.park.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Mosquitto with the shipped configuration between the plant and the real process. */
class BrokerIT {
    private static final String DOOR = "plant-1";

    @TempDir
    Path folder;

    @Test
    void the_year_through_a_broker_is_exact() throws Exception {
        try (MosquittoServer broker = new MosquittoServer(folder.resolve("broker"));
                GreenparkProcess greenpark = greenpark(broker).start()) {
            Await.until("the broker is subscribed to", Duration.ofMinutes(1), () -> door(greenpark)
                    .get("open")
                    .asBoolean());
            replayThrough(broker, greenpark);
            SteelYear.assertBooked(greenpark, "steel-plant");
            assertThat(door(greenpark).get("readings").asInt()).isGreaterThanOrEqualTo(SteelYear.QUARTER_HOURS);
            assertThat(door(greenpark).get("refusals").asInt()).isZero();
        }
    }

    private GreenparkProcess greenpark(MosquittoServer broker) throws Exception {
        Path password = folder.resolve("broker-password");
        Files.writeString(password, MosquittoServer.PASSWORD);
        return new GreenparkProcess(
                GreenparkProcess.conf("real-plants.yaml"),
                folder.resolve("data"),
                List.of(
                        "brokers.0.name=" + DOOR,
                        "brokers.0.url=" + broker.url(),
                        "brokers.0.userName=" + MosquittoServer.USER,
                        "brokers.0.passwordFile=" + password,
                        "brokers.0.devices=steel-*"));
    }

    private static void replayThrough(MosquittoServer broker, GreenparkProcess greenpark) throws Exception {
        try (ReplayProcess replay = ReplayProcess.start(
                greenpark,
                Map.of("GREENPARK_BROKER_PASSWORD", MosquittoServer.PASSWORD),
                "steel-plant",
                "--via",
                "broker",
                "--broker",
                broker.url(),
                "--broker-user",
                MosquittoServer.USER,
                "--wait")) {
            replay.finish();
        }
    }

    /** The broker's entry in health. */
    private static JsonNode door(GreenparkProcess greenpark) {
        try {
            JsonNode doors = greenpark.api("/api/v1/health").get("doors");
            for (JsonNode door : doors) {
                if (door.get("name").asText().contains(DOOR)) {
                    return door;
                }
            }
            throw new AssertionError("health names no door of the broker: " + doors);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
