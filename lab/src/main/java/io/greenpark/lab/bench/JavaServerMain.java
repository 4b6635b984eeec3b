package io.greenpark.lab.bench;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.PayloadFormats;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.ingest.mqtt.MqttConfig;
import io.greenpark.ingest.mqtt.MqttDoor;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.deadletter.DeadLetterConfig;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The process under load. Arguments: {@code discard} or {@code ingest}, a directory, the number of devices. */
final class JavaServerMain {
    /** What it prints before the port. */
    static final String LISTENING = "listening on port ";

    static final String DISCARD = "discard";
    static final String INGEST = "ingest";

    private static final String HOST = "127.0.0.1";

    private JavaServerMain() {}

    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx();
        Future<Integer> port =
                DISCARD.equals(args[0]) ? discard(vertx) : ingest(vertx, Path.of(args[1]), Integer.parseInt(args[2]));
        port.onSuccess(p -> System.out.println(LISTENING + p)).onFailure(e -> {
            System.err.println("bench server: " + e.getMessage());
            System.exit(1);
        });
    }

    /** One listener per processor, as the door of Greenpark has; each message is acknowledged as it comes. */
    private static Future<Integer> discard(Vertx vertx) {
        AtomicInteger port = new AtomicInteger();
        int instances = Runtime.getRuntime().availableProcessors();
        return vertx.deployVerticle(
                        () -> new VerticleBase() {
                            @Override
                            public Future<?> start() {
                                return MqttServer.create(
                                                vertx,
                                                new MqttServerOptions()
                                                        .setHost(HOST)
                                                        .setPort(-1))
                                        .endpointHandler(endpoint -> {
                                            endpoint.publishHandler(m -> endpoint.publishAcknowledge(m.messageId()));
                                            endpoint.accept(false);
                                        })
                                        .listen()
                                        .onSuccess(s -> port.set(s.actualPort()));
                            }
                        },
                        new DeploymentOptions().setInstances(instances))
                .map(id -> port.get());
    }

    /** The ingest role: door, admission, log and dead deadLetters, with default settings. */
    private static Future<Integer> ingest(Vertx vertx, Path dir, int devices) {
        Clock clock = Clock.systemUTC();
        SqliteTelemetryLog log = SqliteTelemetryLog.open(dir, LogConfig.defaults(), clock);
        SqliteDeadLetters deadLetters =
                SqliteDeadLetters.open(dir.resolve("dead-deadLetters.sqlite"), DeadLetterConfig.defaults(), clock);
        RegistrySource registry = RegistrySource.fixed(BenchPark.registry(devices));
        MqttDoor door = MqttDoor.create(
                vertx,
                MqttConfig.from(Settings.ofTexts(Map.of("port", "0")), new Problems()),
                BenchPark.credentials(),
                registry,
                new IngestPipeline(
                        PayloadFormats.standard(),
                        new MessageValidators(registry, IntakeConfig.DEFAULT.clockTolerance()),
                        Intake.create(log, deadLetters, IntakeConfig.DEFAULT),
                        clock));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            log.close();
            deadLetters.close();
        }));
        return door.start().map(v -> door.port());
    }
}
