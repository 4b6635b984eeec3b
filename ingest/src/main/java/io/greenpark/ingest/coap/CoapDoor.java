package io.greenpark.ingest.coap;

import io.greenpark.ingest.admission.DoorStatus;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.DeviceCredentials;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
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
 * anyway. While too much is under way it answers 5.03 with Max-Age.
 */
public final class CoapDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CoapDoor.class);

    private final CoapDoorConfig config;
    private final Intake intake;
    private final RegistrySource registry;
    private final CoapServer server;
    private final CoapRequestHandler desk;
    private final CoapEndpoint plain;
    private final CoapEndpoint secure;
    private final AtomicBoolean flooded = new AtomicBoolean();
    private volatile boolean open;

    private CoapDoor(
            CoapDoorConfig config,
            MessageValidators validators,
            Intake intake,
            DeviceCredentials credentials,
            RegistrySource registry,
            Clock clock) {
        this.config = config;
        this.intake = intake;
        this.registry = registry;
        Configuration stack = stack(config);
        desk = new CoapRequestHandler(validators, intake, registry, clock);
        DeviceKeys keys =
                new DeviceKeys(credentials, identity -> turnedAway(identity, CoapMessages.unknownIdentity(identity)));
        KeyProof proof = new KeyProof(identity -> turnedAway(identity, CoapMessages.wrongKey(identity)));
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
        server.add(new TelemetryResource(desk));
    }

    public static CoapDoor create(
            CoapDoorConfig config,
            MessageValidators validators,
            Intake intake,
            DeviceCredentials credentials,
            RegistrySource registry,
            Clock clock) {
        return new CoapDoor(config, validators, intake, credentials, registry, clock);
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

    /** A handshake has no answer that says why, so its refusal stands in the dead letters only. */
    private void turnedAway(String identity, Bilingual why) {
        if (desk.full()) {
            // A flood of handshakes must fill neither memory nor log; a device that is set up wrongly comes again.
            if (!flooded.getAndSet(true)) {
                LOG.warn("coap: too much is under way to keep every refused handshake, such as: {}", why.en());
            }
            return;
        }
        flooded.set(false);
        @Nullable String device = registry.current().device(identity).isPresent() ? identity : null;
        desk.refuse(ValidatedMessage.refused(MessageValidators.refusal(
                Door.COAP, identity, device, RejectReason.BAD_CREDENTIALS, why, "", desk.now())));
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
            LOG.debug("coap: not one endpoint could be started: {}", e.getMessage());
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

    /** The port of the plain door. */
    public int port() {
        return port(plain);
    }

    /** The port of the DTLS door. */
    public int securePort() {
        return port(secure);
    }

    private static int port(CoapEndpoint endpoint) {
        @Nullable URI uri = endpoint.getUri();
        return uri == null ? -1 : uri.getPort();
    }

    public DoorStatus status() {
        return new DoorStatus(
                "coap",
                config.host() + ":" + port() + ", DTLS " + config.secureHost() + ":" + securePort(),
                open,
                desk.senders(),
                intake.counters().messages(Door.COAP),
                intake.counters().readings(Door.COAP),
                intake.counters().refusals(Door.COAP),
                intake.trouble() == null ? "" : String.valueOf(intake.trouble()));
    }

    /** Requests under way are still answered; then the ports close. */
    @Override
    public void close() {
        open = false;
        desk.close();
        server.destroy();
    }
}
