package io.greenpark.ingest.coap;

import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.intake.IntakeCounters;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.RegistrySource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.serialization.UdpDataSerializer;
import org.eclipse.californium.elements.config.Configuration;
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
    private final CoapServer server;
    private final CoapRequestHandler handler;
    private final CoapEndpoint plain;
    private final CoapEndpoint secure;
    private volatile boolean open;

    private CoapDoor(
            CoapDoorConfig config, IngestPipeline pipeline, DeviceCredentials credentials, RegistrySource registry) {
        this.config = config;
        this.pipeline = pipeline;
        Configuration stack = stack(config);
        handler = new CoapRequestHandler(pipeline, registry);
        CoapLetters letters = new CoapLetters(registry, pipeline.clock());
        KeyProof proof = new KeyProof((identity, peer) ->
                handler.refuseIfRoom(letters.ofHandshake(identity, peer, CoapMessages.wrongKey(identity))));
        DeviceKeys keys = new DeviceKeys(
                credentials,
                identity -> handler.refuseIfRoom(
                        letters.ofHandshake(identity, proof.peer(), CoapMessages.unknownIdentity(identity))));
        StackRefusals refusals = new StackRefusals(handler, letters, config.maxMessageBytes());
        plain = endpoint(stack, refusals)
                .setInetSocketAddress(address(config.host(), config.port()))
                .build();
        secure = endpoint(stack, refusals)
                .setConnector(new PendingHandshakes(config.maxHandshakes())
                        .connector(DtlsConnectorConfig.builder(stack)
                                .setAddress(address(config.secureHost(), config.securePort()))
                                .setAdvancedPskStore(keys)
                                .setConnectionListener(proof)
                                .build()))
                .build();
        server = new CoapServer(stack);
        for (CoapEndpoint endpoint : List.of(plain, secure)) {
            endpoint.addPostProcessInterceptor(refusals);
            server.addEndpoint(endpoint);
        }
        TelemetryResource resource = new TelemetryResource(pipeline, handler, letters);
        server.add(resource);
        server.setMessageDeliverer(new DoorDeliverer(server.getRoot(), stack, resource));
    }

    private static CoapEndpoint.Builder endpoint(Configuration stack, StackRefusals refusals) {
        return new CoapEndpoint.Builder()
                .setConfiguration(stack)
                .setDataSerializerAndParser(new UdpDataSerializer(), new DatagramParser())
                .setCoapStackFactory(DoorStack.factory(refusals));
    }

    public static CoapDoor create(
            CoapDoorConfig config, IngestPipeline pipeline, DeviceCredentials credentials, RegistrySource registry) {
        return new CoapDoor(config, pipeline, credentials, registry);
    }

    private static Configuration stack(CoapDoorConfig config) {
        CoapConfig.register();
        DtlsConfig.register();
        int connectionId = config.connectionIdLength();
        return Configuration.createStandardWithoutFile()
                .set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP)
                .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, config.maxMessageBytes())
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 2)
                .set(DtlsConfig.DTLS_MAX_CONNECTIONS, config.maxConnections() + config.maxHandshakes())
                .set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, connectionId == 0 ? null : connectionId)
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
