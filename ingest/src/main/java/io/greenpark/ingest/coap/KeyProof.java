package io.greenpark.ingest.coap;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import org.eclipse.californium.scandium.ConnectionListener;
import org.eclipse.californium.scandium.dtls.Connection;
import org.eclipse.californium.scandium.dtls.Handshaker;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a known identity used a wrong key. A client proves its key with the first encrypted record of the
 * handshake, its Finished (RFC 4279, 2; RFC 6347, 4.2.6). If that record's MAC does not match, the stack drops it without
 * notice (RFC 6347, 4.1.2.7), waits, and forgets the handshake after a while; only this listener is told at once.
 *
 * <p>So a handshake that was merely abandoned is never taken for a wrong key: lost packets leave no record with a wrong
 * MAC, and one that overtakes the key exchange is put back by the stack until the keys are there. A client repeats its
 * Finished; each handshake is reported once. The handshake is left to the stack: if it ended here, a forged datagram could
 * end the handshake of another client.
 */
final class KeyProof implements ConnectionListener {
    private final BiConsumer<String, InetSocketAddress> wrongKey;
    /** The connection that this thread of the stack works for. */
    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

    private final Set<Handshaker> reported =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * @param wrongKey takes the identity and whose it was, once per handshake, on a thread of the stack
     */
    KeyProof(BiConsumer<String, InetSocketAddress> wrongKey) {
        this.wrongKey = wrongKey;
    }

    /** Whose handshake this thread of the stack works on; null if on none. */
    @Nullable
    InetSocketAddress peer() {
        Connection connection = current.get();
        return connection == null ? null : connection.getPeerAddress();
    }

    @Override
    public boolean onConnectionMacError(Connection connection) {
        Handshaker handshake = connection.getOngoingHandshake();
        // A resumed session proves the key of its first handshake, not the one in the device.
        if (handshake != null && handshake.isFullHandshake()) {
            @Nullable Principal identity = handshake.getSession().getPeerIdentity();
            if (identity != null && reported.add(handshake)) {
                wrongKey.accept(identity.getName(), connection.getPeerAddress());
            }
        }
        return false;
    }

    @Override
    public void onConnectionEstablished(Connection connection) {
        // The client has proved its key.
    }

    @Override
    public void onConnectionRemoved(Connection connection) {
        // A wrong key was reported already.
    }

    @Override
    public boolean onConnectionUpdatesSequenceNumbers(Connection connection, boolean writeSequenceNumber) {
        return false;
    }

    @Override
    public void beforeExecution(Connection connection) {
        current.set(connection);
    }

    @Override
    public void updateExecution(Connection connection) {
        // It is still the same connection.
    }

    @Override
    public void afterExecution(Connection connection) {
        current.remove();
    }
}
