package io.greenpark.ingest.coap;

import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.intake.IntakeCounters;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The CoAP door. Duplicates of a message id are answered by the protocol stack; a repeated reading is the same reading
 * anyway. While too much is in flight it answers 5.03 with Max-Age.
 */
public final class CoapDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CoapDoor.class);

    private final CoapDoorConfig config;
    private final IngestPipeline pipeline;
    private final RegistrySource registry;
    private final CoapServer server;
    private final CoapRequestHandler handler;
    private final CoapEndpoint plain;
    private final CoapEndpoint secure;
    private final AtomicBoolean dropping = new AtomicBoolean();
    private volatile boolean open;

    private CoapDoor(
            CoapDoorConfig config, IngestPipeline pipeline, DeviceCredentials credentials, RegistrySource registry) {
        this.config = config;
        this.pipeline = pipeline;
        this.registry = registry;
        Configuration stack = stack(config);
        handler = new CoapRequestHandler(pipeline, registry);
        DeviceKeys keys = new DeviceKeys(
                credentials, identity -> refuseHandshake(identity, CoapMessages.unknownIdentity(identity)));
        KeyProof proof = new KeyProof(identity -> refuseHandshake(identity, CoapMessages.wrongKey(identity)));
        plain = new CoapEndpoint.Builder()
                .setConfiguration(stack)
                .setInetSocketAddress(address(config.host(), config.port()))
                .build();
        secure = new CoapEndpoint.Builder()
                .setConfiguration(stack)
                .setConnector(new DTLSConnector(DtlsConnectorConfig.builder(stack)
                        .setAddress(address(config.secureHost(), config.securePort()))
                        .setAdvancedPskStore(keys)
                        .setConnectionListener(proof)
                        .build()))
                .build();
        server = new CoapServer(stack);
        server.addEndpoint(plain);
        server.addEndpoint(secure);
        server.add(new TelemetryResource(pipeline, handler));
    }

    public static CoapDoor create(
            CoapDoorConfig config, IngestPipeline pipeline, DeviceCredentials credentials, RegistrySource registry) {
        return new CoapDoor(config, pipeline, credentials, registry);
    }

    private static Configuration stack(CoapDoorConfig config) {
        CoapConfig.register();
        DtlsConfig.register();
        return Configuration.createStandardWithoutFile()
                .set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP)
                .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, config.maxMessageBytes())
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 2)
                .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.SERVER_ONLY)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 2);
    }

    private static InetSocketAddress address(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("coap: host \"" + host + "\" is unknown; give an address", e);
        }
    }

    /** A handshake has no answer that says why, so its refusal is told in the dead letters only. */
    private void refuseHandshake(String identity, Bilingual why) {
        if (handler.isFull()) {
            // A flood of handshakes must fill neither memory nor log; a device that is set up wrongly tries again.
            if (!dropping.getAndSet(true)) {
                LOG.warn("coap: too much is in flight to keep every refused handshake, such as: {}", why.en());
            }
            return;
        }
        dropping.set(false);
        @Nullable String device = registry.current().device(identity).isPresent() ? identity : null;
        long now = pipeline.clock().millis();
        handler.refuse(new DeadLetter(Door.COAP, identity, device, null, RejectReason.BAD_CREDENTIALS, why, "", now));
    }

    /**
     * Opens both ports.
     *
     * @throws IOException if one of them is taken; the message names it and the setting to change
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IllegalStateException e) {
            LOG.debug("coap: no endpoint could be started: {}", e.getMessage());
        }
        check(plain, config.host(), config.port(), "coap.port");
        check(secure, config.secureHost(), config.securePort(), "coap.securePort");
        open = true;
    }

    /** The stack only logs an endpoint that does not start. */
    private void check(CoapEndpoint endpoint, String host, int port, String setting) throws IOException {
        if (!endpoint.isStarted()) {
            server.destroy();
            throw new IOException("UDP port " + port + " on " + host + " cannot be opened; end what uses it or choose"
                    + " another with --set " + setting + "=PORT");
        }
    }

    /** The port of plain CoAP. */
    public int port() {
        return port(plain);
    }

    /** The port of CoAP over DTLS. */
    public int securePort() {
        return port(secure);
    }

    private static int port(CoapEndpoint endpoint) {
        @Nullable URI uri = endpoint.getUri();
        return uri == null ? -1 : uri.getPort();
    }

    public DoorStatus status() {
        IntakeCounters counters = pipeline.intake().counters();
        return new DoorStatus(
                "coap",
                config.host() + ":" + port() + ", DTLS " + config.secureHost() + ":" + securePort(),
                open,
                handler.senders(),
                counters.messages(Door.COAP),
                counters.readings(Door.COAP),
                counters.refused(Door.COAP),
                pipeline.intake().trouble());
    }

    /** Requests in flight are still answered; then the ports close. */
    @Override
    public void close() {
        open = false;
        handler.close();
        server.destroy();
    }
}
