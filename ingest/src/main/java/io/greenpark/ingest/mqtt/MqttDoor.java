package io.greenpark.ingest.mqtt;

import io.greenpark.config.machine.OpenFiles;
import io.greenpark.config.tls.LiveIdentity;
import io.greenpark.config.tls.PemFiles;
import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeCounters;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.RegistrySource;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The direct MQTT listener as a whole: one verticle per event loop and port, and what they share. Any thread may ask for
 * the status.
 */
public final class MqttDoor {
    /**
     * For Vert.x a negative port is a free one, shared by all listeners with that number, whichever server they belong
     * to; 0 would give each listener its own. So each group of listeners on a free port gets a number of its own.
     */
    private static final AtomicInteger FREE_PORT = new AtomicInteger(-18_830);

    private final Vertx vertx;
    private final Shared shared;
    private final @Nullable LiveIdentity identity;
    private final List<String> deployments = new ArrayList<>();
    private volatile int port;
    private volatile int tlsPort;
    private volatile boolean open;

    /** What all connections share; immutable, its parts are safe for any thread. */
    record Shared(
            MqttConfig config,
            DeviceCredentials credentials,
            RegistrySource registry,
            IngestPipeline pipeline,
            MqttVisitors visitors,
            TlsHandshakes handshakes,
            FailedSignIns failedSignIns,
            ConcurrentMap<MqttSession.SessionKey, MqttSession> sessions) {
        static Shared of(
                MqttConfig config, DeviceCredentials credentials, RegistrySource registry, IngestPipeline pipeline) {
            Duration longestDelay = config.limits().connectTimeout().dividedBy(2);
            MqttVisitors visitors = new MqttVisitors(config.limits(), pipeline.clock());
            return new Shared(
                    config,
                    credentials,
                    registry,
                    pipeline,
                    visitors,
                    new TlsHandshakes(visitors, config.listeners()),
                    new FailedSignIns(pipeline.clock(), longestDelay),
                    new ConcurrentHashMap<>());
        }
    }

    private MqttDoor(Vertx vertx, Shared shared, @Nullable LiveIdentity identity) {
        this.vertx = vertx;
        this.shared = shared;
        this.identity = identity;
    }

    /**
     * A door that listens after {@link #start}. The stores behind the pipeline stay the caller's to close.
     *
     * @throws io.greenpark.config.tls.TlsException if there is a certificate and it cannot be used
     */
    public static MqttDoor create(
            Vertx vertx,
            MqttConfig config,
            DeviceCredentials credentials,
            RegistrySource registry,
            IngestPipeline pipeline) {
        PemFiles certificate = config.tls().certificate();
        return new MqttDoor(
                vertx,
                Shared.of(config.within(OpenFiles.now()), credentials, registry, pipeline),
                certificate == null ? null : LiveIdentity.open(certificate, pipeline.clock()));
    }

    /** Opens the ports; fails with an {@link IOException} that names the port and its setting if one of them is taken. */
    public Future<Void> start() {
        MqttConfig config = shared.config();
        Future<Void> started = listen(config.host(), config.port(), null).map(bound -> {
            port = bound;
            return null;
        });
        if (identity != null) {
            started = started.compose(
                            v -> listen(config.tls().host(), config.tls().port(), identity))
                    .map(bound -> {
                        tlsPort = bound;
                        return null;
                    });
        }
        return started.onSuccess(v -> open = true);
    }

    private Future<Integer> listen(String host, int wanted, @Nullable LiveIdentity shown) {
        AtomicInteger bound = new AtomicInteger();
        int listenOn = wanted == 0 ? FREE_PORT.decrementAndGet() : wanted;
        DeploymentOptions options =
                new DeploymentOptions().setInstances(shared.config().listeners());
        return vertx.deployVerticle(() -> new MqttListener(shared, host, listenOn, shown, bound), options)
                .map(id -> {
                    deployments.add(id);
                    return bound.get();
                })
                .recover(failure -> Future.failedFuture(notOpened(host, wanted, shown != null, failure)));
    }

    private static IOException notOpened(String host, int wanted, boolean tls, Throwable failure) {
        return new IOException(
                "TCP port " + wanted + " on " + host + " cannot be opened (" + failure.getMessage()
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
        return Future.join(closing).<Void>mapEmpty().andThen(closed -> shared.handshakes()
                .close());
    }

    /** The port that was bound. */
    public int port() {
        return port;
    }

    /** The TLS port that was bound; 0 if TLS is off. */
    public int tlsPort() {
        return tlsPort;
    }

    /** The certificate of the TLS port; null if TLS is off. */
    public @Nullable LiveIdentity identity() {
        return identity;
    }

    public DoorStatus status() {
        Intake intake = shared.pipeline().intake();
        IntakeCounters counters = intake.counters();
        return new DoorStatus(
                Door.MQTT.code(),
                shared.config().host() + ":" + port
                        + (tlsPort == 0 ? "" : ", TLS " + shared.config().tls().host() + ":" + tlsPort),
                open,
                shared.visitors().sockets(),
                counters.messages(Door.MQTT),
                counters.readings(Door.MQTT),
                counters.refused(Door.MQTT),
                intake.trouble());
    }
}
