package io.greenpark.ingest.coap;

import io.greenpark.park.registry.DeviceCredentials;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.PskPublicInformation;
import org.eclipse.californium.scandium.dtls.PskSecretResult;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedPskStore;
import org.eclipse.californium.scandium.util.SecretUtil;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/** Hands the DTLS handshake the pre-shared key of an identity; answers from memory. */
final class DeviceKeys implements AdvancedPskStore {
    private final DeviceCredentials credentials;
    private final Consumer<String> unknown;

    /**
     * @param unknown takes every identity without a key
     */
    DeviceKeys(DeviceCredentials credentials, Consumer<String> unknown) {
        this.credentials = credentials;
        this.unknown = unknown;
    }

    @Override
    public boolean hasEcdhePskSupported() {
        return true;
    }

    @Override
    @SuppressWarnings("NullAway") // without a secret the handshake fails, as it must for an unknown identity
    public PskSecretResult requestPskSecretResult(
            ConnectionId connection,
            @Nullable ServerNames serverNames,
            PskPublicInformation identity,
            String hmacAlgorithm,
            @Nullable SecretKey otherSecret,
            byte @Nullable [] seed,
            boolean useExtendedMasterSecret) {
        byte[] key = credentials.preSharedKey(identity.getPublicInfoAsString());
        if (key == null) {
            unknown.accept(identity.getPublicInfoAsString());
            return new PskSecretResult(connection, identity, null);
        }
        return new PskSecretResult(connection, identity, SecretUtil.create(key, PskSecretResult.ALGORITHM_PSK));
    }

    @Override
    @SuppressWarnings("NullAway") // a server has no identity of its own
    public PskPublicInformation getIdentity(InetSocketAddress peer, ServerNames virtualHost) {
        return null;
    }

    @Override
    public void setResultHandler(HandshakeResultHandler resultHandler) {
        // Answers are given at once, none later.
    }
}
