package io.greenpark.config.tls;

import io.greenpark.config.digest.Sha256;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A certificate chain, the server's own certificate first, with the private key that belongs to it.
 *
 * @param chain at least one
 */
public record ServerIdentity(List<X509Certificate> chain, PrivateKey key) {
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /**
     * Reads both files.
     *
     * @throws TlsException if one of them cannot be used or the key belongs to another certificate
     */
    public static ServerIdentity read(PemFiles files) {
        ServerIdentity identity = new ServerIdentity(Pem.certificates(files.certificate()), Pem.key(files.key()));
        if (!identity.matches()) {
            throw new TlsException("\"" + files.key() + "\" is not the key of the first certificate in \""
                    + files.certificate() + "\"; give the pair that was issued together, the server's own certificate"
                    + " first");
        }
        return identity;
    }

    /** The server's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** When the first certificate of the chain ends: from then on clients refuse it. */
    public Instant expires() {
        return chain.stream()
                .map(c -> c.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** The host names and addresses it is issued for. */
    public List<String> names() {
        return HostNames.of(certificate());
    }

    /**
     * Why clients would refuse it.
     *
     * @param hosts what clients dial
     * @return empty if all is well
     */
    public List<String> faults(List<String> hosts, Instant now) {
        List<String> faults = new ArrayList<>();
        for (X509Certificate c : chain) {
            if (now.isBefore(c.getNotBefore().toInstant())
                    || now.isAfter(c.getNotAfter().toInstant())) {
                faults.add("the certificate of \"" + c.getSubjectX500Principal() + "\" is valid from "
                        + c.getNotBefore().toInstant() + " to "
                        + c.getNotAfter().toInstant() + ", and it is " + now
                        + "; give one that is valid now");
            }
        }
        if (!servesServers()) {
            faults.add("the certificate is not for servers (extended key usage); ask its issuer for one that is");
        }
        for (String host : hosts) {
            if (!HostNames.cover(names(), host)) {
                faults.add("the certificate does not speak for \"" + host + "\"; it names " + names()
                        + "; leave that --host away, or have one issued that names it");
            }
        }
        return faults;
    }

    private boolean servesServers() {
        try {
            List<String> usages = certificate().getExtendedKeyUsage();
            return usages == null || usages.contains(SERVER_AUTHENTICATION);
        } catch (GeneralSecurityException e) {
            throw new TlsException("the extended key usage of the certificate cannot be read", e);
        }
    }

    /** Whether clients that trust these authorities would take the chain. */
    boolean issuedBy(List<X509Certificate> authorities, Instant now) {
        try {
            Set<TrustAnchor> anchors =
                    authorities.stream().map(ca -> new TrustAnchor(ca, null)).collect(Collectors.toSet());
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            List<X509Certificate> path =
                    chain.stream().filter(c -> !authorities.contains(c)).toList();
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether the key is that of the certificate. */
    private boolean matches() {
        try {
            PublicKey open = certificate().getPublicKey();
            if (!open.getAlgorithm().equals(key.getAlgorithm())) {
                return false;
            }
            byte[] probe = {1, 2, 3};
            Signature signature = Signature.getInstance(algorithm(key));
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The signature algorithm of a key. */
    static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    /** The SHA-256 fingerprint, as OpenSSL and browsers show it. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** Names the certificate and not the key. */
    @Override
    public String toString() {
        return "certificate of " + certificate().getSubjectX500Principal();
    }
}
