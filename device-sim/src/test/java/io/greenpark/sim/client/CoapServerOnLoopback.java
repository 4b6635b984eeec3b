package io.greenpark.sim.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedMultiPskStore;

/** A CoAP server that keeps what it gets and answers as a test says. Knows one DTLS identity, meter-1. */
final class CoapServerOnLoopback implements AutoCloseable {
    static final byte[] KEY = "secret-of-meter-1".getBytes(StandardCharsets.US_ASCII);

    final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final boolean secure;
    private final Consumer<CoapExchange> answer;
    private CoapServer server;
    private int port;

    CoapServerOnLoopback(boolean secure, Consumer<CoapExchange> answer) throws IOException {
        this.secure = secure;
        this.answer = answer;
        server = start();
    }

    private CoapServer start() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
        Configuration configuration = new Configuration().set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.SERVER_ONLY);
        CoapEndpoint.Builder builder = new CoapEndpoint.Builder().setConfiguration(configuration);
        if (secure) {
            AdvancedMultiPskStore keys = new AdvancedMultiPskStore();
            keys.setKey("meter-1", KEY);
            builder.setConnector(new DTLSConnector(DtlsConnectorConfig.builder(configuration)
                    .setAddress(address)
                    .setAdvancedPskStore(keys)
                    .build()));
        } else {
            builder.setInetSocketAddress(address);
        }
        CoapEndpoint endpoint = builder.build();
        CoapServer started = new CoapServer(configuration);
        started.addEndpoint(endpoint);
        started.add(new Telemetry());
        started.start();
        port = endpoint.getAddress().getPort();
        return started;
    }

    URI uri() {
        return URI.create((secure ? "coaps" : "coap") + "://127.0.0.1:" + port);
    }

    void kill() {
        server.destroy();
    }

    void startAgain() throws IOException {
        server = start();
    }

    @Override
    public void close() {
        server.destroy();
    }

    private final class Telemetry extends CoapResource {
        Telemetry() {
            super("greenpark");
        }

        @Override
        public Resource getChild(String name) {
            return this;
        }

        @Override
        public void handlePOST(CoapExchange exchange) {
            received.add(exchange.getRequestText());
            answer.accept(exchange);
        }
    }
}
