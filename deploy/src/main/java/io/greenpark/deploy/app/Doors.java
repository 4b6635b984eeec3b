package io.greenpark.deploy.app;

import io.greenpark.ingest.admission.Admission;
import io.greenpark.ingest.admission.Intake;
import io.greenpark.ingest.admission.IntakeCounters;
import io.greenpark.ingest.broker.BrokerConfig;
import io.greenpark.ingest.broker.BrokerDoor;
import io.greenpark.ingest.coap.CoapDoor;
import io.greenpark.ingest.mqtt.MqttDoor;
import io.greenpark.operations.status.DoorStatus;
import io.greenpark.operations.status.IntakeStatus;
import io.greenpark.operations.status.IntakeStatus.DoorTraffic;
import io.greenpark.park.reading.Door;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All doors of a process, opened together; they share one intake. The canary may come in by the MQTT door only, which
 * checks who it is: the admission of the other doors does not know it.
 */
final class Doors {
    private final List<Supplier<io.greenpark.ingest.admission.DoorStatus>> own = new ArrayList<>();
    private final List<Supplier<io.greenpark.ingest.admission.DoorStatus>> brokers = new ArrayList<>();
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
        Intake intake = Intake.create(stores.log(), stores.deadLetters(), config.intake());
        Doors doors = new Doors(intake);
        MqttDoor mqtt = MqttDoor.create(
                vertx,
                config.mqtt(),
                canaries.credentials(),
                canaries.registry(),
                new Admission(canaries.registry(), config.intake()),
                intake,
                clock);
        shutdown.add("MQTT door", () -> Futures.await(mqtt.close()));
        Futures.await(mqtt.start());
        certificates.watch("mqtt", mqtt.identity());
        doors.own.add(mqtt::status);
        doors.mqttUrl = "tcp://" + Reachable.host(config.mqtt().host()) + ":" + mqtt.port();
        Admission admission = new Admission(stores.registry(), config.intake());
        if (config.coap().enabled()) {
            CoapDoor coap = shutdown.add(
                    "CoAP door",
                    CoapDoor.create(config.coap(), admission, intake, stores.credentials(), stores.registry(), clock));
            coap.start();
            doors.own.add(coap::status);
        }
        for (BrokerConfig broker : config.brokers()) {
            BrokerDoor door =
                    shutdown.add("broker " + broker.name(), BrokerDoor.create(broker, admission, intake, clock));
            door.start();
            doors.brokers.add(door::status);
        }
        return doors;
    }

    /** Where the canary signs in; empty where there is no door. */
    String mqttUrl() {
        return mqttUrl;
    }

    /** How every door stands, in the terms of the console. */
    List<DoorStatus> status() {
        List<DoorStatus> all = new ArrayList<>(own());
        all.addAll(brokers());
        return all;
    }

    /** The platform's own doors. */
    List<DoorStatus> own() {
        return shown(own);
    }

    /** The connections to brokers. */
    List<DoorStatus> brokers() {
        return shown(brokers);
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
                    door.code(), counters.messages(door), counters.readings(door), counters.refusals(door)));
        }
        return new IntakeStatus(shared.inFlight(), shared.maxInFlight(), shared.trouble(), passed);
    }

    private static List<DoorStatus> shown(List<Supplier<io.greenpark.ingest.admission.DoorStatus>> statuses) {
        return statuses.stream().map(Supplier::get).map(Doors::shown).toList();
    }

    private static DoorStatus shown(io.greenpark.ingest.admission.DoorStatus s) {
        return new DoorStatus(
                s.name(),
                s.address(),
                s.open(),
                s.connections(),
                s.messages(),
                s.readings(),
                s.refusals().values().stream().mapToLong(Long::longValue).sum(),
                s.trouble().isEmpty() ? null : s.trouble());
    }
}
