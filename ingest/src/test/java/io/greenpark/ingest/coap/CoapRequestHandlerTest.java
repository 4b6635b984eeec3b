package io.greenpark.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.TestPark;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.intake.TestStores;
import io.greenpark.park.registry.RegistrySource;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datagrams that come faster than they can be judged: the desk's thread is held while they come. */
class CoapRequestHandlerTest {
    private static final String GOOD = "{\"ts\":1714521600000,\"values\":{\"kwh\":12.5}}";

    @TempDir
    Path dir;

    private final CountDownLatch judging = new CountDownLatch(1);
    private final AtomicInteger judged = new AtomicInteger();
    private TestStores stores;
    private CoapRequestHandler desk;
    private CoapServer server;

    @BeforeEach
    void open() {
        stores = new TestStores(dir);
        RegistrySource registry = new OpenDoor.Fixed(TestPark.registry());
        desk = new CoapRequestHandler(
                new MessageValidators(registry, IntakeConfig.DEFAULT.clockTolerance()),
                Intake.create(stores.log, stores.deadLetters, IntakeConfig.DEFAULT),
                registry,
                Clock.systemUTC());
        server = new CoapServer(new Configuration());
        server.addEndpoint(new CoapEndpoint.Builder()
                .setConfiguration(new Configuration())
                .setInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .build());
        server.add(new TelemetryResource(desk));
        server.start();
    }

    @AfterEach
    void close() {
        judging.countDown();
        server.destroy();
        desk.close();
        stores.close();
    }

    private void hold() {
        desk.later(0, () -> {
            try {
                judging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void takeUntilFull() {
        for (int i = 0; !desk.full(); i++) {
            assertThat(i).as("requests that may wait").isLessThan(CoapRequestHandler.MAX_WAITING);
            desk.take(null, "m3", GOOD.getBytes(StandardCharsets.UTF_8), this::count);
        }
    }

    private void count(IntakeResult outcome) {
        assertThat(outcome.kind()).isEqualTo(IntakeResult.Status.ALL_KEPT);
        judged.incrementAndGet();
    }

    private CoapResponse post() throws Exception {
        int port = server.getEndpoints().get(0).getAddress().getPort();
        try (TestClient client = TestClient.plain()) {
            return Objects.requireNonNull(
                    client.post("coap://127.0.0.1:" + port + "/greenpark/m3/telemetry", GOOD), "no answer");
        }
    }

    @Test
    void while_too_much_waits_to_be_judged_the_device_is_told_when_to_try_again() throws Exception {
        hold();
        takeUntilFull();
        CoapResponse response = post();
        assertThat(response.getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
        assertThat(response.getOptions().getMaxAge()).isBetween(1L, 60L);
        assertThat(response.getResponseText()).contains("try again");
        assertThat(stores.readings()).isEmpty();
    }

    @Test
    void what_waited_is_judged_once_there_is_time_and_the_desk_takes_more() throws Exception {
        hold();
        takeUntilFull();
        judging.countDown();
        Await.until("everything is judged", () -> judged.get() == CoapRequestHandler.MAX_WAITING);
        assertThat(desk.full()).isFalse();
        assertThat(post().getCode()).isEqualTo(ResponseCode.CHANGED);
    }
}
