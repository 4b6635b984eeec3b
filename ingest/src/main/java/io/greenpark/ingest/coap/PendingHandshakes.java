package io.greenpark.ingest.coap;

import io.greenpark.ingest.admission.PeerNetwork;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.Connection;
import org.eclipse.californium.scandium.dtls.ConnectionEvictedException;
import org.eclipse.californium.scandium.dtls.DTLSContext;
import org.eclipse.californium.scandium.dtls.Handshaker;
import org.eclipse.californium.scandium.dtls.SessionAdapter;

/**
 * Bounds the handshakes of peers that have proved no key yet. The stack forgets one only after a minute, and until then it
 * takes the place of a connection: one host could fill them all. Beyond the bound one of the oldest goes, of the address
 * with most: a device ends its handshake within a few round trips, and a slow one is not pushed out by a host that begins
 * thousands. Devices that have a connection already and shake hands anew are not counted. Any thread may call.
 */
final class PendingHandshakes extends SessionAdapter {
    private final OldestOfMost<Handshaker> pending;

    PendingHandshakes(int most) {
        pending = new OldestOfMost<>(most);
    }

    /** A connector that counts its handshakes here. */
    DTLSConnector connector(DtlsConnectorConfig config) {
        return new DTLSConnector(config) {
            @Override
            protected void onInitializeHandshaker(Handshaker handshake) {
                begun(handshake);
            }
        };
    }

    private void begun(Handshaker handshake) {
        if (handshake.getConnection().hasEstablishedDtlsContext()) {
            return;
        }
        handshake.addSessionListener(this);
        String network = PeerNetwork.of(CoapLetters.address(handshake.getPeerAddress()));
        Handshaker leaves;
        synchronized (this) {
            leaves = pending.add(handshake, network);
        }
        if (leaves != null) {
            forget(leaves);
        }
    }

    private static void forget(Handshaker handshake) {
        Connection connection = handshake.getConnection();
        try {
            connection.getExecutor().execute(() -> {
                if (connection.getOngoingHandshake() == handshake && !connection.hasEstablishedDtlsContext()) {
                    handshake.handshakeFailed(new ConnectionEvictedException("too many handshakes at a time"));
                }
            });
        } catch (RejectedExecutionException e) {
            // The connection has ended by itself.
        }
    }

    @Override
    public synchronized void contextEstablished(Handshaker handshake, DTLSContext context) {
        pending.remove(handshake);
    }

    @Override
    public synchronized void handshakeFailed(Handshaker handshake, Throwable error) {
        pending.remove(handshake);
    }
}
