package io.greenpark.config.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The installation's own certificate authority, for sites that have none. It is made once and signs every renewal of the
 * server's certificate, so that a renewal changes nothing on the devices.
 */
record OwnAuthority(ServerIdentity identity) {
    /** Twenty years: devices stay in the field for long and should not be visited for a certificate. */
    private static final Duration LIFE = Duration.ofDays(7305);
    /** Clocks of devices may be behind. */
    private static final Duration BEFORE_NOW = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new authority. */
    static OwnAuthority make(KeyAlgorithm algorithm, String name, Instant now) {
        KeyPair keys = algorithm.make();
        X500Principal subject = new X500Principal("CN=Greenpark CA " + name + ", O=Greenpark");
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    subject,
                    serial(),
                    Date.from(now.minus(BEFORE_NOW)),
                    Date.from(now.plus(LIFE)),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return new OwnAuthority(new ServerIdentity(List.of(sign(builder, keys)), keys.getPrivate()));
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException("an authority cannot be made", e);
        }
    }

    X509Certificate certificate() {
        return identity.certificate();
    }

    /** A new key and certificate for a server; it ends no later than the authority. */
    ServerIdentity issue(KeyAlgorithm algorithm, List<String> hosts, Duration life, Instant now) {
        KeyPair keys = algorithm.make();
        Instant end = now.plus(life);
        Instant last = certificate().getNotAfter().toInstant();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    certificate(),
                    serial(),
                    Date.from(now.minus(BEFORE_NOW)),
                    Date.from(end.isBefore(last) ? end : last),
                    new X500Principal("CN=Greenpark server, O=Greenpark"),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, usage(algorithm));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(certificate().getPublicKey()));
            builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
            return new ServerIdentity(
                    List.of(sign(builder, new KeyPair(certificate().getPublicKey(), identity.key()))),
                    keys.getPrivate());
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException("a certificate cannot be made", e);
        }
    }

    private static KeyUsage usage(KeyAlgorithm algorithm) {
        return new KeyUsage(
                algorithm == KeyAlgorithm.RSA
                        ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                        : KeyUsage.digitalSignature);
    }

    private static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(h -> new GeneralName(HostNames.isAddress(h) ? GeneralName.iPAddress : GeneralName.dNSName, h))
                .toArray(GeneralName[]::new));
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, KeyPair issuer)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(ServerIdentity.algorithm(issuer.getPrivate()))
                                    .build(issuer.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
