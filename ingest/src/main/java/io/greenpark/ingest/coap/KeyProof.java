package io.greenpark.ingest.coap;

import java.security.Principal;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.eclipse.californium.scandium.ConnectionListener;
import org.eclipse.californium.scandium.dtls.Connection;
import org.eclipse.californium.scandium.dtls.Handshaker;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a known identity used a wrong key. A client proves its key with the first encrypted record of the
 * handshake, its Finished (RFC 4279, 2; RFC 6347, 4.2.6). If that record's MAC does not match, the stack drops it without
 * a word (RFC 6347, 4.1.2.7), waits, and forgets the handshake after a while; the only one told at once is this listener.
 *
 * <p>So a handshake that was merely abandoned is never taken for a wrong key: lost packets leave no record with a wrong
 * MAC, and one that overtakes the key exchange is put back by the stack until the keys are there. A client repeats its
 * Finished; each handshake is told of once. The handshake is left to the stack: to end it here would let whoever can
 * send a forged datagram end the handshakes of others.
 */
final class KeyProof implements ConnectionListener {
    private final Consumer<String> wrongKey;
    private final Set<Handshaker> told = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * @param wrongKey told the identity, once for each handshake, on a thread of the stack
     */
    KeyProof(Consumer<String> wrongKey) {
        this.wrongKey = wrongKey;
    }

    @Override
    public boolean onConnectionMacError(Connection connection) {
        Handshaker handshake = connection.getOngoingHandshake();
        // A resumed session proves the key of its first handshake, not the one in the device.
        if (handshake != null && handshake.isFullHandshake()) {
            @Nullable Principal identity = handshake.getSession().getPeerIdentity();
            if (identity != null && told.add(handshake)) {
                wrongKey.accept(identity.getName());
            }
        }
        return false;
    }

    @Override
    public void onConnectionEstablished(Connection connection) {
        // Whoever is through has proved its key.
    }

    @Override
    public void onConnectionRemoved(Connection connection) {
        // What there was to tell was told.
    }

    @Override
    public boolean onConnectionUpdatesSequenceNumbers(Connection connection, boolean writeSequenceNumber) {
        return false;
    }

    @Override
    public void beforeExecution(Connection connection) {
        // Nothing is measured.
    }

    @Override
    public void updateExecution(Connection connection) {
        // Nothing is measured.
    }

    @Override
    public void afterExecution(Connection connection) {
        // Nothing is measured.
    }
}
