package io.greenpark.ingest.mqtt;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.ingest.admission.Admission;
import io.greenpark.ingest.admission.AdmissionConfig;
import io.greenpark.ingest.admission.Intake;
import io.greenpark.ingest.admission.TestPark;
import io.greenpark.ingest.admission.TestStores;
import io.greenpark.park.registry.RegistrySource;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The door on a free port over real stores. */
final class RunningDoor implements AutoCloseable {
    final TestStores stores;
    final Intake intake;
    final MqttDoor door;
    private final Vertx vertx = Vertx.vertx();

    RunningDoor(Path dir) throws Exception {
        this(dir, Map.of(), AdmissionConfig.DEFAULT);
    }

    RunningDoor(Path dir, Map<String, String> mqtt, AdmissionConfig admissionConfig) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("port", "0", "tlsPort", "0", "listeners", "2"));
        settings.putAll(mqtt);
        RegistrySource registry = RegistrySource.fixed(TestPark.registry());
        stores = new TestStores(dir);
        intake = Intake.create(stores.log, stores.deadLetters, admissionConfig);
        door = MqttDoor.create(
                vertx,
                MqttConfig.from(Settings.ofTexts(settings), new Problems()),
                new KnownCredentials(),
                registry,
                new Admission(registry, admissionConfig),
                intake,
                Clock.systemUTC());
        door.start().await(20, TimeUnit.SECONDS);
    }

    static AdmissionConfig bounds(int maxInFlight, int perConnection) {
        return new AdmissionConfig(Duration.ofMinutes(5), maxInFlight, perConnection);
    }

    int port() {
        return door.port();
    }

    String url() {
        return "tcp://127.0.0.1:" + port();
    }

    @Override
    public void close() throws Exception {
        door.close().await(20, TimeUnit.SECONDS);
        vertx.close().await(20, TimeUnit.SECONDS);
        stores.close();
    }
}
