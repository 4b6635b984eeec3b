package io.greenpark.config.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A key manager whose one certificate may be replaced. A handshake asks several times, by an alias; each certificate has
 * an alias of its own and the one before is kept, so that no handshake gets the chain of one and the key of the other.
 */
final class ReplaceableKeyManager extends X509ExtendedKeyManager {
    private static final String FACTORY = "SunX509";
    private static final int KEPT = 2;
    private static final char[] NO_PASSWORD = {};

    private volatile List<X509ExtendedKeyManager> managers = List.of();
    private int generation;

    ReplaceableKeyManager(ServerIdentity first) {
        replace(first);
    }

    /** New handshakes show {@code next}. */
    synchronized void replace(ServerIdentity next) {
        Deque<X509ExtendedKeyManager> kept = new ArrayDeque<>(managers);
        kept.addFirst(managerOf("certificate-" + generation++, next));
        while (kept.size() > KEPT) {
            kept.removeLast();
        }
        managers = List.copyOf(kept);
    }

    private static X509ExtendedKeyManager managerOf(String alias, ServerIdentity identity) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry(
                    alias, identity.key(), NO_PASSWORD, identity.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(FACTORY);
            factory.init(store, NO_PASSWORD);
            return Arrays.stream(factory.getKeyManagers())
                    .filter(X509ExtendedKeyManager.class::isInstance)
                    .map(X509ExtendedKeyManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException("the certificate cannot be used by this Java (" + e.getMessage() + ")", e);
        }
    }

    private X509ExtendedKeyManager newest() {
        return managers.get(0);
    }

    private <T> @Nullable T firstOf(Function<X509ExtendedKeyManager, @Nullable T> question) {
        return managers.stream()
                .map(question)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return newest().chooseEngineServerAlias(keyType, issuers, engine);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return newest().chooseServerAlias(keyType, issuers, socket);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return newest().getServerAliases(keyType, issuers);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return firstOf(m -> m.getCertificateChain(alias));
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return firstOf(m -> m.getPrivateKey(alias));
    }

    /** This is a server's certificate. */
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    /** This is a server's certificate. */
    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
