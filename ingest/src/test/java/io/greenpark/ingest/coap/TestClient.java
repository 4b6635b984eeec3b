package io.greenpark.ingest.coap;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.util.Bytes;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.jspecify.annotations.Nullable;

/** A Californium client of one device. */
final class TestClient implements AutoCloseable {
    private static final long TIMEOUT_MS = 20_000;

    private final CoapEndpoint endpoint;
    private final CoapClient client;
    private volatile byte[] connectionId = {};

    private TestClient(CoapEndpoint endpoint) {
        this.endpoint = endpoint;
        this.client = new CoapClient().setEndpoint(endpoint).setTimeout(TIMEOUT_MS);
    }

    static {
        CoapConfig.register();
        DtlsConfig.register();
    }

    static TestClient plain() {
        return new TestClient(
                new CoapEndpoint.Builder().setConfiguration(new Configuration()).build());
    }

    static TestClient secure(String identity, String key) {
        return secure(identity, key, null);
    }

    /** A device that offers connection ids: it needs none for itself, its server may ask for one (RFC 9146). */
    static TestClient secureWithConnectionId(String identity, String key) {
        return secure(identity, key, 0);
    }

    private static TestClient secure(String identity, String key, @Nullable Integer connectionIdLength) {
        Configuration configuration = new Configuration()
                .set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, connectionIdLength)
                .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY)
                .set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 500, TimeUnit.MILLISECONDS)
                .set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, 2);
        DtlsConnectorConfig dtls = DtlsConnectorConfig.builder(configuration)
                .setAdvancedPskStore(new AdvancedSinglePskStore(identity, key.getBytes(StandardCharsets.UTF_8)))
                .build();
        return new TestClient(new CoapEndpoint.Builder()
                .setConfiguration(configuration)
                .setConnector(new DTLSConnector(dtls))
                .build());
    }

    /** Posts JSON; null if no answer came. */
    @Nullable
    CoapResponse post(String uri, String json) throws Exception {
        return post(uri, json, 50);
    }

    @Nullable
    CoapResponse post(String uri, String payload, int contentFormat) throws Exception {
        Request request = Request.newPost();
        request.setURI(uri);
        request.getOptions().setContentFormat(contentFormat);
        request.setPayload(payload);
        return send(request);
    }

    /** Sends a request of any kind; null if no answer came. */
    @Nullable
    CoapResponse send(Request request) throws Exception {
        CoapResponse response = client.advanced(request);
        if (response != null) {
            Bytes id = response.advanced().getSourceContext().get(DtlsEndpointContext.KEY_WRITE_CONNECTION_ID);
            connectionId = id == null ? new byte[0] : id.getBytes();
        }
        return response;
    }

    /** By which the last answer's server knows this client; empty if by its address. */
    byte[] connectionId() {
        return connectionId;
    }

    @Override
    public void close() {
        client.shutdown();
        endpoint.destroy();
    }
}
