package io.greenpark.config.tls;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** PEM text to and from certificates and keys; keys in PKCS#8 and in the older forms of OpenSSL. */
final class Pem {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /** The certificates of a file in their order; at least one. */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (Object part : parts(file)) {
                if (part instanceof X509CertificateHolder holder) {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new TlsException(
                    "\"" + file + "\" holds a certificate that cannot be read (" + e.getMessage() + ")", e);
        }
        if (certificates.isEmpty()) {
            throw new TlsException(
                    "\"" + file + "\" holds no certificate; give a PEM file with -----BEGIN CERTIFICATE-----");
        }
        return certificates;
    }

    /** The private key of a file. */
    static PrivateKey key(Path file) {
        for (Object part : parts(file)) {
            PrivateKeyInfo info = keyInfo(part, file);
            if (info != null) {
                try {
                    return new JcaPEMKeyConverter().getPrivateKey(info);
                } catch (IOException e) {
                    throw new TlsException("\"" + file + "\" holds a key of a kind that is not known", e);
                }
            }
        }
        throw new TlsException(
                "\"" + file + "\" holds no private key; give a PEM file with -----BEGIN PRIVATE KEY-----");
    }

    private static @Nullable PrivateKeyInfo keyInfo(Object part, Path file) {
        if (part instanceof PEMEncryptedKeyPair || part instanceof PKCS8EncryptedPrivateKeyInfo) {
            throw new TlsException(
                    "\"" + file + "\" is encrypted; a server that starts by itself needs the key without a"
                            + " pass phrase, in a file of mode 0600: openssl pkey -in \"" + file + "\" -out key.pem");
        }
        if (part instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        return part instanceof PrivateKeyInfo info ? info : null;
    }

    private static List<Object> parts(Path file) {
        List<Object> parts = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                parts.add(part);
            }
        } catch (IOException e) {
            throw new TlsException("\"" + file + "\" cannot be read as PEM (" + e.getMessage() + ")", e);
        }
        return parts;
    }

    static String text(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        try {
            for (X509Certificate certificate : certificates) {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
        return text.toString();
    }

    static String text(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + BASE64.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
