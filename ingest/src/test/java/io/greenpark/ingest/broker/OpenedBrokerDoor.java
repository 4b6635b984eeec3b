package io.greenpark.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A broker door over real stores that has begun to connect. */
record OpenedBrokerDoor(BrokerDoor door, Intake intake) {
    /** With the name {@code plant}, for the devices {@code m*} of the test park. */
    static OpenedBrokerDoor open(
            MosquittoServer mosquitto, TestStores stores, Path dir, Map<String, String> changes, PayloadFormats formats)
            throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "brokers.0.url",
                mosquitto.url(),
                "brokers.0.userName",
                MosquittoServer.USER,
                "brokers.0.passwordFile",
                secret(dir, MosquittoServer.PASSWORD)));
        settings.putAll(changes);
        return open(settings, stores, formats);
    }

    static OpenedBrokerDoor open(Map<String, String> changes, TestStores stores, PayloadFormats formats) {
        Map<String, String> settings = new HashMap<>(
                Map.of("brokers.0.name", "plant", "brokers.0.devices", "m*", "brokers.0.longestPause", "1s"));
        settings.putAll(changes);
        Problems problems = new Problems();
        BrokerConfig config =
                BrokerConfig.all(Settings.ofTexts(settings), problems).get(0);
        assertThat(problems.list()).isEmpty();
        Intake intake = Intake.create(stores.log, stores.deadLetters, IntakeConfig.DEFAULT);
        RegistrySource registry = RegistrySource.fixed(TestPark.registry());
        IngestPipeline pipeline = new IngestPipeline(
                formats,
                new MessageValidators(registry, IntakeConfig.DEFAULT.clockTolerance()),
                intake,
                Clock.systemUTC());
        BrokerDoor door = BrokerDoor.create(config, pipeline);
        door.start();
        return new OpenedBrokerDoor(door, intake);
    }

    static String secret(Path dir, String text) throws IOException {
        return Files.writeString(dir.resolve("secret-" + text), text + "\n").toString();
    }
}
