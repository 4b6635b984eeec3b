package io.greenpark.deploy.app;

import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.PayloadFormats;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.broker.BrokerConfig;
import io.greenpark.ingest.broker.BrokerDoor;
import io.greenpark.ingest.coap.CoapDoor;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeCounters;
import io.greenpark.ingest.mapping.MappingConfig;
import io.greenpark.ingest.mqtt.MqttDoor;
import io.greenpark.operations.status.IntakeStatus;
import io.greenpark.operations.status.IntakeStatus.DoorTraffic;
import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.live.ListeningDoor.Standing;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.DoorStatus;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All doors of a process, opened together; they share one intake. The canary may come in by the MQTT door only, which
 * checks who it is: the registry of the other doors does not know it.
 */
final class Doors {
    private final List<Supplier<DoorStatus>> own = new ArrayList<>();
    private final List<Supplier<DoorStatus>> brokers = new ArrayList<>();
    private final List<Supplier<ListeningDoor>> listening = new ArrayList<>();
    private final @Nullable Intake intake;
    private String mqttUrl = "";

    private Doors(@Nullable Intake intake) {
        this.intake = intake;
    }

    static Doors none() {
        return new Doors(null);
    }

    static Doors open(
            AppConfig config,
            Stores stores,
            CanaryParts canaries,
            Certificates certificates,
            Vertx vertx,
            Clock clock,
            ShutdownStack shutdown)
            throws Exception {
        Intake intake = Intake.create(
                stores.log(), stores.deadLetters(), stores.deadLetters().quarantine(), config.intake());
        PayloadFormats formats = PayloadFormats.with(
                config.mappings().stream().map(MappingConfig::format).toList());
        Duration tolerance = config.intake().clockTolerance();
        Doors doors = new Doors(intake);
        MqttDoor mqtt = MqttDoor.create(
                vertx,
                config.mqtt(),
                canaries.credentials(),
                canaries.registry(),
                new IngestPipeline(formats, MessageValidators.keeping(canaries.registry(), tolerance), intake, clock));
        shutdown.add("MQTT door", () -> Futures.await(mqtt.close()));
        Futures.await(mqtt.start());
        certificates.watch("mqtt", mqtt.identity());
        doors.own.add(mqtt::status);
        doors.listening.add(listening(Door.MQTT, mqtt::status, clock));
        doors.mqttUrl = "tcp://" + Reachable.host(config.mqtt().host()) + ":" + mqtt.port();
        IngestPipeline pipeline =
                new IngestPipeline(formats, MessageValidators.keeping(stores.registry(), tolerance), intake, clock);
        if (config.coap().enabled()) {
            CoapDoor coap = shutdown.add(
                    "CoAP door", CoapDoor.create(config.coap(), pipeline, stores.credentials(), stores.registry()));
            coap.start();
            doors.own.add(coap::status);
            doors.listening.add(listening(Door.COAP, coap::status, clock));
        }
        for (BrokerConfig broker : config.brokers()) {
            BrokerDoor door = shutdown.add("broker " + broker.name(), BrokerDoor.create(broker, pipeline));
            door.start();
            doors.brokers.add(door::status);
            doors.listening.add(door::listening);
        }
        return doors;
    }

    /** A door of the platform's own, plain and encrypted ports together, that has just been opened and stays so until it closes. */
    private static Supplier<ListeningDoor> listening(Door door, Supplier<DoorStatus> status, Clock clock) {
        Instant since = clock.instant();
        return () -> {
            DoorStatus now = status.get();
            Standing standing = now.open() ? Standing.open(since) : Standing.shut(clock.instant(), now.problem());
            return new ListeningDoor(door, door.code(), now.address(), standing, ListeningDoor.Devices.ALL);
        };
    }

    /** The doors as silence sees them. */
    List<ListeningDoor> listening() {
        return listening.stream().map(Supplier::get).toList();
    }

    /** Where the canary signs in; empty where there is no door. */
    String mqttUrl() {
        return mqttUrl;
    }

    /** The platform's own doors. */
    List<DoorStatus> own() {
        return statusOf(own);
    }

    /** The connections to brokers. */
    List<DoorStatus> brokers() {
        return statusOf(brokers);
    }

    /** What has passed the doors, by kind, and what is under way. */
    IntakeStatus intake() {
        Intake shared = intake;
        if (shared == null) {
            return new IntakeStatus(0, 0, null, List.of());
        }
        IntakeCounters counters = shared.counters();
        List<DoorTraffic> passed = new ArrayList<>();
        for (Door door : Door.values()) {
            passed.add(new DoorTraffic(
                    door.code(),
                    counters.messages(door),
                    counters.readings(door),
                    counters.retained(door),
                    counters.refusals(door)));
        }
        return new IntakeStatus(shared.inFlight(), shared.maxInFlight(), shared.trouble(), passed);
    }

    private static List<DoorStatus> statusOf(List<Supplier<DoorStatus>> doors) {
        return doors.stream().map(Supplier::get).toList();
    }
}
