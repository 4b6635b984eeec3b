package io.greenpark.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.intake.IntakeConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the log is blocked, devices are answered late; beyond the bound they are told when to try again. */
class CoapBackPressureTest {
    private static final int BOUND = 10;

    @TempDir
    Path dir;

    @Test
    void beyond_the_bound_devices_are_turned_away_and_accepted_requests_still_answered() throws Exception {
        try (OpenDoor open = new OpenDoor(dir, new IntakeConfig(Duration.ofMinutes(5), 1_000, BOUND))) {
            open.stores.log.shut();
            List<CompletableFuture<@Nullable CoapResponse>> taken = new ArrayList<>();
            for (int i = 0; i <= BOUND; i++) {
                int second = i;
                taken.add(CompletableFuture.supplyAsync(() -> post(open, second), task -> new Thread(task).start()));
                Await.until("it is in flight", () -> open.intake.inFlight() == second + 1);
            }
            CoapResponse away = post(open, 100);
            assertThat(away).isNotNull();
            assertThat(away.getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
            assertThat(away.getOptions().getMaxAge()).isBetween(1L, 60L);
            assertThat(taken).noneMatch(CompletableFuture::isDone);
            open.stores.log.open();
            for (CompletableFuture<@Nullable CoapResponse> answer : taken) {
                CoapResponse response = answer.get(30, TimeUnit.SECONDS);
                assertThat(response).isNotNull();
                assertThat(response.getCode()).isEqualTo(ResponseCode.CHANGED);
            }
            assertThat(open.stores.readings()).hasSize(BOUND + 1);
            Await.until("there is room", () -> open.intake.inFlight() == 0);
            CoapResponse again = post(open, 100);
            assertThat(again).isNotNull();
            assertThat(again.getCode()).isEqualTo(ResponseCode.CHANGED);
        }
    }

    private static @Nullable CoapResponse post(OpenDoor open, int second) {
        String message = "{\"ts\":" + (1714521600000L + 1_000L * second) + ",\"values\":{\"kwh\":1}}";
        try (TestClient client = TestClient.plain()) {
            return client.post(open.plain("m3"), message);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
