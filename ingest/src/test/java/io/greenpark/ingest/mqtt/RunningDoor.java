package io.greenpark.ingest.mqtt;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.PayloadFormats;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.TestPark;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.ingest.intake.TestStores;
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
        this(dir, Map.of(), IntakeConfig.DEFAULT);
    }

    RunningDoor(Path dir, PayloadFormats formats) throws Exception {
        this(dir, Map.of(), IntakeConfig.DEFAULT, formats);
    }

    RunningDoor(Path dir, Map<String, String> mqtt, IntakeConfig intakeConfig) throws Exception {
        this(dir, mqtt, intakeConfig, PayloadFormats.standard());
    }

    private RunningDoor(Path dir, Map<String, String> mqtt, IntakeConfig intakeConfig, PayloadFormats formats)
            throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("port", "0", "tlsPort", "0", "listeners", "2"));
        settings.putAll(mqtt);
        RegistrySource registry = RegistrySource.fixed(TestPark.registry());
        stores = new TestStores(dir);
        intake = Intake.create(stores.log, stores.deadLetters, stores.deadLetters.quarantine(), intakeConfig);
        door = MqttDoor.create(
                vertx,
                MqttConfig.from(Settings.ofTexts(settings), new Problems()),
                new KnownCredentials(),
                registry,
                new IngestPipeline(
                        formats,
                        MessageValidators.keeping(registry, intakeConfig.clockTolerance()),
                        intake,
                        Clock.systemUTC()));
        door.start().await(20, TimeUnit.SECONDS);
    }

    static IntakeConfig bounds(int maxInFlight, int perConnection) {
        return new IntakeConfig(Duration.ofMinutes(5), maxInFlight, perConnection);
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
