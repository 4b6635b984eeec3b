package io.greenpark.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.PayloadFormats;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.TestPark;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.intake.TestStores;
import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.PayloadFormat;
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

/** Datagrams that come faster than they can be decoded: the handler's thread is blocked while they come. */
class CoapRequestHandlerTest {
    private static final PayloadFormat JSON = new TelemetryJson();
    private static final String GOOD = "{\"ts\":1714521600000,\"values\":{\"kwh\":12.5}}";

    @TempDir
    Path dir;

    private final CountDownLatch decoding = new CountDownLatch(1);
    private final AtomicInteger decoded = new AtomicInteger();
    private TestStores stores;
    private CoapRequestHandler handler;
    private CoapServer server;

    @BeforeEach
    void open() {
        stores = new TestStores(dir);
        RegistrySource registry = new OpenDoor.Fixed(TestPark.registry());
        IngestPipeline pipeline = new IngestPipeline(
                PayloadFormats.standard(),
                new MessageValidators(registry, IntakeConfig.DEFAULT.clockTolerance()),
                Intake.create(stores.log, stores.deadLetters, IntakeConfig.DEFAULT),
                Clock.systemUTC());
        handler = new CoapRequestHandler(pipeline, registry);
        server = new CoapServer(new Configuration());
        server.addEndpoint(new CoapEndpoint.Builder()
                .setConfiguration(new Configuration())
                .setInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .build());
        TelemetryResource resource =
                new TelemetryResource(pipeline, handler, new CoapLetters(registry, Clock.systemUTC()));
        server.add(resource);
        server.setMessageDeliverer(new DoorDeliverer(server.getRoot(), new Configuration(), resource));
        server.start();
    }

    @AfterEach
    void close() {
        decoding.countDown();
        server.destroy();
        handler.close();
        stores.close();
    }

    private void blockThread() {
        handler.later(0, () -> {
            try {
                decoding.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void takeUntilFull() {
        for (int i = 0; !handler.isFull(); i++) {
            assertThat(i).as("requests that may wait").isLessThan(CoapRequestHandler.MAX_WAITING);
            handler.take(new CoapSender("m3", false), "m3", JSON, GOOD.getBytes(StandardCharsets.UTF_8), this::count);
        }
    }

    private void count(IntakeResult result) {
        assertThat(result.status()).isEqualTo(IntakeResult.Status.STORED);
        decoded.incrementAndGet();
    }

    private CoapResponse post() throws Exception {
        int port = server.getEndpoints().get(0).getAddress().getPort();
        try (TestClient client = TestClient.plain()) {
            return Objects.requireNonNull(
                    client.post("coap://127.0.0.1:" + port + "/greenpark/m3/telemetry", GOOD), "no answer");
        }
    }

    @Test
    void a_device_is_told_when_to_try_again_while_too_much_waits() throws Exception {
        blockThread();
        takeUntilFull();
        CoapResponse response = post();
        assertThat(response.getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
        assertThat(response.getOptions().getMaxAge()).isBetween(1L, 60L);
        assertThat(response.getResponseText()).contains("try again");
        assertThat(stores.readings()).isEmpty();
    }

    @Test
    void requests_that_waited_are_taken_once_the_thread_is_free() throws Exception {
        blockThread();
        takeUntilFull();
        decoding.countDown();
        Await.until("everything is decoded", () -> decoded.get() == CoapRequestHandler.MAX_WAITING);
        assertThat(handler.isFull()).isFalse();
        assertThat(post().getCode()).isEqualTo(ResponseCode.CHANGED);
    }
}
