package io.greenpark.sim.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CoAP through Californium: confirmable POSTs of JSON, over DTLS with a pre-shared key ({@code coaps}) or plain
 * ({@code coap}). A request without an answer is sent again as a new one, after a new handshake; 5.03 is waited out; 4.xx
 * fails the message with the door's own words.
 */
public final class CoapSender extends WindowedSender {
    private static final Logger LOG = LoggerFactory.getLogger(CoapSender.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final int ACK_TIMEOUT_SECONDS = 1;
    /** Few: the sender repeats by itself, with a new handshake. */
    private static final int RETRANSMISSIONS = 1;

    private final URI server;
    private final CoapEndpoint endpoint;
    private final @Nullable DTLSConnector dtls;
    private final CoapClient client;

    static {
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
    }

    /**
     * Opens a socket; a DTLS handshake follows with the first message.
     *
     * @param server {@code coap://host:port} or {@code coaps://host:port}
     * @param secret identity and key; unused and nullable for plain {@code coap}
     * @param window how many requests may be unanswered at a time
     */
    public CoapSender(URI server, DeviceSecrets.@Nullable Secret secret, int window, RetryTimeout retryTimeout) {
        super("coap-sender", "the sender to " + server, window, retryTimeout);
        this.server = server;
        Configuration configuration = configuration();
        CoapEndpoint.Builder builder = new CoapEndpoint.Builder().setConfiguration(configuration);
        if ("coaps".equals(server.getScheme())) {
            dtls = new DTLSConnector(dtls(configuration, secret));
            builder.setConnector(dtls);
        } else {
            dtls = null;
            builder.setInetSocketAddress(new InetSocketAddress(loopbackIfLocal(server), 0));
        }
        endpoint = builder.build();
        client = new CoapClient().setEndpoint(endpoint);
    }

    private static InetAddress loopbackIfLocal(URI server) {
        InetAddress target = new InetSocketAddress(server.getHost(), server.getPort()).getAddress();
        return target != null && target.isLoopbackAddress() ? target : new InetSocketAddress(0).getAddress();
    }

    private static Configuration configuration() {
        return new Configuration()
                .set(CoapConfig.ACK_TIMEOUT, ACK_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .set(CoapConfig.MAX_RETRANSMIT, RETRANSMISSIONS)
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
                .set(CoapConfig.MAX_ACTIVE_PEERS, 10)
                .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
                .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY)
                .set(DtlsConfig.DTLS_MAX_CONNECTIONS, 10)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    }

    private static DtlsConnectorConfig dtls(Configuration configuration, DeviceSecrets.@Nullable Secret secret) {
        String psk = secret == null ? null : secret.pskHex();
        if (secret == null || psk == null) {
            throw new SenderException(
                    "coaps needs an identity and a pre-shared key; give both or use coap on loopback");
        }
        return DtlsConnectorConfig.builder(configuration)
                .setAdvancedPskStore(
                        new AdvancedSinglePskStore(secret.id(), HexFormat.of().parseHex(psk)))
                .build();
    }

    @Override
    void sendWaiting() {
        while (hasRoom()) {
            Outbound next = waiting.removeFirst();
            inFlight.add(next);
            post(next);
        }
    }

    private void post(Outbound message) {
        if (hasFailed()) {
            return;
        }
        Request request = Request.newPost();
        request.setConfirmable(true);
        request.setURI(server.resolve("/" + message.path));
        request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_JSON);
        request.setPayload(message.payload);
        client.advanced(
                new CoapHandler() {
                    @Override
                    public void onLoad(CoapResponse response) {
                        onThread(() -> answered(message, response));
                    }

                    @Override
                    public void onError() {
                        onThread(() -> unanswered(message, request));
                    }
                },
                request);
    }

    private void answered(Outbound message, CoapResponse response) {
        silence.answered();
        if (response.isSuccess()) {
            inFlight.remove(message);
            message.done.complete(null);
        } else if (response.getCode() == CoAP.ResponseCode.SERVICE_UNAVAILABLE) {
            long seconds = Math.max(1, response.getOptions().getMaxAge());
            again(message, Duration.ofSeconds(Math.min(seconds, 60)));
        } else {
            inFlight.remove(message);
            message.done.completeExceptionally(
                    new SenderException(message.path + ": " + response.getCode() + " " + response.getResponseText()));
        }
        sendWaiting();
    }

    private void unanswered(Outbound message, Request request) {
        if (hasFailed()) {
            return;
        }
        if (silence.timedOutAfterAttempt()) {
            Throwable cause = request.getSendError();
            giveUp(new SenderException(
                    "no CoAP server answers at " + server + (cause == null ? "" : " (" + cause.getMessage() + ")")
                            + "; is it running, and are identity and key right?"));
            return;
        }
        if (dtls != null) {
            dtls.forceResumeAllSessions();
        }
        again(message, RETRY);
    }

    private void again(Outbound message, Duration delay) {
        repeated.incrementAndGet();
        thread.schedule(() -> post(message), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        onThread(() -> giveUp(closed()));
        thread.shutdown();
        client.shutdown();
        endpoint.destroy();
        LOG.debug("sender to {} closed, {} requests repeated", server, repeated.get());
    }
}
