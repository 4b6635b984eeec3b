package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.admission.Admission;
import io.greenpark.ingest.admission.DoorStatus;
import io.greenpark.ingest.admission.Intake;
import io.greenpark.ingest.admission.IntakeCounters;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.credential.DeviceCredentials;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The direct MQTT listener as a whole: one verticle per event loop and port, and what they share. Any thread may ask for
 * the status.
 */
public final class MqttDoor {
    /**
     * For Vert.x a negative port is a free one that all listeners of that number share, whichever server they belong to;
     * 0 would give each listener its own. So each group of listeners on a free port gets a number nobody else has.
     */
    private static final AtomicInteger FREE_PORT = new AtomicInteger(-18_830);

    private final Vertx vertx;
    private final Shared shared;
    private final List<String> deployments = new ArrayList<>();
    private volatile int port;
    private volatile int tlsPort;
    private volatile boolean open;

    /** What all connections share; immutable, its parts are safe for any thread. */
    record Shared(
            MqttConfig config,
            DeviceCredentials credentials,
            RegistrySource registry,
            Admission admission,
            Intake intake,
            Clock clock,
            AtomicInteger sockets,
            ConcurrentMap<SessionKey, MqttConnection> sessions) {}

    /** A client id counts within one sender only, so that no sender can throw another out. */
    record SessionKey(String sender, String clientId) {}

    private MqttDoor(Vertx vertx, Shared shared) {
        this.vertx = vertx;
        this.shared = shared;
    }

    /** A door that listens after {@link #start}. The intake and what it writes to stay the caller's to close. */
    public static MqttDoor create(
            Vertx vertx,
            MqttConfig config,
            DeviceCredentials credentials,
            RegistrySource registry,
            Admission admission,
            Intake intake,
            Clock clock) {
        return new MqttDoor(
                vertx,
                new Shared(
                        config,
                        credentials,
                        registry,
                        admission,
                        intake,
                        clock,
                        new AtomicInteger(),
                        new ConcurrentHashMap<>()));
    }

    /** Opens the ports; fails with an {@link IOException} that names the port and its setting if one of them is taken. */
    public Future<Void> start() {
        MqttConfig config = shared.config();
        Future<Void> started = listen(config.port(), false).map(bound -> {
            port = bound;
            return null;
        });
        if (config.tls()) {
            started = started.compose(v -> listen(config.tlsPort(), true)).map(bound -> {
                tlsPort = bound;
                return null;
            });
        }
        return started.onSuccess(v -> open = true);
    }

    private Future<Integer> listen(int wanted, boolean tls) {
        AtomicInteger bound = new AtomicInteger();
        int listenOn = wanted == 0 ? FREE_PORT.decrementAndGet() : wanted;
        DeploymentOptions options =
                new DeploymentOptions().setInstances(shared.config().listeners());
        return vertx.deployVerticle(() -> new MqttListener(shared, listenOn, tls, bound), options)
                .map(id -> {
                    deployments.add(id);
                    return bound.get();
                })
                .recover(failure -> Future.failedFuture(notOpened(wanted, tls, failure)));
    }

    private IOException notOpened(int wanted, boolean tls, Throwable failure) {
        return new IOException(
                "TCP port " + wanted + " on " + shared.config().host() + " cannot be opened (" + failure.getMessage()
                        + "); end what uses it or choose another with --set " + (tls ? "mqtt.tlsPort" : "mqtt.port")
                        + "=PORT",
                failure);
    }

    /** Closes the ports and all connections. What was not acknowledged, the senders repeat. */
    public Future<Void> close() {
        open = false;
        List<Future<Void>> closing = new ArrayList<>();
        for (String id : deployments) {
            closing.add(vertx.undeploy(id));
        }
        deployments.clear();
        return Future.join(closing).mapEmpty();
    }

    /** The port that was bound. */
    public int port() {
        return port;
    }

    /** The TLS port that was bound; 0 if TLS is off. */
    public int tlsPort() {
        return tlsPort;
    }

    public DoorStatus status() {
        IntakeCounters counters = shared.intake().counters();
        String trouble = shared.intake().trouble();
        return new DoorStatus(
                Door.MQTT.code(),
                shared.config().host() + ":" + port + (tlsPort == 0 ? "" : ", TLS " + tlsPort),
                open,
                shared.sockets().get(),
                counters.messages(Door.MQTT),
                counters.readings(Door.MQTT),
                counters.refusals(Door.MQTT),
                trouble == null ? "" : trouble);
    }
}
