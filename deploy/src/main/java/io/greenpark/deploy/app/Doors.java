package io.greenpark.deploy.app;

import io.greenpark.dashboards.source.DoorStatus;
import io.greenpark.ingest.admission.Admission;
import io.greenpark.ingest.admission.Intake;
import io.greenpark.ingest.broker.BrokerConfig;
import io.greenpark.ingest.broker.BrokerDoor;
import io.greenpark.ingest.coap.CoapDoor;
import io.greenpark.ingest.mqtt.MqttDoor;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All doors of a process, opened together; they share one admission and one intake. */
final class Doors {
    private final List<Supplier<io.greenpark.ingest.admission.DoorStatus>> statuses = new ArrayList<>();

    private Doors() {}

    static Doors none() {
        return new Doors();
    }

    static Doors open(
            AppConfig config, Stores stores, Certificates certificates, Vertx vertx, Clock clock, Closing closing)
            throws Exception {
        Doors doors = new Doors();
        Admission admission = new Admission(stores.registry(), config.intake());
        Intake intake = Intake.create(stores.log(), stores.deadLetters(), config.intake());
        MqttDoor mqtt = MqttDoor.create(
                vertx, config.mqtt(), stores.credentials(), stores.registry(), admission, intake, clock);
        closing.add("MQTT door", () -> Waiting.forEnd(mqtt.close()));
        Waiting.forEnd(mqtt.start());
        certificates.watch("mqtt", mqtt.identity());
        doors.statuses.add(mqtt::status);
        if (config.coap().enabled()) {
            CoapDoor coap = closing.add(
                    "CoAP door",
                    CoapDoor.create(config.coap(), admission, intake, stores.credentials(), stores.registry(), clock));
            coap.start();
            doors.statuses.add(coap::status);
        }
        for (BrokerConfig broker : config.brokers()) {
            BrokerDoor door =
                    closing.add("broker " + broker.name(), BrokerDoor.create(broker, admission, intake, clock));
            door.start();
            doors.statuses.add(door::status);
        }
        return doors;
    }

    /** How every door stands, in the terms of the console. */
    List<DoorStatus> status() {
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
