package io.greenpark.config.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the one certificate in a file and no other, whatever host name was dialled: for clients on the server's own
 * machine, which can read the file of the certificate the server shows. Read anew for every handshake, since it may be renewed.
 */
public final class PinnedCertificate extends X509ExtendedTrustManager {
    private final Path file;

    private PinnedCertificate(Path file) {
        this.file = file;
    }

    /** A context whose clients trust the first certificate of {@code file}, PEM. */
    public static SSLContext context(Path file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedCertificate(file)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java speaks no TLS", e);
        }
    }

    private void check(X509Certificate @Nullable [] chain) throws CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            if (chain == null
                    || chain.length == 0
                    || !chain[0].equals(CertificateFactory.getInstance("X.509").generateCertificate(in))) {
                throw new CertificateException("the server shows another certificate than \"" + file + "\" holds");
            }
        } catch (IOException e) {
            throw new CertificateException("\"" + file + "\" cannot be read", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("clients are not trusted by certificate");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("clients are not trusted by certificate");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("clients are not trusted by certificate");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
